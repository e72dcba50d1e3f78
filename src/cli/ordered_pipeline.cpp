// SPDX-License-Identifier: Apache-2.0
#include "cli/ordered_pipeline.hpp"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>

namespace yaqut::cli {

std::size_t thread_count(unsigned threads) {
    return threads > 0 ? threads : static_cast<std::size_t>(tbb::info::default_concurrency());
}

void run_in_order(std::size_t threads, std::size_t places, const PipelineStages& stages) {
    if (threads == 1) {
        while (stages.read(0)) {
            stages.work(0);
            stages.write(0);
        }
        return;
    }
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    std::size_t next = 0;
    const auto read = [&](tbb::flow_control& flow) -> std::size_t {
        const std::size_t place = next++ % places;
        if (!stages.read(place)) {
            flow.stop();
        }
        return place;
    };
    const auto work = [&](std::size_t place) {
        stages.work(place);
        return place;
    };
    tbb::parallel_pipeline(places,
                           tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, read) &
                               tbb::make_filter<std::size_t, std::size_t>(tbb::filter_mode::parallel, work) &
                               tbb::make_filter<std::size_t, void>(tbb::filter_mode::serial_in_order, stages.write));
}

void run_each(std::size_t threads, std::size_t count, const std::function<void(std::size_t)>& task) {
    if (threads == 1) {
        for (std::size_t i = 0; i < count; ++i) {
            task(i);
        }
        return;
    }
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    tbb::parallel_for(std::size_t{0}, count, task, tbb::simple_partitioner());
}

} // namespace yaqut::cli
