// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <tuple>

#include "gazetteer/external_sort.hpp"
#include "gazetteer/file_writer.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/name_keys.hpp"
#include "gazetteer/spool.hpp"

namespace yaqut::gazetteer {

/// A name under one of its keys.
struct KeyItem {
    std::uint64_t hash = 0;
    NameEntry name;
};

[[nodiscard]] inline bool is_demonym(const NameEntry& name) { return name.kind == NameKind::demonym; }

/// By hash and place; names of one spelling one after the other.
struct KeyItemLess {
    [[nodiscard]] static auto rest(const NameEntry& name) {
        return std::tuple(name.place, is_demonym(name), name.strict_check, name.kind, name.language, name.ambiguous,
                          name.word_count);
    }
    bool operator()(const KeyItem& a, const KeyItem& b) const {
        return a.hash != b.hash ? a.hash < b.hash : rest(a.name) < rest(b.name);
    }
};

using KeyItemSorter = RecordSorter<KeyItem, KeyItemLess>;
struct SoundLess {
    bool operator()(const format::SoundRecord& a, const format::SoundRecord& b) const {
        return std::tuple(a.skeleton, a.place, a.vowels) < std::tuple(b.skeleton, b.place, b.vowels);
    }
};

using SoundSorter = RecordSorter<format::SoundRecord, SoundLess>;
using HashSorter = RecordSorter<std::uint64_t, std::less<>>;

/// Collects the keys of names and writes everything that names are looked up by. The result does not depend on the
/// order in which names were added, nor on the memory. Throws OutputError.
class KeyIndexBuilder {
  public:
    /// `known`: the gazetteer has so many places that the weightiest ones get a list of keys of their own.
    KeyIndexBuilder(const WorkSpace& space, bool known);

    void add(const NameKeys& keys, PlaceIndex place, Language language, NameKind kind, bool ambiguous);

    /// To be called once, after the last name: writes the sections from `postings` to `known_blocks` and fills in
    /// what the header says about them.
    void write(FileWriter& file, format::Header& header);
    /// The last section, to be called after all others were written.
    void write_sounds(FileWriter& file);

  private:
    bool m_known;
    WorkSpace m_space;
    KeyItemSorter m_phrases;
    KeyItemSorter m_fused; ///< names of two words and more
    HashSorter m_prefixes;
    HashSorter m_first_words;
    BlobSorter m_loose;
    BlobSorter m_known_loose;
    SoundSorter m_sounds;
};

} // namespace yaqut::gazetteer
