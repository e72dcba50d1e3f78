// SPDX-License-Identifier: Apache-2.0
#include "use_examples.hpp"

#include <algorithm>
#include <iostream>
#include <map>

#include "corpus.hpp"
#include "toponyms/analysis.hpp"
#include "toponyms/use_lists.hpp"

namespace yaqut::training {

using namespace toponyms;

namespace {

using UseSet = unsigned; ///< bits of ToponymUse
constexpr UseSet one(ToponymUse use) { return 1U << static_cast<unsigned>(use); }
constexpr UseSet all_uses = (1U << use_count) - 1;
constexpr UseSet places = one(ToponymUse::location) | one(ToponymUse::metonym);

/// The text whose hash a word feature holds: the token's key, its beginning or end, or the whole name.
std::string text_of(const WordFeature& feature, const text::Document& document, const NameCandidate& name) {
    const std::string key(document.loose(document.token(feature.token)));
    std::vector<std::string> texts{key, name_key(document, name)};
    for (const std::size_t size : {3U, 4U}) {
        if (key.size() >= size) {
            texts.push_back(key.substr(0, size));
            texts.push_back(key.substr(key.size() - size));
        }
    }
    for (const std::string& text : texts) {
        if (word_feature_hash(feature.slot, loose_phrase_hash(text)) == feature.hash) {
            return text;
        }
    }
    return {};
}

UseSet uses_of_type(const GoldToponym& gold, bool demonym) {
    for (std::size_t use = 0; use < use_count; ++use) {
        if (gold.use == to_string(static_cast<ToponymUse>(use))) {
            return 1U << use;
        }
    }
    const std::map<std::string, UseSet> types{{"Literal", one(ToponymUse::location)},
                                              {"Literal_Modifier", one(ToponymUse::location)},
                                              {"Mixed", one(ToponymUse::location)},
                                              {"Coercion", one(ToponymUse::location)},
                                              {"Embedded_Literal", one(ToponymUse::location)},
                                              {"Metonymic", one(ToponymUse::metonym)},
                                              {"Demonym", one(ToponymUse::demonym)},
                                              {"Language", one(ToponymUse::demonym)},
                                              {"Embedded_Non_Lit", one(ToponymUse::org)},
                                              {"Homonym", one(ToponymUse::person) | one(ToponymUse::other)}};
    if (demonym) {
        return one(ToponymUse::demonym);
    }
    const auto found = types.find(gold.type);
    return found != types.end() ? found->second : places;
}

/// The uses that the labels leave open for a candidate; 0: the labels say nothing.
UseSet allowed_uses(const GoldDocument& gold, const NameCandidate& name, bool demonym, bool outlet, bool ordinary,
                    bool kingdom, bool full) {
    for (const GoldToponym& toponym : gold.toponyms) {
        if (toponym.span.overlaps(name.span)) {
            return toponym.nested ? 0 : uses_of_type(toponym, demonym && gold.language != Language::ar);
        }
    }
    for (const TextSpan& span : gold.ignored) {
        if (span.overlaps(name.span)) {
            return 0;
        }
    }
    if (full) {
        return one(ToponymUse::other);
    }
    if (kingdom) {
        return 0; // some corpora label المملكة, some never do
    }
    if (demonym) {
        // Nationalities are labelled in some corpora only: a missing label says nothing, but that it is one of them.
        const UseSet none = ordinary ? 0 : one(ToponymUse::other);
        return gold.language == Language::ar ? all_uses & ~places & ~none : 0;
    }
    return outlet ? one(ToponymUse::source) : all_uses & ~places & ~one(ToponymUse::demonym);
}

/// What the labels leave open for a candidate.
UseSet allowed_uses(const GoldDocument& gold, const Analysis& analysis, const NameCandidate& name, bool full) {
    const NameSummary& summary = analysis.candidates().summary(name);
    // الاتحاد الأوروبي only begins like the newspaper.
    const CueSet own = analysis.words()[name.tokens.begin].cues & analysis.words()[name.tokens.end - 1].cues;
    const bool outlet = (own & (bit(Cue::outlet) | bit(Cue::agency))) != 0;
    const bool kingdom = name.tokens.size() == 1 && analysis.words()[name.tokens.begin].is(Cue::state_word);
    return allowed_uses(gold, name, summary.demonym_only, outlet, summary.ambiguous, kingdom, full);
}

void add_examples(const GoldDocument& gold, const Analysis& analysis, float weight, bool all, UseExamples& result) {
    const text::Document& document = analysis.context().document();
    const bool full =
        std::any_of(gold.toponyms.begin(), gold.toponyms.end(), [](const GoldToponym& t) { return !t.use.empty(); });
    UseFeatures features;
    const auto& names = analysis.candidates().names;
    for (std::size_t i = 0; i < names.size(); ++i) {
        UseExample example;
        example.allowed = allowed_uses(gold, analysis, names[i], full);
        if (example.allowed == 0 && !all) {
            continue;
        }
        example.weight = weight;
        example.document = static_cast<std::uint32_t>(result.documents.size() - 1);
        example.span = names[i].span;
        example.unknown = names[i].match == MatchKind::descriptor;
        example.listed = continues_list(analysis.context(), i);
        analysis.context().features(i, features);
        example.features.assign(features.dense.begin(), features.dense.end());
        for (const WordFeature& word : features.words) {
            if (const std::string text = text_of(word, document, names[i]); !text.empty()) {
                example.features.push_back(result.dictionary.word(word, text));
            }
        }
        result.examples.push_back(std::move(example));
    }
}

struct Coverage {
    std::size_t covered = 0;
    std::size_t total = 0;
};

void count_covered(const GoldDocument& gold, const Analysis& analysis, Coverage& coverage) {
    const auto& names = analysis.candidates().names;
    for (const GoldToponym& toponym : gold.toponyms) {
        const bool found = std::any_of(names.begin(), names.end(),
                                       [&](const NameCandidate& n) { return n.span.overlaps(toponym.span); });
        coverage.total += toponym.nested ? 0 : 1;
        coverage.covered += !toponym.nested && found ? 1 : 0;
    }
}

} // namespace

std::uint32_t UseDictionary::word(const WordFeature& feature, const std::string& text) {
    const auto next = static_cast<std::uint32_t>(size());
    const auto [row, fresh] = m_rows.try_emplace(feature.hash, next);
    if (fresh) {
        m_words.emplace_back(feature.slot, text);
    }
    return row->second;
}

UseSlot UseDictionary::slot_of(std::uint32_t row) const {
    if (row >= use_slot_begin.back()) {
        return name(row).first;
    }
    const auto* const next = std::upper_bound(use_slot_begin.begin(), use_slot_begin.end(), row);
    return static_cast<UseSlot>(next - use_slot_begin.begin() - 1);
}

UseExamples read_use_examples(const gazetteer::Gazetteer& gazetteer, const std::vector<WeightedCorpus>& corpora,
                              Language language, bool all) {
    UseExamples result;
    for (std::size_t file = 0; file < corpora.size(); ++file) {
        Coverage coverage;
        for (const GoldDocument& gold : read_corpus(corpora[file].file)) {
            const text::Document document(gold.text);
            const Analysis analysis(gazetteer, document, language, {});
            result.documents.push_back({file, gold.id, gold.text});
            add_examples(gold, analysis, corpora[file].weight, all, result);
            count_covered(gold, analysis, coverage);
        }
        std::cerr << corpora[file].file << ": " << coverage.covered << " of " << coverage.total
                  << " labelled names are candidates\n";
    }
    return result;
}

} // namespace yaqut::training
