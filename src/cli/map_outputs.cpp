// SPDX-License-Identifier: Apache-2.0
#include "cli/map_outputs.hpp"

#include <algorithm>

namespace yaqut::cli {

namespace {

bool holds(const std::vector<io::SideLayer>& layers, io::SideLayer layer) {
    return std::find(layers.begin(), layers.end(), layer) != layers.end();
}

} // namespace

MapOutputs::MapOutputs(Writers writers, const std::vector<io::SideLayer>& layers, bool country_points,
                       std::unique_ptr<UnitShapes> shapes)
    : m_writers(std::move(writers)), m_country_points(country_points), m_shapes(std::move(shapes)),
      m_surface([units = m_shapes.get()](std::string_view id, std::string_view country, std::string_view admin1_code) {
          return units->surface(id, country, admin1_code);
      }),
      m_mentions(holds(layers, io::SideLayer::mentions)), m_circles(holds(layers, io::SideLayer::circles)),
      m_areas(holds(layers, io::SideLayer::areas)) {}

std::vector<io::SideFeature> MapOutputs::mentions_of(const Article& article, const Annotation& annotation) const {
    return m_mentions ? io::mentions_of(article, annotation, m_country_points, m_surface)
                      : std::vector<io::SideFeature>();
}

void MapOutputs::write_mentions(const std::vector<io::SideFeature>& mentions) {
    for (const io::SideFeature& mention : mentions) {
        for (const auto& writer : m_writers) {
            writer->write_side(io::SideLayer::mentions, mention.view());
        }
    }
}

void MapOutputs::write_reports(const io::KeptReports& reports) {
    for (const auto& writer : m_writers) {
        writer->write_reports(reports);
    }
}

void MapOutputs::place(std::vector<Event>& events) {
    for (Event& event : events) {
        io::place_on_surface(event, m_surface);
        if (m_areas) {
            m_counts.add(event);
        }
    }
}

void MapOutputs::write(std::size_t format, const std::vector<Event>& events, const std::function<void()>& before_each) {
    for (const Event& event : events) {
        before_each();
        m_writers[format]->write(event);
        const auto circle = m_circles ? io::circle_of(event, m_country_points) : std::nullopt;
        if (circle) {
            m_writers[format]->write_side(io::SideLayer::circles, circle->view());
        }
    }
}

void MapOutputs::write_areas() {
    m_counts.for_each([&](const std::string& country,
                          const std::string& admin1_code) { return m_shapes->area(country, admin1_code); },
                      [&](const io::SideFeature& area) {
                          for (const auto& writer : m_writers) {
                              writer->write_side(io::SideLayer::areas, area.view());
                          }
                      });
}

std::vector<io::LayerReport> MapOutputs::finish() {
    std::vector<io::LayerReport> reports;
    for (const auto& writer : m_writers) {
        reports.push_back(writer->finish());
    }
    return reports;
}

} // namespace yaqut::cli
