// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "event_samples.hpp"
#include "files.hpp"
#include "io/event_schema.hpp"
#include "io/gdal_dataset.hpp"
#include "io/layer_writer.hpp"

using namespace yaqut;
using yaqut::test::Folder;
using yaqut::test::read_all;

namespace {

void write_with_gdal(const std::string& path, const std::vector<Event>& events) {
    io::GdalDataset dataset("ESRI Shapefile", path, path);
    dataset.add_layer({.name = "events",
                       .geometry = io::LayerGeometry::point,
                       .columns = io::event_columns(),
                       .options = {"ENCODING=UTF-8", "DBF_DATE_LAST_UPDATE=" + io::time_of_making().substr(0, 10)},
                       .reference_system = false,
                       .fixed_width = true});
    for (const Event& event : events) {
        const auto point = io::event_point(event, {});
        const auto values = io::event_values(event, point);
        dataset.add(0, {.values = values, .point = point});
    }
    dataset.close();
}

Event far_event() {
    Event event = test::full_event();
    event.place->location = Location{-170.5, -45.0000004};
    event.when->first = Date(std::chrono::year{345} / 6 / 7);
    event.fatalities.best = 99'999'999'999;
    event.sources[0].title = std::string(130, 'x') + "\xFF\n\x01 غزة" + std::string(300, '.');
    return event;
}

} // namespace

TEST_CASE("shapefile: the bytes are those that GDAL writes") {
    using Events = std::vector<Event>;
    for (const Events& events : {Events{}, Events{test::bare_event()}, Events{test::full_event()},
                                 Events{test::bare_event(), far_event(), test::full_event(), test::country_event()}}) {
        const Folder folder;
        const auto writer = io::open_layer(folder.path("ours.shp"), io::LayerFormat::shp);
        for (const Event& event : events) {
            writer->write(event);
        }
        (void)writer->finish();
        write_with_gdal(folder.path("theirs.shp"), events);
        for (const std::string ending : {".dbf", ".shp", ".shx"}) {
            CHECK_MESSAGE(read_all(folder.path("ours" + ending)) == read_all(folder.path("theirs" + ending)), ending,
                          " of ", events.size());
        }
    }
}
