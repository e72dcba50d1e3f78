// SPDX-License-Identifier: Apache-2.0
// One benchmark a stage and a format of layers, with Google Benchmark:
//   stages_benchmark [--benchmark_filter=... and its other options] [ARTICLES...]
// Without ARTICLES over those of examples/, repeated. One pass over all articles is one iteration; the stages before
// the one that is measured run in between, outside of the clock. Speeds are bytes of article text a second.
#include <benchmark/benchmark.h>

#include <ctime>
#include <exception>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "events/merge.hpp"
#include "pipeline_stages.hpp"

namespace {

using namespace yaqut;

constexpr std::size_t at_a_time = 16;
constexpr std::size_t repeats = 100; ///< of the examples

struct Inputs {
    explicit Inputs(std::vector<Article> given)
        : gazetteer(gazetteer::Gazetteer::open(YAQUT_BENCH_GAZETTEER)), articles(std::move(given)), stages(gazetteer) {
        for (const Article& article : articles) {
            bytes += static_cast<std::int64_t>(article.text.size());
        }
    }

    gazetteer::Gazetteer gazetteer;
    std::vector<Article> articles;
    bench::Stages stages;
    std::int64_t bytes = 0;
};

double thread_time() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// The stages that work article by article, in their order.
using Step = void (*)(bench::Stages&);
struct Stage {
    const char* name;
    Step step;
};
const std::vector<Stage> article_stages{{"tokens", [](bench::Stages& stages) { stages.tokens(); }},
                                        {"dates", [](bench::Stages& stages) { stages.dates(); }},
                                        {"recognition", [](bench::Stages& stages) { stages.recognition(); }},
                                        {"resolution", [](bench::Stages& stages) { stages.resolution(); }},
                                        {"events", [](bench::Stages& stages) { (void)stages.events(); }}};

void measure_stage(benchmark::State& state, Inputs& inputs, std::size_t measured) {
    const std::span<const Article> articles = inputs.articles;
    for (auto _ : state) {
        double seconds = 0.0;
        for (std::size_t i = 0; i < articles.size(); i += at_a_time) {
            inputs.stages.begin(articles.subspan(i, std::min(at_a_time, articles.size() - i)));
            for (std::size_t stage = 0; stage <= measured; ++stage) {
                const double begin = thread_time();
                article_stages[stage].step(inputs.stages);
                seconds += stage == measured ? thread_time() - begin : 0.0;
            }
        }
        state.SetIterationTime(seconds);
    }
    state.SetBytesProcessed(state.iterations() * inputs.bytes);
}

std::vector<Event> reports_of(Inputs& inputs) {
    const std::span<const Article> articles = inputs.articles;
    std::vector<Event> reports;
    for (std::size_t i = 0; i < articles.size(); i += at_a_time) {
        inputs.stages.begin(articles.subspan(i, std::min(at_a_time, articles.size() - i)));
        for (const Stage& stage : article_stages) {
            stage.step(inputs.stages);
        }
        auto& found = inputs.stages.found_events();
        std::move(found.begin(), found.end(), std::back_inserter(reports));
    }
    return reports;
}

void measure_merging(benchmark::State& state, const Inputs& inputs, const std::vector<Event>& reports) {
    for (auto _ : state) {
        std::vector<Event> copy = reports;
        const double begin = thread_time();
        benchmark::DoNotOptimize(events::merge_reports(std::move(copy)));
        state.SetIterationTime(thread_time() - begin);
    }
    state.SetBytesProcessed(state.iterations() * inputs.bytes);
}

void measure_layer(benchmark::State& state, const Inputs& inputs, const std::vector<Event>& events,
                   io::LayerFormat format) {
    const bench::ScratchFolder folder;
    for (auto _ : state) {
        bench::write_layer(events, format, folder.path());
    }
    state.SetBytesProcessed(state.iterations() * inputs.bytes);
    state.SetItemsProcessed(state.iterations() * std::ssize(events));
}

void add_benchmarks(Inputs& inputs) {
    for (std::size_t i = 0; i < article_stages.size(); ++i) {
        benchmark::RegisterBenchmark(article_stages[i].name,
                                     [&inputs, i](benchmark::State& state) { measure_stage(state, inputs, i); })
            ->UseManualTime()
            ->Unit(benchmark::kMillisecond);
    }
    const auto reports = std::make_shared<const std::vector<Event>>(reports_of(inputs));
    benchmark::RegisterBenchmark(
        "merging", [&inputs, reports](benchmark::State& state) { measure_merging(state, inputs, *reports); })
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
    // Unmerged: the examples, repeated, would merge to a few.
    for (const io::LayerFormatInfo& info : io::layer_formats()) {
        const std::string name = "layer/" + std::string(info.name);
        benchmark::RegisterBenchmark(name.c_str(), [&inputs, reports, format = info.format](benchmark::State& state) {
            measure_layer(state, inputs, *reports, format);
        })->Unit(benchmark::kMillisecond);
    }
}

std::vector<Article> articles_of(const std::vector<std::string>& files) {
    if (!files.empty()) {
        return bench::read_articles(files);
    }
    const std::vector<Article> examples = bench::read_articles({YAQUT_BENCH_EXAMPLES});
    std::vector<Article> articles;
    for (std::size_t i = 0; i < repeats; ++i) {
        articles.insert(articles.end(), examples.begin(), examples.end());
    }
    return articles;
}

} // namespace

int main(int argc, char** argv) {
    try {
        benchmark::Initialize(&argc, argv);
        Inputs inputs(articles_of(std::vector<std::string>(argv + 1, argv + argc)));
        add_benchmarks(inputs);
        benchmark::RunSpecifiedBenchmarks();
        benchmark::Shutdown();
        return EXIT_SUCCESS;
    } catch (const std::exception& error) {
        std::cerr << "stages_benchmark: " << error.what() << "\n";
        return EXIT_FAILURE;
    }
}
