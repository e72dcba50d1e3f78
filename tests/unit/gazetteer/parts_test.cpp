// SPDX-License-Identifier: Apache-2.0
// The parts of the file format against simple models of them.
#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "gazetteer/edit_rows.hpp"
#include "gazetteer/filter.hpp"
#include "gazetteer/key_list.hpp"
#include "gazetteer/name_keys.hpp"
#include "gazetteer/slot_table.hpp"
#include "unit/gazetteer/sample.hpp"

using namespace yaqut;
using namespace yaqut::gazetteer;

namespace {

/// Optimal string alignment by the full table.
unsigned edits_between(const std::u32string& a, const std::u32string& b) {
    std::vector<std::vector<unsigned>> table(a.size() + 1, std::vector<unsigned>(b.size() + 1));
    for (unsigned i = 0; i <= a.size(); ++i) {
        for (unsigned j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            table[i][j] = std::min(
                {table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
            }
        }
    }
    return table[a.size()][b.size()];
}

/// Many short keys over few letters of one and two bytes, so that they share beginnings.
std::vector<std::string> random_keys() {
    const std::vector<std::string> letters{"a", "b", "é", "ب", "ت", " "};
    std::mt19937 random(5);
    std::set<std::string> keys;
    while (keys.size() < 3000) {
        std::string key;
        for (std::size_t i = 1 + random() % 8; i > 0; --i) {
            key += letters[random() % letters.size()];
        }
        keys.insert(key);
    }
    return {keys.begin(), keys.end()};
}

struct List {
    std::vector<std::string> keys = random_keys();
    KeyListEncoder encoder;
    std::string text;
    KeyList list;

    List() {
        for (const std::string& key : keys) {
            encoder.add(key, text);
            encoder.add(key, text); // passed over
        }
        list = {encoder.blocks(), text};
    }
};

} // namespace

TEST_CASE("keys with a beginning") {
    const List sample;
    for (const std::string prefix : {"a", "ab", "é", "ب", "بب a", "abab", "", "zz", "ababababab"}) {
        std::vector<std::string> found;
        sample.list.with_prefix(prefix, [&](std::string_view key) {
            found.emplace_back(key);
            return true;
        });
        std::vector<std::string> expected;
        std::copy_if(sample.keys.begin(), sample.keys.end(), std::back_inserter(expected),
                     [&](const std::string& key) { return key.starts_with(prefix); });
        CAPTURE(prefix);
        CHECK(found == expected);
    }
    int seen = 0;
    sample.list.with_prefix("a", [&](std::string_view) { return ++seen < 3; });
    CHECK(seen == 3);
    KeyList().with_prefix("a", [&](std::string_view) { return ++seen < 100; });
    CHECK(seen == 3);
}

TEST_CASE("keys near a word") {
    const List sample;
    for (const std::string word : {"ab", "abéb", "بتab", "bab ت", "ababab", "zzzz"}) {
        for (const unsigned most : {0U, 1U, 2U, 3U}) {
            std::map<std::string, unsigned> found;
            sample.list.near(word, most,
                             [&](std::string_view key, unsigned edits) { found[std::string(key)] = edits; });
            std::map<std::string, unsigned> expected;
            for (const std::string& key : sample.keys) {
                if (const unsigned edits = edits_between(code_points_of(word), code_points_of(key)); edits <= most) {
                    expected[key] = edits;
                }
            }
            CAPTURE(word);
            CAPTURE(most);
            CHECK(found == expected);
        }
    }
    sample.list.near(std::string(1000, 'a'), 900,
                     [](std::string_view, unsigned) { FAIL("too long to be near anything"); });
}

TEST_CASE("the slot table finds what is in it and nothing else") {
    std::mt19937_64 random(11);
    for (const std::size_t size : {0U, 1U, 2U, 10U, 1000U, 20000U}) {
        std::set<std::uint64_t> hashes;
        if (size >= 10) {
            // The ends of the range, a cluster and a gap's own hash.
            hashes = {0, 1, 2, 3, ~std::uint64_t{0}, ~std::uint64_t{0} - 1, ~std::uint64_t{0} - 2};
        }
        while (hashes.size() < size) {
            hashes.insert(random());
        }
        std::vector<format::SlotRecord> records;
        for (const std::uint64_t hash : hashes) {
            records.push_back({hash, static_cast<std::uint32_t>(records.size()), 1});
        }
        SlotLayout layout(records.size());
        std::vector<format::SlotRecord> slots;
        for (const format::SlotRecord& record : records) {
            layout.add(record, [&](const format::SlotRecord& slot) { slots.push_back(slot); });
        }
        const SlotTable table(slots, layout.shape());
        for (const format::SlotRecord& record : records) {
            const format::SlotRecord* found = table.find(record.hash);
            REQUIRE(found != nullptr);
            CHECK(found->first == record.first);
        }
        for (int i = 0; i < 1000; ++i) {
            const std::uint64_t hash = random();
            CHECK((table.find(hash) != nullptr) == (hashes.count(hash) > 0));
        }
        CHECK((table.find(0) != nullptr) == (hashes.count(0) > 0));
        CHECK(layout.shape().longest_probe < 60);
    }
    CHECK(SlotTable().find(5) == nullptr);
}

TEST_CASE("the filter passes all words and about one other in a hundred") {
    std::mt19937_64 random(13);
    std::vector<std::uint64_t> words(100'000);
    std::generate(words.begin(), words.end(), std::ref(random));
    auto filter = empty_filter(words.size());
    for (const std::uint64_t word : words) {
        add_to_filter(filter, word);
    }
    CHECK(filter.size() * 64 <= words.size() * 12 + 64);
    CHECK(std::all_of(words.begin(), words.end(), [&](std::uint64_t word) { return filter_passes(filter, word); }));
    int passed = 0;
    for (int i = 0; i < 100'000; ++i) {
        passed += filter_passes(filter, random()) ? 1 : 0;
    }
    CHECK(passed < 2000);
    CHECK_FALSE(filter_passes({}, 1));
    CHECK(empty_filter(800'000).size() * sizeof(std::uint64_t) == 1024 * 1024);
    CHECK(empty_filter(0).size() == 1);
}

TEST_CASE("keys of names are those of the text") {
    const NameKeys name = keys_of("Port-Saïd (Égypte)");
    CHECK(name.words == 3);
    CHECK(name.loose == "port said egypte");
    CHECK(name.phrase == sample::phrase("port said egypte"));
    CHECK(name.prefixes == std::vector<std::uint64_t>{sample::phrase("port"), sample::phrase("port said")});
    CHECK(name.fused == sample::joined("portsaidegypte"));
    CHECK(name.script == text::Script::latin);
    CHECK(phrase_of_loose(name.loose) == name.phrase);
    CHECK(keys_of("15 مايو").words == 2);
    CHECK(keys_of("N'Djamena").loose == "ndjamena");
    CHECK(keys_of("الأُبيّض").loose == "الابيض");
    CHECK(keys_of("الأبيض").script == text::Script::arabic);
    CHECK_FALSE(keys_of("").usable());
    CHECK_FALSE(keys_of("... !").usable());
    CHECK_FALSE(keys_of("a b c d e f g h i").usable());
    CHECK(keys_of("a b c d e f g h").usable());
}
