// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/toponym.hpp"
#include "gazetteer/gazetteer.hpp"
#include "text/document.hpp"
#include "text/word_facts.hpp"
#include "toponyms/cue_words.hpp"
#include "toponyms/name_memory.hpp"
#include "toponyms/name_summary.hpp"

namespace yaqut::toponyms {

/// A stretch of text that may be a place name, before its use is known.
struct NameCandidate {
    TokenRange tokens;
    TextSpan span;                             ///< without proclitics and possessive endings
    text::Clitic clitics = text::Clitic::none; ///< taken off the first word
    std::uint16_t key_begin = 0;               ///< how many bytes of its key they are
    MatchKind match = MatchKind::strict;
    std::span<const gazetteer::NameEntry> names; ///< empty for MatchKind::descriptor
    std::span<const gazetteer::NameEntry> bare;  ///< of بلدة دوما also those that دوما alone has
    std::uint32_t bare_check = 0;                ///< strict_check of their spelling
    std::uint64_t loose_hash = 0;                ///< of the phrase
    std::uint64_t strict_hash = 0;               ///< of the phrase
    std::optional<std::uint32_t> descriptor;     ///< token of the descriptor word before the name, or at its head
    bool listed = false;                         ///< the descriptor stands before another name of the same list
    std::uint32_t summary = 0;                   ///< index into NameCandidates::summaries
};

struct NameCandidates {
    std::vector<NameCandidate> names; ///< by position, without overlaps
    std::vector<NameSummary> summaries;
    std::vector<KnownName*> known;          ///< of each summary, valid until the worker reads its next text
    std::unique_ptr<NameMemory> own_memory; ///< where the document was read without a cache of words

    [[nodiscard]] const NameSummary& summary(const NameCandidate& name) const { return summaries[name.summary]; }
};

/// One worker's memory for candidates.
struct SpareCandidates final : text::WordCache::Facts {
    void forget() override {}
    NameCandidates candidates;
};

/// What is kept about words and names for one gazetteer.
struct NameFacts {
    text::FactKey<NameStarts> starts;
    text::FactKey<ReadingRange> readings; ///< what NameStarts tells of
    text::FactKey<NameMemory> names;
    text::FactKey<SpareCandidates> candidates;
};

/// Finds all candidates of a document: names of the gazetteer (longest first, whole words before words without
/// proclitics), and words after a descriptor that are no name known.
[[nodiscard]] NameCandidates find_names(const gazetteer::Gazetteer& gazetteer, const text::Document& document,
                                        std::span<const WordInfo> words, const NameFacts& facts);
/// Hands back what find_names() gave for the document: the worker's next one takes its memory.
void take_back(const text::Document& document, const NameFacts& facts, NameCandidates&& candidates);

inline constexpr std::size_t entries_read = 64; // of one name: the rest cannot change what is said about it

/// What the places of a name have in common.
[[nodiscard]] NameSummary summarise(const gazetteer::Gazetteer& gazetteer, const NameCandidate& name);

/// How much a place is known: classes and population on one scale, about 0 to 10.
[[nodiscard]] double importance(const Place& place);

/// The places that a candidate may mean, at most `limit`, most important first: those that a nationality belongs to,
/// or those that have the name itself.
[[nodiscard]] std::vector<Candidate> places_of(const gazetteer::Gazetteer& gazetteer, const NameCandidate& name,
                                               bool demonym, std::size_t limit);

} // namespace yaqut::toponyms
