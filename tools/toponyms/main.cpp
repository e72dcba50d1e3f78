// SPDX-License-Identifier: Apache-2.0
// Learns the weight tables of the toponyms module:
//   train_toponyms uses LANGUAGE GAZETTEER OUTPUT.tsv [SETTING=VALUE]... FILE.jsonl[=WEIGHT]...
//   train_toponyms cross-uses LANGUAGE GAZETTEER OUTPUT.jsonl [SETTING=VALUE]... FILE.jsonl[=WEIGHT]...
//   train_toponyms judge LANGUAGE GAZETTEER TABLE.tsv OUTPUT.jsonl [--place-share=SHARE] FILE.jsonl
//   train_toponyms resolution GAZETTEER OUTPUT.tsv FILE.jsonl[=WEIGHT]...
//   train_toponyms map-examples GAZETTEER OUTPUT.jsonl FILE.jsonl
//   train_toponyms cross GAZETTEER ERRORS.tsv [--without=GROUND]... FILE.jsonl[=WEIGHT]...
#include <algorithm>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "map_examples.hpp"
#include "resolution_training.hpp"
#include "use_training.hpp"

namespace {

using yaqut::training::WeightedCorpus;

std::vector<WeightedCorpus> corpora_of(std::span<char*> arguments) {
    std::vector<WeightedCorpus> corpora;
    for (const std::string argument : arguments) {
        const std::size_t mark = argument.rfind('=');
        corpora.push_back(
            {argument.substr(0, mark), mark == std::string::npos ? 1.0F : std::stof(argument.substr(mark + 1))});
    }
    return corpora;
}

constexpr const char* usage =
    "usage: train_toponyms uses LANGUAGE GAZETTEER OUTPUT.tsv [SETTING=VALUE]... FILE.jsonl[=WEIGHT]...\n"
    "       train_toponyms cross-uses LANGUAGE GAZETTEER OUTPUT.jsonl [SETTING=VALUE]... FILE.jsonl[=WEIGHT]...\n"
    "       train_toponyms judge LANGUAGE GAZETTEER TABLE.tsv OUTPUT.jsonl [--place-share=SHARE] FILE.jsonl\n"
    "       train_toponyms resolution GAZETTEER OUTPUT.tsv FILE.jsonl[=WEIGHT]...\n"
    "       train_toponyms cross GAZETTEER ERRORS.tsv [--without=GROUND]... FILE.jsonl[=WEIGHT]...\n"
    "       train_toponyms map-examples GAZETTEER OUTPUT.jsonl FILE.jsonl\n"
    "settings: --runs --epochs --rate --decay-dense --decay-word --fewest-words --forget-name --without\n";

/// Takes the settings from the front of the arguments.
yaqut::training::UseSettings take_settings(std::span<char*>& arguments) {
    yaqut::training::UseSettings settings;
    for (; !arguments.empty() && std::string_view(arguments[0]).starts_with("--"); arguments = arguments.subspan(1)) {
        const std::string argument = arguments[0];
        const std::size_t mark = std::min(argument.find('='), argument.size() - 1);
        const std::string name = argument.substr(0, mark);
        const std::string value = argument.substr(mark + 1);
        if (name == "--runs") {
            settings.runs = std::stoi(value);
        } else if (name == "--epochs") {
            settings.epochs = std::stoi(value);
        } else if (name == "--doubt") {
            settings.doubt = std::stof(value);
        } else if (name == "--rate") {
            settings.rate = std::stof(value);
        } else if (name == "--decay-dense") {
            settings.decay_dense = std::stof(value);
        } else if (name == "--decay-word") {
            settings.decay_word = std::stof(value);
        } else if (name == "--fewest-words") {
            settings.fewest_words = static_cast<unsigned>(std::stoul(value));
        } else if (name == "--forget-name") {
            settings.forget_name = static_cast<unsigned>(std::stoul(value));
        } else if (name == "--without") {
            settings.without.push_back(value);
        } else {
            throw std::runtime_error(argument + ": no such setting");
        }
    }
    return settings;
}

std::optional<float> take_place_share(std::span<char*>& arguments) {
    constexpr std::string_view option = "--place-share=";
    const std::string_view first = arguments.empty() ? std::string_view() : arguments[0];
    if (!first.starts_with(option)) {
        return std::nullopt;
    }
    arguments = arguments.subspan(1);
    return std::stof(std::string(first.substr(option.size())));
}

/// uses, cross-uses, judge: what a language's names are used for.
bool run_uses(const std::string& task, std::span<char*> rest) {
    const auto language = yaqut::parse_language(rest[0]).value_or(yaqut::Language::other);
    const yaqut::gazetteer::Gazetteer gazetteer = yaqut::gazetteer::Gazetteer::open(rest[1]);
    const std::string table = rest[2];
    rest = rest.subspan(3);
    if (task != "judge") {
        const auto settings = take_settings(rest);
        const auto learn = task == "uses" ? yaqut::training::train_uses : yaqut::training::cross_uses;
        learn(gazetteer, corpora_of(rest), language, settings, table);
        return true;
    }
    const std::string output = rest[0];
    rest = rest.subspan(1);
    const auto share = take_place_share(rest);
    if (rest.size() != 1) {
        return false;
    }
    yaqut::training::judge_uses(gazetteer, rest[0], language, table, share, output);
    return true;
}

/// resolution, cross: which place a name means.
void run_resolution(const std::string& task, std::span<char*> rest) {
    const yaqut::gazetteer::Gazetteer gazetteer = yaqut::gazetteer::Gazetteer::open(rest[0]);
    const std::string output = rest[1];
    rest = rest.subspan(2);
    if (task == "resolution") {
        yaqut::training::train_resolution(gazetteer, corpora_of(rest), output);
    } else {
        const auto settings = take_settings(rest);
        yaqut::training::cross_resolution(gazetteer, corpora_of(rest), settings.without, output);
    }
}

int run(std::span<char*> arguments) {
    const std::string task = arguments.size() > 4 ? arguments[1] : "";
    if (task == "resolution" || task == "cross") {
        run_resolution(task, arguments.subspan(2));
        return EXIT_SUCCESS;
    }
    if (task == "map-examples") {
        yaqut::training::write_map_examples(yaqut::gazetteer::Gazetteer::open(arguments[2]), arguments[4],
                                            arguments[3]);
        return EXIT_SUCCESS;
    }
    const bool uses = task == "uses" || task == "cross-uses" || task == "judge";
    if (uses && arguments.size() > 5 && run_uses(task, arguments.subspan(2))) {
        return EXIT_SUCCESS;
    }
    std::cerr << usage;
    return 2;
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run({argv, static_cast<std::size_t>(argc)});
    } catch (const std::exception& error) {
        std::cerr << "train_toponyms: " << error.what() << "\n";
        return EXIT_FAILURE;
    }
}
