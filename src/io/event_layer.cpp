// SPDX-License-Identifier: Apache-2.0
#include "io/event_layer.hpp"

#include <filesystem>
#include <map>

#include "core/error.hpp"
#include "io/event_schema.hpp"
#include "io/side_layers.hpp"
#include "io/style_file.hpp"

namespace yaqut::io {

namespace {

class EventLayer : public LayerWriter {
  public:
    EventLayer(const std::string& path, LayerFormat format, const LayerOptions& options)
        : m_drawn(options.drawn), m_profile(options.profile),
          m_events(open_features(path, format, event_layer_schema(options.name, options.profile), options)) {
        LayerOptions beside = options;
        beside.csv_hxl = false; // there are no tags for what these hold
        for (const SideLayerInfo& info : side_layers()) {
            const bool wanted = std::count(options.side_layers.begin(), options.side_layers.end(), info.layer) != 0;
            if (wanted && can_hold(format, info.layer)) {
                if (path == "-") {
                    throw OutputError("standard output", "only the events can go there: name a file");
                }
                m_sides[info.layer] =
                    open_features(side_path(path, info.name), format, side_layer_schema(info.layer), beside);
            }
        }
    }

    void write(const Event& event) override {
        if (!profile_has(m_profile, event)) {
            ++m_not_in_profile;
            return;
        }
        const std::optional<Location> point = event_point(event, m_drawn);
        m_values.clear();
        for (const EventField& field : profile_fields(m_profile)) {
            m_values.push_back(field.value(event, point));
        }
        m_events->write({.values = m_values, .point = point, .id = event.id, .event = &event});
    }

    void write_side(SideLayer layer, const Feature& feature) override {
        if (const auto side = m_sides.find(layer); side != m_sides.end()) {
            side->second->write(feature);
        }
    }

    LayerReport finish() override {
        LayerReport report = m_events->finish();
        report.not_in_profile = m_not_in_profile;
        for (const auto& [layer, writer] : m_sides) {
            const LayerReport side = writer->finish();
            report.truncated += side.truncated;
            report.files.insert(report.files.end(), side.files.begin(), side.files.end());
        }
        return report;
    }

  private:
    DrawnPoints m_drawn;
    Profile m_profile;
    std::uint64_t m_not_in_profile = 0;
    std::vector<FieldValue> m_values; ///< of one event after the other
    std::unique_ptr<FeatureWriter> m_events;
    std::map<SideLayer, std::unique_ptr<FeatureWriter>> m_sides;
};

} // namespace

FeatureSchema event_layer_schema(const std::string& name, Profile profile) {
    if (profile != Profile::none) {
        const auto fields = profile_fields(profile);
        return {.name = name,
                .geometry = LayerGeometry::point,
                .columns = {fields.begin(), fields.end()},
                .description = "Machine-coded by yaqut from news text, in the columns of another data set (" +
                               std::string(to_string(profile)) + "); none of it is that data set's",
                .own = false};
    }
    return {.name = name,
            .geometry = LayerGeometry::point,
            .columns = event_columns(),
            .description = "Dated events, machine-coded from news text.",
            .style = event_style_qml()};
}

std::string side_path(const std::string& path, std::string_view layer) {
    const std::filesystem::path main(path);
    const std::string name = main.stem().string() + "_" + std::string(layer) + main.extension().string();
    return std::filesystem::path(main).replace_filename(name).string();
}

std::unique_ptr<LayerWriter> open_event_layer(const std::string& path, LayerFormat format,
                                              const LayerOptions& options) {
    return std::make_unique<EventLayer>(path, format, options);
}

} // namespace yaqut::io
