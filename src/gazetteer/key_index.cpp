// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/key_index.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/error.hpp"
#include "gazetteer/filter.hpp"
#include "gazetteer/key_list.hpp"
#include "gazetteer/slot_table.hpp"
#include "gazetteer/sound_index.hpp"

namespace yaqut::gazetteer {

namespace {

using format::SectionId;
using format::SlotRecord;

/// One entry is enough for names of a place that are spelled the same; a demonym is something else.
bool is_same(const NameEntry& a, const NameEntry& b) {
    return a.place == b.place && a.strict_check == b.strict_check && is_demonym(a) == is_demonym(b);
}

void merge(NameEntry& into, const NameEntry& name) {
    into.ambiguous = std::max(into.ambiguous, name.ambiguous);
    into.kind = std::min(into.kind, name.kind);
    into.word_count = std::max(into.word_count, name.word_count);
    if (into.language != name.language) {
        into.language = static_cast<std::uint8_t>(Language::other);
    }
}

/// The names of one hash, sorted by KeyItemLess, as they go to the file.
void merge_and_order(std::vector<NameEntry>& names) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (kept > 0 && is_same(names[kept - 1], names[i])) {
            merge(names[kept - 1], names[i]);
        } else {
            names[kept++] = names[i];
        }
    }
    names.resize(kept);
    const auto shown = [](const NameEntry& name) {
        return std::tuple(name.place, is_demonym(name), name.kind, name.strict_check);
    };
    std::sort(names.begin(), names.end(), [&](const NameEntry& a, const NameEntry& b) { return shown(a) < shown(b); });
}

/// The sorted items hash by hash.
class Groups {
  public:
    explicit Groups(KeyItemSorter& items) : m_items(items), m_item(items.next()) {}

    [[nodiscard]] bool done() const { return m_item == nullptr; }
    [[nodiscard]] std::uint64_t hash() const { return m_item->hash; }
    /// Appends the names of the hash and goes on to the next one.
    void take(std::vector<NameEntry>& names) {
        for (const std::uint64_t hash = m_item->hash; m_item != nullptr && m_item->hash == hash;
             m_item = m_items.next()) {
            names.push_back(m_item->name);
        }
    }

  private:
    KeyItemSorter& m_items;
    const KeyItem* m_item;
};

/// Sorted hashes, each once.
class Hashes {
  public:
    explicit Hashes(HashSorter& hashes) : m_hashes(hashes) { advance(); }

    [[nodiscard]] bool done() const { return m_done; }
    [[nodiscard]] std::uint64_t value() const { return m_value; }
    void advance() {
        const std::uint64_t* next = m_hashes.next();
        while (next != nullptr && m_any && *next == m_value) {
            next = m_hashes.next();
        }
        m_done = next == nullptr;
        if (!m_done) {
            m_any = true;
            m_value = *next;
        }
    }

  private:
    HashSorter& m_hashes;
    std::uint64_t m_value = 0;
    bool m_any = false;
    bool m_done = false;
};

/// Names and the records of their hashes, as they come.
struct Posted {
    explicit Posted(const WorkSpace& space) : names(space), records(space) {}

    void post(std::uint64_t hash, const std::vector<NameEntry>& entries, bool extends) {
        if (count + entries.size() > std::numeric_limits<std::uint32_t>::max()) {
            throw Error("a gazetteer holds at most 4294967295 names");
        }
        const auto size = static_cast<std::uint32_t>(entries.size());
        records.add(SlotRecord{hash, size > 0 ? static_cast<std::uint32_t>(count) : 0,
                               size | (extends ? format::extends_bit : 0)});
        names.append(std::as_bytes(std::span(entries)));
        count += size;
        ++record_count;
    }

    Spool names;
    Spool records;
    std::uint64_t count = 0; ///< names
    std::uint64_t record_count = 0;
};

/// Goes through phrases, prefixes and fused keys side by side, by their hashes: single words that are spelled like a
/// fused name stand with it, and their phrase has the same hash. Gives the number of phrases that are names.
std::uint64_t post_all(KeyItemSorter& phrase_items, KeyItemSorter& fused_items, HashSorter& prefix_hashes,
                       Posted& phrases, Posted& fused) {
    Groups names(phrase_items);
    Groups joined(fused_items);
    Hashes prefixes(prefix_hashes);
    std::uint64_t keys = 0;
    std::vector<NameEntry> here;
    std::vector<NameEntry> fused_here;
    while (!names.done() || !joined.done() || !prefixes.done()) {
        constexpr std::uint64_t last = std::numeric_limits<std::uint64_t>::max();
        const std::uint64_t hash = std::min({names.done() ? last : names.hash(), joined.done() ? last : joined.hash(),
                                             prefixes.done() ? last : prefixes.value()});
        here.clear();
        fused_here.clear();
        if (!names.done() && names.hash() == hash) {
            names.take(here);
            merge_and_order(here);
            ++keys;
        }
        const bool extends = !prefixes.done() && prefixes.value() == hash;
        if (extends) {
            prefixes.advance();
        }
        if (extends || !here.empty()) {
            phrases.post(hash, here, extends);
        }
        if (!joined.done() && joined.hash() == hash) {
            joined.take(fused_here);
            std::copy_if(here.begin(), here.end(), std::back_inserter(fused_here),
                         [](const NameEntry& name) { return name.word_count == 1; });
            std::sort(fused_here.begin(), fused_here.end(), [](const NameEntry& a, const NameEntry& b) {
                return KeyItemLess::rest(a) < KeyItemLess::rest(b);
            });
            merge_and_order(fused_here);
            fused.post(hash, fused_here, false);
        }
    }
    return keys;
}

void copy_to(FileWriter& file, const Spool& spool) {
    spool.for_pieces(1, [&](std::span<const std::byte> piece) { file.append(piece); });
}

/// Writes the slot table; `first` is added to where the names of each record begin.
format::TableShape write_table(FileWriter& file, SectionId id, const Posted& posted, std::uint64_t first) {
    if (first + posted.count > std::numeric_limits<std::uint32_t>::max()) {
        throw Error("a gazetteer holds at most 4294967295 names");
    }
    constexpr std::size_t batch = std::size_t{1} << 16U;
    SlotLayout layout(posted.record_count);
    std::vector<SlotRecord> slots;
    const auto flush = [&] {
        file.append(std::as_bytes(std::span(slots)));
        slots.clear();
    };
    file.begin(id);
    posted.records.for_records<SlotRecord>([&](SlotRecord record) {
        record.first += static_cast<std::uint32_t>(first);
        layout.add(record, [&](const SlotRecord& slot) { slots.push_back(slot); });
        if (slots.size() > batch) {
            flush();
        }
    });
    flush();
    file.end();
    return layout.shape();
}

std::vector<std::uint64_t> first_word_filter(HashSorter& hashes, const WorkSpace& space) {
    Spool words(space);
    for (Hashes all(hashes); !all.done(); all.advance()) {
        words.add(all.value());
    }
    auto filter = empty_filter(words.size() / sizeof(std::uint64_t));
    words.for_records<std::uint64_t>([&](std::uint64_t word) { add_to_filter(filter, word); });
    return filter;
}

std::vector<std::uint64_t> fused_filter(const Posted& fused) {
    auto filter = empty_filter(fused.record_count);
    fused.records.for_records<SlotRecord>([&](const SlotRecord& record) { add_to_filter(filter, record.hash); });
    return filter;
}

void write_keys(FileWriter& file, SectionId text_id, SectionId blocks_id, BlobSorter& sorted) {
    constexpr std::size_t batch = std::size_t{1} << 20U;
    KeyListEncoder encoder;
    std::string text;
    const auto flush = [&] {
        file.append(std::as_bytes(std::span(text)));
        text.clear();
    };
    file.begin(text_id);
    while (const std::string_view* key = sorted.next()) {
        encoder.add(*key, text);
        if (text.size() > batch) {
            flush();
        }
    }
    flush();
    file.end();
    file.add(blocks_id, encoder.blocks());
}

} // namespace

KeyIndexBuilder::KeyIndexBuilder(const WorkSpace& space, bool known)
    : m_known(known), m_space(space.share(16)), m_phrases(space.share(4)), m_fused(space.share(8)),
      m_prefixes(space.share(8)), m_first_words(space.share(16)), m_loose(space.share(4)),
      m_known_loose(space.share(16)), m_sounds(space.share(16)) {}

void KeyIndexBuilder::add(const NameKeys& keys, PlaceIndex place, Language language, NameKind kind, bool ambiguous) {
    NameEntry name;
    name.place = place;
    name.strict_check = static_cast<std::uint32_t>(keys.strict);
    name.language = static_cast<std::uint8_t>(language);
    name.kind = kind;
    name.ambiguous = ambiguous ? 1 : 0;
    name.word_count = static_cast<std::uint8_t>(keys.words);
    m_phrases.add({keys.phrase, name});
    if (keys.words > 1) {
        m_fused.add({keys.fused, name});
    }
    for (const std::uint64_t prefix : keys.prefixes) {
        m_prefixes.add(prefix);
    }
    m_first_words.add(keys.first_word);
    m_loose.add(keys.loose);
    if (kind != NameKind::demonym) {
        if (const auto sound = sound_key(keys.loose)) {
            m_sounds.add({sound->skeleton, place, sound->vowels});
        }
    }
    if (m_known && place < format::known_places) {
        m_known_loose.add(keys.loose);
    }
}

void KeyIndexBuilder::write(FileWriter& file, format::Header& header) {
    m_phrases.finish();
    m_fused.finish();
    m_prefixes.finish();
    Posted phrases(m_space);
    Posted fused(m_space);
    header.key_count = post_all(m_phrases, m_fused, m_prefixes, phrases, fused);
    file.begin(SectionId::postings);
    copy_to(file, phrases.names);
    copy_to(file, fused.names);
    file.end();
    header.phrases = write_table(file, SectionId::phrases, phrases, 0);
    header.fused = write_table(file, SectionId::fused, fused, phrases.count);
    m_first_words.finish();
    file.add(SectionId::filter, first_word_filter(m_first_words, m_space));
    file.add(SectionId::fused_filter, fused_filter(fused));
    m_loose.finish();
    write_keys(file, SectionId::keys, SectionId::key_blocks, m_loose);
    m_known_loose.finish();
    write_keys(file, SectionId::known_keys, SectionId::known_blocks, m_known_loose);
}

void KeyIndexBuilder::write_sounds(FileWriter& file) {
    constexpr std::size_t batch = std::size_t{1} << 16U;
    std::vector<format::SoundRecord> records;
    std::optional<format::SoundRecord> last;
    const auto flush = [&] {
        file.append(std::as_bytes(std::span(records)));
        records.clear();
    };
    m_sounds.finish();
    file.begin(SectionId::sounds);
    while (const format::SoundRecord* record = m_sounds.next()) {
        if (last != *record) {
            records.push_back(*record);
            last = *record;
        }
        if (records.size() > batch) {
            flush();
        }
    }
    flush();
    file.end();
}

} // namespace yaqut::gazetteer
