// SPDX-License-Identifier: Apache-2.0
// Speed of recognition and resolution on one core, beside a bare scan of the same text:
//   toponym_speed GAZETTEER TEXT... [--runs=5]
// Each TEXT is a JSON Lines file of articles with "text", or plain text with one article a line. The texts are read
// into memory first. Reading a text into tokens (Document) is measured apart: all stages share it.
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "gazetteer/gazetteer.hpp"
#include "text/document.hpp"
#include "text/word_cache.hpp"
#include "toponyms/recognizer.hpp"
#include "toponyms/resolver.hpp"

namespace {

using namespace yaqut;
/// Processor time of this thread, so that other programs on the machine do not count.
double now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

std::vector<std::string> read_texts(const std::string& file) {
    std::ifstream in(file);
    if (!in) {
        throw std::runtime_error(file + ": cannot be read");
    }
    std::vector<std::string> texts;
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with('{')) {
            texts.push_back(std::move(line));
        } else if (const auto object = nlohmann::json::parse(line); object.contains("text")) {
            texts.push_back(object["text"].get<std::string>());
        }
    }
    return texts;
}

struct Times {
    double scan = 0, document = 0, recognize = 0, resolve = 0;
};

/// What must happen at least: every byte is looked at.
std::size_t count_spaces(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

Times run(const std::vector<std::string>& texts, const toponyms::Recognizer& recognizer,
          const toponyms::Resolver& resolver, std::size_t& seen) {
    Times times;
    text::WordCache words;
    const double begin = now();
    for (const std::string& text : texts) {
        seen += count_spaces(text);
    }
    times.scan = now() - begin;
    for (const std::string& text : texts) {
        double step = now();
        words.make_room();
        const text::Document document(text, words);
        times.document += now() - step;
        step = now();
        auto mentions = recognizer.recognize(document, document.language());
        times.recognize += now() - step;
        step = now();
        seen += resolver.resolve(document, std::move(mentions)).size();
        times.resolve += now() - step;
    }
    return times;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void print(const char* name, const std::vector<double>& seconds, double megabytes) {
    const double middle = median(seconds);
    std::cout << std::left << std::setw(28) << name << std::right << std::fixed << std::setprecision(3) << std::setw(9)
              << middle << " s" << std::setprecision(1) << std::setw(10) << megabytes / middle << " MB/s\n";
}

int measure(const std::vector<std::string>& arguments, int runs) {
    const auto gazetteer = gazetteer::Gazetteer::open(arguments.front());
    const toponyms::Recognizer recognizer(gazetteer);
    const toponyms::Resolver resolver(gazetteer);
    std::vector<std::string> texts;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        auto more = read_texts(arguments[i]);
        std::move(more.begin(), more.end(), std::back_inserter(texts));
    }
    double megabytes = 0;
    for (const std::string& text : texts) {
        megabytes += static_cast<double>(text.size()) / 1e6;
    }
    std::vector<double> scan, document, recognize, resolve, all;
    std::size_t seen = 0;
    for (int i = 0; i < runs; ++i) {
        const Times times = run(texts, recognizer, resolver, seen);
        scan.push_back(times.scan);
        document.push_back(times.document);
        recognize.push_back(times.recognize);
        resolve.push_back(times.resolve);
        all.push_back(times.document + times.recognize + times.resolve);
    }
    std::cout << texts.size() << " texts, " << std::fixed << std::setprecision(1) << megabytes << " MB, medians of "
              << runs << " runs (" << seen << ")\n";
    print("bare scan", scan, megabytes);
    print("tokens and sentences", document, megabytes);
    print("recognition", recognize, megabytes);
    print("resolution", resolve, megabytes);
    print("all three", all, megabytes);
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char** argv) {
    try {
        std::vector<std::string> arguments;
        int runs = 5;
        for (const std::string argument : std::vector<std::string>(argv + 1, argv + argc)) {
            constexpr std::string_view option = "--runs=";
            if (argument.starts_with(option)) {
                runs = std::max(1, std::stoi(argument.substr(option.size())));
            } else {
                arguments.push_back(argument);
            }
        }
        if (arguments.size() < 2) {
            std::cerr << "usage: toponym_speed GAZETTEER TEXT... [--runs=5]\n";
            return 2;
        }
        return measure(arguments, runs);
    } catch (const std::exception& error) {
        std::cerr << "toponym_speed: " << error.what() << "\n";
        return EXIT_FAILURE;
    }
}
