// SPDX-License-Identifier: Apache-2.0
// Learns the weight tables of the toponyms module:
//   train_toponyms uses LANGUAGE GAZETTEER OUTPUT.tsv FILE.jsonl[=WEIGHT]...
//   train_toponyms resolution LANGUAGE GAZETTEER OUTPUT.tsv FILE.jsonl[=WEIGHT]...
#include <cstdlib>
#include <exception>
#include <iostream>
#include <span>
#include <string>

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

int run(std::span<char*> arguments) {
    using yaqut::gazetteer::Gazetteer;
    const std::string task = arguments.size() > 1 ? arguments[1] : "";
    if ((task == "uses" || task == "resolution") && arguments.size() > 5) {
        const auto language = yaqut::parse_language(arguments[2]).value_or(yaqut::Language::other);
        const Gazetteer gazetteer = Gazetteer::open(arguments[3]);
        const auto train = task == "uses" ? yaqut::training::train_uses : yaqut::training::train_resolution;
        train(gazetteer, corpora_of(arguments.subspan(5)), language, arguments[4]);
        return EXIT_SUCCESS;
    }
    std::cerr << "usage: train_toponyms uses LANGUAGE GAZETTEER OUTPUT.tsv FILE.jsonl[=WEIGHT]...\n"
                 "       train_toponyms resolution LANGUAGE GAZETTEER OUTPUT.tsv FILE.jsonl[=WEIGHT]...\n";
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
