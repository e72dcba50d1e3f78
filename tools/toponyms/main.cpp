// SPDX-License-Identifier: Apache-2.0
// Learns the weight tables of the toponyms module:
//   train_toponyms uses LANGUAGE GAZETTEER OUTPUT.tsv [SETTING=VALUE]... FILE.jsonl[=WEIGHT]...
//   train_toponyms judge LANGUAGE GAZETTEER TABLE.tsv OUTPUT.jsonl [--place-share=SHARE] FILE.jsonl
//   train_toponyms resolution LANGUAGE GAZETTEER OUTPUT.tsv FILE.jsonl[=WEIGHT]...
#include <algorithm>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

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
    "       train_toponyms judge LANGUAGE GAZETTEER TABLE.tsv OUTPUT.jsonl [--place-share=SHARE] FILE.jsonl\n"
    "       train_toponyms resolution LANGUAGE GAZETTEER OUTPUT.tsv FILE.jsonl[=WEIGHT]...\n"
    "settings: --epochs --rate --decay-dense --decay-word --fewest-words --forget-name --without\n";

/// Takes the settings from the front of the arguments.
yaqut::training::UseSettings take_settings(std::span<char*>& arguments) {
    yaqut::training::UseSettings settings;
    for (; !arguments.empty() && std::string_view(arguments[0]).starts_with("--"); arguments = arguments.subspan(1)) {
        const std::string argument = arguments[0];
        const std::size_t mark = std::min(argument.find('='), argument.size() - 1);
        const std::string name = argument.substr(0, mark);
        const std::string value = argument.substr(mark + 1);
        if (name == "--epochs") {
            settings.epochs = std::stoi(value);
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

int run(std::span<char*> arguments) {
    using yaqut::gazetteer::Gazetteer;
    const std::string task = arguments.size() > 5 ? arguments[1] : "";
    if (task == "uses" || task == "judge" || task == "resolution") {
        const auto language = yaqut::parse_language(arguments[2]).value_or(yaqut::Language::other);
        const Gazetteer gazetteer = Gazetteer::open(arguments[3]);
        const std::string table = arguments[4];
        std::span<char*> rest = arguments.subspan(5);
        if (task == "resolution") {
            yaqut::training::train_resolution(gazetteer, corpora_of(rest), language, table);
            return EXIT_SUCCESS;
        }
        if (task == "uses") {
            const auto settings = take_settings(rest);
            yaqut::training::train_uses(gazetteer, corpora_of(rest), language, settings, table);
            return EXIT_SUCCESS;
        }
        const std::string output = rest[0];
        rest = rest.subspan(1);
        const auto share = take_place_share(rest);
        if (rest.size() == 1) {
            yaqut::training::judge_uses(gazetteer, rest[0], language, table, share, output);
            return EXIT_SUCCESS;
        }
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
