// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

namespace yaqut::cli {

/// What a run is made of. Items live in a ring of the caller's and are known by their place in it: a run that ends by
/// an exception drops what is on its way between stages without destroying it. A place is free again when it is its
/// turn, because items leave in the order in which they came and no more are on their way than there are places.
struct PipelineStages {
    std::function<bool(std::size_t place)> read;  ///< fills the place; false: there is no more
    std::function<void(std::size_t place)> work;  ///< called from several threads
    std::function<void(std::size_t place)> write; ///< in the order of read()
};

/// Threads that a run with `--threads threads` (0: one per core) has.
[[nodiscard]] std::size_t thread_count(unsigned threads);

/// Runs the stages; the results come in order with any number of threads. `read` and `write` are never called at the
/// same time as themselves. An exception of any of the three ends the run and is passed on.
void run_in_order(std::size_t threads, std::size_t places, const PipelineStages& stages);

/// Runs `task` for 0 to count - 1, on as many threads as there are at most. Passes on the first exception.
void run_each(std::size_t threads, std::size_t count, const std::function<void(std::size_t)>& task);

} // namespace yaqut::cli
