// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace yaqut::cli {

/// What a run is made of. Items live in places of the caller's and are known by number. Each place belongs to one
/// thread, which alone fills it and works on it: memory that an item keeps for the next one stays with the thread.
struct PipelineStages {
    std::function<bool(std::size_t place)> read;  ///< fills the place; false: there is no more
    std::function<void(std::size_t place)> work;  ///< called from several threads
    std::function<void(std::size_t place)> write; ///< in the order of read(), from any thread
};

/// Threads that a run with `--threads threads` (0: one per core) has.
[[nodiscard]] std::size_t thread_count(unsigned threads);

/// Runs the stages on the calling thread and `threads` - 1 others; the results come in order with any number of
/// threads. Places 0 to `threads` * `places_each` - 1 are used. `read` and `write` are never called at the same time as
/// themselves; which thread is free reads, which has done the next item in the order writes, so that threads wait for
/// each other only when one is behind by all places of another. An exception of any of the three ends the run and is
/// passed on.
void run_in_order(std::size_t threads, std::size_t places_each, const PipelineStages& stages);

/// Runs steps over items that lie in `places` of the caller's, each step over one item at a time, in order: while one
/// works on an item, the next steps work on earlier ones, on as many threads as there are at most. `first` returns
/// false when there is no more. Passes on the first exception.
void run_in_series(std::size_t threads, std::size_t places, const std::function<bool(std::size_t place)>& first,
                   const std::vector<std::function<void(std::size_t place)>>& rest);

/// Runs `task` for 0 to count - 1, on as many threads as there are at most. Passes on the first exception.
void run_each(std::size_t threads, std::size_t count, const std::function<void(std::size_t)>& task);

} // namespace yaqut::cli
