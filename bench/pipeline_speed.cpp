// SPDX-License-Identifier: Apache-2.0
// Speed of all stages from articles to layers in one run, beside a bare scan of the same text:
//   pipeline_speed GAZETTEER ARTICLES... [--runs=5] [--tsv]
// ARTICLES are inputs as `yaqut map` takes them. Stages are measured one by one on one thread, in processor time, so
// that other programs count little; the whole (text to merged events) on one and on two threads, in time on the clock
// as well, which needs a quiet machine. With --tsv the table is for programs: what, seconds, megabytes a second,
// articles a second, bare scans, and at the end the peak of memory in megabytes. Layers go to a folder of their own
// among temporary files, which is removed.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <functional>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <sys/resource.h>

#include "events/merge.hpp"
#include "pipeline_stages.hpp"

namespace {

using namespace yaqut;

double processor_time() { // of all threads
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double clock_time() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

enum class Line : std::uint8_t {
    reading,
    scan,
    tokens,
    dates,
    recognition,
    resolution,
    places,
    events,
    merging,
    geojson,
    shapefile,
    one_thread,
    one_thread_clock,
    two_threads,
    two_threads_clock,
};
constexpr std::array<const char*, 15> names{"JSON reading",
                                            "bare scan",
                                            "tokens and sentences",
                                            "dates",
                                            "recognition",
                                            "resolution",
                                            "recognition and resolution",
                                            "events",
                                            "merging",
                                            "GeoJSON",
                                            "shapefile",
                                            "text to merged events",
                                            "  the same, on the clock",
                                            "the same on two threads",
                                            "  the same, on the clock"};

/// Seconds of every line, a value per run.
using Times = std::map<Line, std::vector<double>>;

double timed(const std::function<void()>& work) {
    const double begin = processor_time();
    work();
    return processor_time() - begin;
}

/// All stages over all articles, a few at a time; gives the events.
std::vector<Event> run_stages(bench::Stages& stages, std::span<const Article> articles, Times& times) {
    constexpr std::size_t at_a_time = 16;
    std::map<Line, double> sums;
    std::vector<Event> events;
    for (std::size_t i = 0; i < articles.size(); i += at_a_time) {
        stages.begin(articles.subspan(i, std::min(at_a_time, articles.size() - i)));
        sums[Line::tokens] += timed([&] { stages.tokens(); });
        sums[Line::dates] += timed([&] { stages.dates(); });
        sums[Line::recognition] += timed([&] { stages.recognition(); });
        sums[Line::resolution] += timed([&] { stages.resolution(); });
        sums[Line::events] += timed([&] {
            auto& found = stages.events();
            std::move(found.begin(), found.end(), std::back_inserter(events));
        });
    }
    sums[Line::places] = sums[Line::recognition] + sums[Line::resolution];
    for (const auto& [line, seconds] : sums) {
        times[line].push_back(seconds);
    }
    return events;
}

void run_whole(const Pipeline& pipeline, std::span<const Article> articles, unsigned threads, Times& times) {
    const double clock = clock_time();
    times[threads == 1 ? Line::one_thread : Line::two_threads].push_back(
        timed([&] { (void)bench::merged_events(pipeline, articles, threads); }));
    times[threads == 1 ? Line::one_thread_clock : Line::two_threads_clock].push_back(clock_time() - clock);
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

void print(const Times& times, double megabytes, std::size_t articles) {
    const double scan = median(times.at(Line::scan));
    std::cout << std::left << std::setw(28) << "" << std::right << std::setw(9) << "s" << std::setw(10) << "MB/s"
              << std::setw(14) << "articles/s" << std::setw(14) << "bare scans\n";
    for (const auto& [line, runs] : times) {
        const double seconds = median(runs);
        std::cout << std::left << std::setw(28) << names.at(static_cast<std::size_t>(line)) << std::right << std::fixed
                  << std::setprecision(3) << std::setw(9) << seconds << std::setprecision(1) << std::setw(10)
                  << megabytes / seconds << std::setprecision(0) << std::setw(14)
                  << static_cast<double>(articles) / seconds << std::setw(13) << seconds / scan << '\n';
    }
    std::cout << std::setprecision(2) << "two threads are "
              << median(times.at(Line::one_thread_clock)) / median(times.at(Line::two_threads_clock))
              << " times as fast as one\n"
              << std::setprecision(0) << "peak memory, all articles and events held: " << peak_megabytes() << " MB\n";
}

void print_tsv(const Times& times, double megabytes, std::size_t articles) {
    const double scan = median(times.at(Line::scan));
    std::cout << "what\tseconds\tmegabytes_a_second\tarticles_a_second\tbare_scans\n" << std::setprecision(6);
    for (const auto& [line, runs] : times) {
        const double seconds = median(runs);
        const std::string_view name = names.at(static_cast<std::size_t>(line));
        const bool same = name.starts_with("  ");
        std::cout << (same ? (line == Line::one_thread_clock ? "one thread" : "two threads") : "")
                  << (same ? ", on the clock" : name) << '\t' << seconds << '\t' << megabytes / seconds << '\t'
                  << static_cast<double>(articles) / seconds << '\t' << seconds / scan << '\n';
    }
    std::cout << "peak memory\t" << peak_megabytes() << '\n';
}

int measure(const std::vector<std::string>& arguments, int runs, bool tsv) {
    const auto gazetteer = gazetteer::Gazetteer::open(arguments.front());
    const std::vector<std::string> files(arguments.begin() + 1, arguments.end());
    const Pipeline pipeline(gazetteer);
    bench::Stages stages(gazetteer);
    const bench::ScratchFolder scratch;
    const std::vector<Article> articles = bench::read_articles(files);
    if (articles.empty()) {
        throw std::runtime_error("no articles");
    }
    Times times;
    std::size_t spaces = 0;
    std::size_t found = 0;
    for (int run = 0; run < runs; ++run) {
        times[Line::reading].push_back(timed([&] { (void)bench::read_articles(files); }));
        times[Line::scan].push_back(timed([&] { spaces += bench::bare_scan(articles); }));
        std::vector<Event> events = run_stages(stages, articles, times);
        times[Line::merging].push_back(timed([&] { events = events::merge_reports(std::move(events)); }));
        found = events.size();
        const auto write = [&](io::LayerFormat format) {
            return timed([&] { bench::write_layer(events, format, scratch.path()); });
        };
        times[Line::geojson].push_back(write(io::LayerFormat::geojson));
        times[Line::shapefile].push_back(write(io::LayerFormat::shp));
        events.clear();
        run_whole(pipeline, articles, 1, times);
        run_whole(pipeline, articles, 2, times);
    }
    const double megabytes = bench::megabytes(articles);
    if (tsv) {
        print_tsv(times, megabytes, articles.size());
        return EXIT_SUCCESS;
    }
    std::cout << articles.size() << " articles, " << std::fixed << std::setprecision(1) << megabytes << " MB of text ("
              << spaces / static_cast<std::size_t>(runs) << " spaces), " << found << " events; medians of " << runs
              << " runs, processor time\n";
    print(times, megabytes, articles.size());
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char** argv) {
    try {
        std::vector<std::string> arguments;
        int runs = 5;
        bool tsv = false;
        for (const std::string& argument : std::vector<std::string>(argv + 1, argv + argc)) {
            constexpr std::string_view option = "--runs=";
            if (argument.starts_with(option)) {
                runs = std::max(1, std::stoi(argument.substr(option.size())));
            } else if (argument == "--tsv") {
                tsv = true;
            } else {
                arguments.push_back(argument);
            }
        }
        if (arguments.size() < 2) {
            std::cerr << "usage: pipeline_speed GAZETTEER ARTICLES... [--runs=5] [--tsv]\n";
            return 2;
        }
        return measure(arguments, runs, tsv);
    } catch (const std::exception& error) {
        std::cerr << "pipeline_speed: " << error.what() << "\n";
        return EXIT_FAILURE;
    }
}
