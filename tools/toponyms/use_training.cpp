// SPDX-License-Identifier: Apache-2.0
#include "use_training.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <span>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "text/code_points.hpp"
#include "toponyms/use_decision.hpp"
#include "toponyms/use_lists.hpp"
#include "use_trainer.hpp"

namespace yaqut::training {

using namespace toponyms;

namespace {

constexpr float negligible = 0.06F;

std::string value_name(UseSlot slot, std::uint32_t value) {
    const UseSlotInfo& info = use_slots.at(static_cast<std::size_t>(slot));
    switch (info.kind) {
    case ValueKind::cue: return std::string(cue_names.at(value));
    case ValueKind::feature: return std::string(to_string(static_cast<FeatureClass>(value)));
    default: return std::to_string(value);
    }
}

std::string line_of(std::string_view slot, const std::string& value, const UseRow& weights) {
    std::string line(slot);
    line += '\t';
    line += value;
    bool some = false;
    for (const float weight : weights) {
        line += '\t';
        if (std::abs(weight) >= negligible) {
            line += std::to_string(std::lround(weight * 100.0F));
            some = true;
        }
    }
    while (line.ends_with('\t')) {
        line.pop_back();
    }
    return some ? line + '\n' : std::string();
}

void write_table(const std::string& output, const std::vector<UseRow>& weights, const UseDictionary& dictionary) {
    std::ofstream out(output);
    out << "# How much each feature of a place name speaks for each use, in hundredths. Learned by tools/toponyms.\n";
    out << "feature\tvalue";
    for (std::size_t use = 0; use < use_count; ++use) {
        out << '\t' << to_string(static_cast<ToponymUse>(use));
    }
    out << '\n';
    for (std::size_t slot = 0; slot < first_word_slot; ++slot) {
        for (std::uint32_t row = use_slot_begin.at(slot); row < use_slot_begin.at(slot + 1); ++row) {
            out << line_of(use_slots.at(slot).name,
                           value_name(static_cast<UseSlot>(slot), row - use_slot_begin.at(slot)), weights[row]);
        }
    }
    std::vector<std::string> lines;
    for (std::uint32_t row = use_slot_begin.back(); row < weights.size(); ++row) {
        const auto& [slot, text] = dictionary.name(row);
        lines.push_back(line_of(use_slots.at(static_cast<std::size_t>(slot)).name, text, weights[row]));
    }
    std::sort(lines.begin(), lines.end());
    for (const std::string& line : lines) {
        out << line;
    }
    if (!out.flush()) {
        throw std::runtime_error(output + ": cannot be written");
    }
}

std::vector<const UseExample*> examples_of(const UseExamples& all, const std::vector<std::size_t>& folds,
                                           std::size_t left_out) {
    std::vector<const UseExample*> result;
    for (const UseExample& example : all.examples) {
        if (folds[example.document] != left_out) {
            result.push_back(&example);
        }
    }
    return result;
}

/// The third of its file that each document stands in: neighbours are often of one article.
std::vector<std::size_t> thirds_of(const UseExamples& all, std::size_t files) {
    constexpr std::size_t thirds = 3;
    std::vector<std::size_t> sizes(files);
    for (const UseDocument& document : all.documents) {
        ++sizes[document.file];
    }
    std::vector<std::size_t> seen(files);
    std::vector<std::size_t> result;
    for (const UseDocument& document : all.documents) {
        result.push_back(seen[document.file]++ * thirds / sizes[document.file]);
    }
    return result;
}

/// All candidates of a document, judged with the weights.
nlohmann::json judged(std::span<const UseExample> examples, const std::string& text, const std::vector<UseRow>& weights,
                      const UseDecision& decision) {
    std::vector<UseScores> scores;
    for (const UseExample& example : examples) {
        scores.push_back(use_scores(example, weights));
    }
    std::size_t first = 0;
    for (std::size_t at = 1; decision.lists_agree && at <= scores.size(); ++at) {
        if (at == scores.size() || !examples[at].listed) {
            agree_in_list(std::span(scores).subspan(first, at - first));
            first = at;
        }
    }
    const text::CodePointMap map(text);
    nlohmann::json names = nlohmann::json::array();
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const UseExample& example = examples[i];
        const auto [use, score] = decision.use(scores[i]);
        const bool kept = decision.keeps(use, score, example.unknown);
        names.push_back({{"start", map.to_code_points(example.span.begin)},
                         {"end", map.to_code_points(example.span.end)},
                         {"use", kept ? to_string(use) : to_string(ToponymUse::other)},
                         {"unknown", example.unknown},
                         {"scores", scores[i]}});
    }
    return names;
}

} // namespace

void train_uses(const gazetteer::Gazetteer& gazetteer, const std::vector<WeightedCorpus>& corpora, Language language,
                const UseSettings& settings, const std::string& output) {
    const UseExamples all = read_use_examples(gazetteer, corpora, language, false);
    const std::vector<std::size_t> folds(all.documents.size());
    const auto weights = learn_use_weights(examples_of(all, folds, 1), all.dictionary, priors_of_grammar(), settings);
    write_table(output, weights, all.dictionary);
}

void cross_uses(const gazetteer::Gazetteer& gazetteer, const std::vector<WeightedCorpus>& corpora, Language language,
                const UseSettings& settings, const std::string& output) {
    const UseExamples all = read_use_examples(gazetteer, corpora, language, true);
    const std::vector<std::size_t> folds = thirds_of(all, corpora.size());
    const UseDecision decision = use_decision(language);
    std::array<std::vector<UseRow>, 3> weights;
    for (std::size_t fold = 0; fold < weights.size(); ++fold) {
        weights.at(fold) =
            learn_use_weights(examples_of(all, folds, fold), all.dictionary, priors_of_grammar(), settings);
    }
    std::ofstream out(output);
    std::size_t first = 0;
    for (std::size_t at = 0; at < all.documents.size(); ++at) {
        const UseDocument& document = all.documents[at];
        std::size_t last = first;
        while (last < all.examples.size() && all.examples[last].document == at) {
            ++last;
        }
        const auto examples = std::span(all.examples).subspan(first, last - first);
        const auto names = judged(examples, document.text, weights.at(folds[at]), decision);
        out << nlohmann::json{{"file", corpora[document.file].file}, {"id", document.id}, {"toponyms", names}}.dump()
            << '\n';
        first = last;
    }
    if (!out.flush()) {
        throw std::runtime_error(output + ": cannot be written");
    }
}

} // namespace yaqut::training
