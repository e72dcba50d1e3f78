// SPDX-License-Identifier: Apache-2.0
#include "cli/map_outputs.hpp"

#include <algorithm>

#include "core/error.hpp"

namespace yaqut::cli {

namespace {

bool holds(const std::vector<io::SideLayer>& layers, io::SideLayer layer) {
    return std::find(layers.begin(), layers.end(), layer) != layers.end();
}

std::size_t layers_among(const MapOutputs::Writers& writers) {
    return static_cast<std::size_t>(
        std::count_if(writers.begin(), writers.end(), [](const auto& writer) { return !writer->is_companion(); }));
}

} // namespace

MapOutputs::MapOutputs(Writers writers, const std::vector<io::SideLayer>& layers, io::DrawnPoints drawn,
                       std::unique_ptr<UnitShapes> shapes)
    : m_writers(std::move(writers)), m_faults(m_writers.size()), m_left(layers_among(m_writers)), m_drawn(drawn),
      m_shapes(std::move(shapes)),
      m_surface([units = m_shapes.get()](std::string_view id, std::string_view country, std::string_view admin1_code) {
          return units->surface(id, country, admin1_code);
      }),
      m_mentions(holds(layers, io::SideLayer::mentions)), m_circles(holds(layers, io::SideLayer::circles)),
      m_areas(holds(layers, io::SideLayer::areas)) {}

std::vector<io::SideFeature> MapOutputs::mentions_of(const Article& article, const Annotation& annotation) const {
    return m_mentions ? io::mentions_of(article, annotation, m_drawn, m_surface) : std::vector<io::SideFeature>();
}

void MapOutputs::work(std::size_t format, const Job& job) {
    if (m_writers[format] == nullptr) {
        return;
    }
    try {
        job(*m_writers[format]);
    } catch (const OutputError&) {
        const bool layer = !m_writers[format]->is_companion();
        m_faults[format] = std::current_exception();
        m_writers[format].reset(); // leaves nothing behind
        if (layer && --m_left == 0) {
            throw;
        }
    }
}

void MapOutputs::work_on_all(const Job& job) {
    for (std::size_t format = 0; format < m_writers.size(); ++format) {
        work(format, job);
    }
}

bool MapOutputs::whole() const {
    return std::all_of(m_faults.begin(), m_faults.end(), [](const auto& fault) { return fault == nullptr; });
}

void MapOutputs::throw_fault() const {
    for (const std::exception_ptr& fault : m_faults) {
        if (fault != nullptr) {
            std::rethrow_exception(fault);
        }
    }
}

void MapOutputs::write_mentions(const std::vector<io::SideFeature>& mentions) {
    for (const io::SideFeature& mention : mentions) {
        work_on_all([&](io::LayerWriter& writer) { writer.write_side(io::SideLayer::mentions, mention.view()); });
    }
}

void MapOutputs::write_reports(const io::KeptReports& reports) {
    work_on_all([&](io::LayerWriter& writer) { writer.write_reports(reports); });
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
    work(format, [&](io::LayerWriter& writer) {
        for (const Event& event : events) {
            before_each();
            writer.write(event);
            const auto circle = m_circles ? io::circle_of(event, m_drawn) : std::nullopt;
            if (circle) {
                writer.write_side(io::SideLayer::circles, circle->view());
            }
        }
    });
}

void MapOutputs::write_areas() {
    m_counts.for_each([&](const std::string& country,
                          const std::string& admin1_code) { return m_shapes->area(country, admin1_code); },
                      [&](const io::SideFeature& area) {
                          work_on_all(
                              [&](io::LayerWriter& writer) { writer.write_side(io::SideLayer::areas, area.view()); });
                      });
}

std::vector<io::LayerReport> MapOutputs::finish() {
    std::vector<io::LayerReport> reports;
    work_on_all([&](io::LayerWriter& writer) {
        if (whole() || !writer.is_companion()) {
            reports.push_back(writer.finish());
        }
    });
    return reports;
}

} // namespace yaqut::cli
