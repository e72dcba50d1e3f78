// SPDX-License-Identifier: Apache-2.0
#include "io/kept_reports.hpp"

#include <doctest/doctest.h>

#include "core/error.hpp"
#include "event_samples.hpp"
#include "files.hpp"
#include "io/layer_writer.hpp"

using namespace yaqut;
using namespace yaqut::io;
using yaqut::test::Folder;

namespace {

void write_package(const std::string& path, bool keep, const std::vector<KeptReports>& reports) {
    LayerOptions options;
    options.keep_reports = keep;
    const auto writer = open_layer(path, LayerFormat::gpkg, options);
    for (const KeptReports& each : reports) {
        writer->write_reports(each);
        writer->write(test::full_event());
    }
    (void)writer->finish();
}

std::string reason_of(const std::string& path) {
    try {
        read_kept_reports(path, 3, [](const KeptReports& /*reports*/) {});
    } catch (const InputError& error) {
        return error.reason();
    }
    return "";
}

} // namespace

TEST_CASE("a GeoPackage gives back the reports that it keeps, any bytes, in order") {
    const Folder folder;
    const std::string path = folder.path("events.gpkg");
    const std::vector<KeptReports> reports{{"مقال 1", 3, test::bytes_of("\x01\0\xff\x80 ")},
                                           {"a'; drop table x", 3, ""},
                                           {"z", 3, std::string(100'000, '\xfe')}};
    write_package(path, true, reports);
    std::size_t next = 0;
    read_kept_reports(path, 3, [&](const KeptReports& found) {
        REQUIRE(next < reports.size());
        CHECK(found.article_id == reports[next].article_id);
        CHECK(found.packed == reports[next].packed);
        CHECK(found.version == 3);
        ++next;
    });
    CHECK(next == reports.size());
}

TEST_CASE("a GeoPackage without reports, or with others, says what to do") {
    const Folder folder;
    const std::string plain = folder.path("plain.gpkg");
    write_package(plain, false, {{"a", 3, "x"}});
    CHECK(reason_of(plain).find("--append --overwrite") != std::string::npos);
    const std::string other = folder.path("other.gpkg");
    write_package(other, true, {{"a", 2, "x"}});
    CHECK(reason_of(other).find("expected reports of version 3, found version 2") != std::string::npos);
    CHECK(!reason_of(folder.write("text.gpkg", "no package")).empty());
    CHECK(reason_of(folder.path("absent.gpkg")).empty()); // nothing is kept yet
}
