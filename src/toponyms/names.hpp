// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/toponym.hpp"
#include "gazetteer/gazetteer.hpp"
#include "text/document.hpp"
#include "text/word_facts.hpp"
#include "toponyms/cue_words.hpp"

namespace yaqut::toponyms {

/// What matters of all places that a name may mean, read once per name and article.
struct NameSummary {
    FeatureClass feature = FeatureClass::other; ///< of the most important place
    std::uint32_t population = 0;               ///< the largest
    NameKind kind = NameKind::official;         ///< of the most important place's name
    bool ambiguous = false;                     ///< an ordinary word or a person's name, too
    bool demonym_only = false;
    bool demonym = false;                    ///< some of the names are demonyms
    bool country = false;                    ///< some place is a country
    bool capital = false;                    ///< the most important place is a country's capital
    std::string_view country_code;           ///< of the most important place
    std::vector<std::string_view> countries; ///< of all places, each once, at most eight
};

/// A stretch of text that may be a place name, before its use is known.
struct NameCandidate {
    TokenRange tokens;
    TextSpan span;                             ///< without proclitics and possessive endings
    text::Clitic clitics = text::Clitic::none; ///< taken off the first word
    MatchKind match = MatchKind::strict;
    std::span<const gazetteer::NameEntry> names; ///< empty for MatchKind::descriptor
    std::uint64_t loose_hash = 0;                ///< of the phrase
    std::uint64_t strict_hash = 0;               ///< of the phrase
    std::optional<std::uint32_t> descriptor;     ///< token of the descriptor word before the name, or at its head
    std::uint32_t summary = 0;                   ///< index into NameCandidates::summaries
};

struct NameCandidates {
    std::vector<NameCandidate> names; ///< by position, without overlaps
    std::vector<NameSummary> summaries;

    [[nodiscard]] const NameSummary& summary(const NameCandidate& name) const { return summaries[name.summary]; }
};

/// Which readings of an Arabic word begin names of a gazetteer: for most words none.
struct NameStarts {
    bool whole : 1 = false;   ///< the word itself
    bool reading : 1 = false; ///< without proclitics that are taken off freely
    bool rare : 1 = false;    ///< without others
    bool fused : 1 = false;   ///< a name of several words that is written as this one
};

/// What is kept about words for the names of one gazetteer.
struct NameFacts {
    text::FactKey<NameStarts> starts;
};

/// Finds all candidates of a document: names of the gazetteer (longest first, whole words before words without
/// proclitics), and words after a descriptor that are no name known.
[[nodiscard]] NameCandidates find_names(const gazetteer::Gazetteer& gazetteer, const text::Document& document,
                                        std::span<const WordInfo> words, const NameFacts& facts);

/// How much a place is known: classes and population on one scale, about 0 to 10.
[[nodiscard]] double importance(const Place& place);

/// The places that a candidate may mean, at most `limit`, most important first: those that a nationality belongs to,
/// or those that have the name itself.
[[nodiscard]] std::vector<Candidate> places_of(const gazetteer::Gazetteer& gazetteer, const NameCandidate& name,
                                               bool demonym, std::size_t limit);

} // namespace yaqut::toponyms
