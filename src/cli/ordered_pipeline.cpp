// SPDX-License-Identifier: Apache-2.0
#include "cli/ordered_pipeline.hpp"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <limits>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>

namespace yaqut::cli {

namespace {

class OrderedRun {
  public:
    OrderedRun(std::size_t threads, std::size_t places_each, const PipelineStages& stages)
        : m_stages(stages), m_places_each(places_each), m_free(threads), m_done(threads * places_each, nothing) {
        for (std::size_t place = 0; place < m_done.size(); ++place) {
            m_free[place / places_each].push_back(place);
        }
    }

    void run() {
        std::vector<std::thread> others;
        others.reserve(m_free.size());
        try {
            while (others.size() + 1 < m_free.size()) {
                others.emplace_back([this, number = others.size() + 1] { work_as(number); });
            }
        } catch (const std::system_error&) { // fewer threads do the same
        }
        work_as(0);
        for (std::thread& other : others) {
            other.join();
        }
        if (m_failure) {
            std::rethrow_exception(m_failure);
        }
    }

  private:
    static constexpr std::size_t nothing = std::numeric_limits<std::size_t>::max();

    void work_as(std::size_t thread) {
        try {
            while (const auto place = free_place(thread)) {
                const auto number = read(*place);
                if (!number) {
                    return;
                }
                m_stages.work(*place);
                write(*number, *place);
            }
        } catch (...) {
            fail(std::current_exception());
        }
    }

    /// The one used last, which is nearest in the caches. Of the thread's items one is always on its way to be written
    /// when none is free.
    std::optional<std::size_t> free_place(std::size_t thread) {
        std::vector<std::size_t>& free = m_free[thread];
        std::unique_lock lock(m_mutex);
        m_written.wait(lock, [&] { return m_failed || !free.empty(); });
        if (m_failed) {
            return std::nullopt;
        }
        const std::size_t place = free.back();
        free.pop_back();
        return place;
    }

    /// The number of the item; nullopt: there is no more.
    std::optional<std::uint64_t> read(std::size_t place) {
        const std::lock_guard lock(m_reading);
        if (std::exchange(m_ended, true) || !m_stages.read(place)) { // an exception is the end, too
            return std::nullopt;
        }
        m_ended = false;
        return m_next_read++;
    }

    /// Writes the item and those that waited for it; if it is not its turn yet, another thread will.
    void write(std::uint64_t number, std::size_t place) {
        std::unique_lock lock(m_mutex);
        m_done[number % m_done.size()] = place;
        if (std::exchange(m_writing, true)) {
            return;
        }
        for (std::size_t next = take_next(); next != nothing && !m_failed; next = take_next()) {
            lock.unlock();
            m_stages.write(next);
            lock.lock();
            m_free[next / m_places_each].push_back(next);
            m_written.notify_all();
        }
        m_writing = false;
    }

    std::size_t take_next() {
        std::size_t& next = m_done[m_next_written % m_done.size()];
        m_next_written += next == nothing ? 0U : 1U;
        return std::exchange(next, nothing);
    }

    void fail(std::exception_ptr failure) {
        const std::lock_guard lock(m_mutex);
        if (!std::exchange(m_failed, true)) {
            m_failure = std::move(failure);
        }
        m_written.notify_all();
    }

    const PipelineStages& m_stages;
    std::size_t m_places_each;

    std::mutex m_reading; ///< of what read() uses
    bool m_ended = false;
    std::uint64_t m_next_read = 0;

    std::mutex m_mutex; ///< of the rest
    std::condition_variable m_written;
    std::vector<std::vector<std::size_t>> m_free; ///< places of each thread
    std::vector<std::size_t> m_done;              ///< places of items to write, by number: no more are on their way
    std::uint64_t m_next_written = 0;
    bool m_writing = false; ///< some thread is
    bool m_failed = false;
    std::exception_ptr m_failure;
};

} // namespace

std::size_t thread_count(unsigned threads) {
    return threads > 0 ? threads : static_cast<std::size_t>(tbb::info::default_concurrency());
}

void run_in_order(std::size_t threads, std::size_t places_each, const PipelineStages& stages) {
    if (threads > 1) {
        OrderedRun(threads, places_each, stages).run();
        return;
    }
    while (stages.read(0)) {
        stages.work(0);
        stages.write(0);
    }
}

void run_in_series(std::size_t threads, std::size_t places, const std::function<bool(std::size_t)>& first,
                   const std::vector<std::function<void(std::size_t)>>& rest) {
    if (threads == 1) {
        while (first(0)) {
            for (const auto& step : rest) {
                step(0);
            }
        }
        return;
    }
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    std::size_t next = 0;
    constexpr auto in_order = tbb::filter_mode::serial_in_order;
    auto steps = tbb::make_filter<void, std::size_t>(in_order, [&](tbb::flow_control& flow) {
        const std::size_t place = next++ % places;
        if (!first(place)) {
            flow.stop();
        }
        return place;
    });
    for (const auto& step : rest) {
        steps = steps & tbb::make_filter<std::size_t, std::size_t>(in_order, [&step](std::size_t place) {
                    step(place);
                    return place;
                });
    }
    tbb::parallel_pipeline(places, steps & tbb::make_filter<std::size_t, void>(in_order, [](std::size_t /*place*/) {}));
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
