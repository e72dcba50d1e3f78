// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <exception>
#include <functional>
#include <memory>
#include <vector>

#include "cli/unit_shapes.hpp"
#include "core/annotation.hpp"
#include "core/article.hpp"
#include "io/area_layer.hpp"
#include "io/layer_writer.hpp"
#include "io/side_layers.hpp"

namespace yaqut::cli {

/// All that `yaqut map` writes in one run: the events in several formats, and the layers beside them. Events of
/// first-level units are put on the surface of their unit first. A format that cannot be written (its limits are
/// reached, its disk is full) is given up alone: the others go on, and throw_fault() tells of it in the end; only files
/// that describe all layers are then left out. When no layer is left, the member function at work throws that fault.
class MapOutputs {
  public:
    using Writers = std::vector<std::unique_ptr<io::LayerWriter>>;

    /// `layers`: those that the writers were opened with; `drawn` as in io::LayerOptions.
    MapOutputs(Writers writers, const std::vector<io::SideLayer>& layers, io::DrawnPoints drawn,
               std::unique_ptr<UnitShapes> shapes);

    /// What write_mentions() is to be given of an article; nothing where nobody asked for mentions. Safe for any number
    /// of threads.
    [[nodiscard]] std::vector<io::SideFeature> mentions_of(const Article& article, const Annotation& annotation) const;
    /// Any time before finish().
    void write_mentions(const std::vector<io::SideFeature>& mentions);
    /// Any time before finish(): what an article tells, for later runs.
    void write_reports(const io::KeptReports& reports);
    /// Any number of times: puts events where they are drawn, and counts their share in the areas. Then each of
    /// formats() is to have them, in this order; `before_each` is called before each event, and may throw.
    void place(std::vector<Event>& events);
    [[nodiscard]] std::size_t formats() const { return m_writers.size(); }
    /// Events with their circles. Formats may be written at the same time, each by one thread.
    void write(std::size_t format, const std::vector<Event>& events, const std::function<void()>& before_each);
    /// After all events: the areas.
    void write_areas();
    /// Completes all files.
    [[nodiscard]] std::vector<io::LayerReport> finish();
    /// Removes what is written so far.
    void give_up() { m_writers.clear(); }
    /// Is all written that was asked for, up to now?
    [[nodiscard]] bool whole() const;
    /// Throws the OutputError of the first format that was given up; nothing when there is none.
    void throw_fault() const;

  private:
    using Job = std::function<void(io::LayerWriter& writer)>;

    /// Nothing where the format was given up before.
    void work(std::size_t format, const Job& job);
    void work_on_all(const Job& job);

    Writers m_writers;                        ///< null: given up
    std::vector<std::exception_ptr> m_faults; ///< of the formats that were given up
    std::atomic<std::size_t> m_left;          ///< layers that were not given up
    io::DrawnPoints m_drawn;
    std::unique_ptr<UnitShapes> m_shapes;
    io::UnitSurface m_surface;
    bool m_mentions;
    bool m_circles;
    bool m_areas;
    io::AreaCounts m_counts;
};

} // namespace yaqut::cli
