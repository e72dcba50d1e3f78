// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/key_index.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "core/error.hpp"
#include "gazetteer/filter.hpp"

namespace yaqut::gazetteer {

namespace {

using Item = KeyIndexBuilder::Item;

bool is_demonym(const NameEntry& name) { return name.kind == NameKind::demonym; }

/// One entry is enough for names of a place that are spelled the same; a demonym is something else.
bool is_same(const Item& a, const Item& b) {
    return a.hash == b.hash && a.name.place == b.name.place && a.name.strict_check == b.name.strict_check &&
           is_demonym(a.name) == is_demonym(b.name);
}

void merge(NameEntry& into, const NameEntry& name) {
    into.ambiguous = std::max(into.ambiguous, name.ambiguous);
    into.kind = std::min(into.kind, name.kind);
    into.word_count = std::max(into.word_count, name.word_count);
    if (into.language != name.language) {
        into.language = static_cast<std::uint8_t>(Language::other);
    }
}

void sort_and_merge(std::vector<Item>& items) {
    const auto all = [](const Item& item) {
        const NameEntry& name = item.name;
        return std::tuple(item.hash, name.place, is_demonym(name), name.strict_check, name.kind, name.language,
                          name.ambiguous, name.word_count);
    };
    std::sort(items.begin(), items.end(), [&](const Item& a, const Item& b) { return all(a) < all(b); });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (kept > 0 && is_same(items[kept - 1], items[i])) {
            merge(items[kept - 1].name, items[i].name);
        } else {
            items[kept++] = items[i];
        }
    }
    items.resize(kept);
    const auto shown = [](const Item& item) {
        return std::tuple(item.hash, item.name.place, is_demonym(item.name), item.name.kind, item.name.strict_check);
    };
    std::sort(items.begin(), items.end(), [&](const Item& a, const Item& b) { return shown(a) < shown(b); });
}

void sort_unique(std::vector<std::uint64_t>& hashes) {
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

/// Appends the names to the postings; gives one record per hash. The items must be sorted.
std::vector<format::SlotRecord> post(const std::vector<Item>& items, std::vector<NameEntry>& postings) {
    std::vector<format::SlotRecord> records;
    for (const Item& item : items) {
        if (postings.size() == std::numeric_limits<std::uint32_t>::max()) {
            throw Error("a gazetteer holds at most 4294967295 names");
        }
        if (records.empty() || records.back().hash != item.hash) {
            records.push_back({item.hash, static_cast<std::uint32_t>(postings.size()), 0});
        }
        ++records.back().count;
        postings.push_back(item.name);
    }
    return records;
}

/// Marks the records that longer names begin with, and adds those that are no names themselves.
std::vector<format::SlotRecord> with_prefixes(const std::vector<format::SlotRecord>& records,
                                              const std::vector<std::uint64_t>& prefixes) {
    std::vector<format::SlotRecord> result;
    result.reserve(records.size() + prefixes.size());
    auto prefix = prefixes.begin();
    for (const format::SlotRecord& record : records) {
        for (; prefix != prefixes.end() && *prefix < record.hash; ++prefix) {
            result.push_back({*prefix, 0, format::extends_bit});
        }
        result.push_back(record);
        if (prefix != prefixes.end() && *prefix == record.hash) {
            result.back().count |= format::extends_bit;
            ++prefix;
        }
    }
    for (; prefix != prefixes.end(); ++prefix) {
        result.push_back({*prefix, 0, format::extends_bit});
    }
    return result;
}

std::vector<std::uint64_t> hashes_of(const std::vector<Item>& items) {
    std::vector<std::uint64_t> hashes;
    hashes.reserve(items.size());
    for (const Item& item : items) {
        hashes.push_back(item.hash);
    }
    sort_unique(hashes);
    return hashes;
}

/// Adds the single words that are spelled like a fused name: their phrase has the same hash. `hashes` are the fused
/// ones.
void add_single_words(std::vector<Item>& fused, const std::vector<std::uint64_t>& hashes,
                      const std::vector<Item>& phrases) {
    for (const Item& item : phrases) {
        if (item.name.word_count == 1 && std::binary_search(hashes.begin(), hashes.end(), item.hash)) {
            fused.push_back(item);
        }
    }
}

} // namespace

void KeyIndexBuilder::add(const NameKeys& keys, std::uint32_t place, Language language, NameKind kind, bool ambiguous) {
    NameEntry name;
    name.place = place;
    name.strict_check = static_cast<std::uint32_t>(keys.strict);
    name.language = static_cast<std::uint8_t>(language);
    name.kind = kind;
    name.ambiguous = ambiguous ? 1 : 0;
    name.word_count = static_cast<std::uint8_t>(keys.words);
    m_phrases.push_back({keys.phrase, name});
    if (keys.words > 1) {
        m_fused.push_back({keys.fused, name});
    }
    m_prefixes.insert(m_prefixes.end(), keys.prefixes.begin(), keys.prefixes.end());
    m_first_words.push_back(keys.first_word);
    m_loose += keys.loose;
    m_loose_ends.push_back(m_loose.size());
}

BuiltKeyList KeyIndexBuilder::sorted_keys() {
    std::vector<std::string_view> keys;
    keys.reserve(m_loose_ends.size());
    std::size_t begin = 0;
    for (const std::size_t end : m_loose_ends) {
        keys.push_back(std::string_view(m_loose).substr(begin, end - begin));
        begin = end;
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return make_key_list(keys);
}

BuiltKeyIndex KeyIndexBuilder::finish(std::span<const PlaceIndex> numbers) {
    for (auto* items : {&m_phrases, &m_fused}) {
        for (Item& item : *items) {
            item.name.place = numbers[item.name.place];
        }
    }
    BuiltKeyIndex index;
    sort_and_merge(m_phrases);
    sort_unique(m_prefixes);
    const auto names = post(m_phrases, index.postings);
    index.key_count = names.size();
    index.phrases = make_slot_table(with_prefixes(names, m_prefixes));
    const std::vector<std::uint64_t> fused_hashes = hashes_of(m_fused);
    add_single_words(m_fused, fused_hashes, m_phrases);
    sort_and_merge(m_fused);
    index.fused = make_slot_table(post(m_fused, index.postings));
    sort_unique(m_first_words);
    index.filter = make_filter(m_first_words);
    index.fused_filter = make_filter(fused_hashes);
    index.keys = sorted_keys();
    *this = {};
    return index;
}

} // namespace yaqut::gazetteer
