// SPDX-License-Identifier: Apache-2.0
// Sorting with little memory gives what sorting in memory gives.
#include "gazetteer/external_sort.hpp"

#include <algorithm>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/error.hpp"
#include "gazetteer/hash_set.hpp"
#include "gazetteer/place_blob.hpp"
#include "gazetteer/spool.hpp"
#include "unit/gazetteer/sample.hpp"

using namespace yaqut;
using namespace yaqut::gazetteer;

namespace {

constexpr std::uint64_t little = 1; // the sorters take the least that they can work with: 16 KiB
constexpr std::uint64_t plenty = std::uint64_t{1} << 30U;

std::vector<std::uint64_t> sorted(const std::vector<std::uint64_t>& numbers, const WorkSpace& space) {
    RecordSorter<std::uint64_t, std::less<>> sorter(space);
    for (const std::uint64_t number : numbers) {
        sorter.add(number);
    }
    CHECK(sorter.count() == numbers.size());
    sorter.finish();
    std::vector<std::uint64_t> result;
    while (const std::uint64_t* number = sorter.next()) {
        result.push_back(*number);
    }
    return result;
}

std::vector<std::string> sorted(const std::vector<std::string>& texts, const WorkSpace& space) {
    BlobSorter sorter(space);
    for (const std::string& text : texts) {
        sorter.add(text);
    }
    sorter.finish();
    std::vector<std::string> result;
    while (const std::string_view* text = sorter.next()) {
        result.emplace_back(*text);
    }
    return result;
}

} // namespace

TEST_CASE("numbers are sorted in memory and in runs") {
    const sample::TemporaryFolder folder;
    std::mt19937_64 random(1);
    for (const std::size_t size : {0U, 1U, 2U, 2048U, 2049U, 100'000U}) {
        std::vector<std::uint64_t> numbers(size);
        std::generate(numbers.begin(), numbers.end(), [&] { return random() % 50'000; });
        auto expected = numbers;
        std::sort(expected.begin(), expected.end());
        CHECK(sorted(numbers, {folder.path(), little}) == expected);
        CHECK(sorted(numbers, {folder.path(), plenty}) == expected);
    }
}

TEST_CASE("texts of any bytes and lengths are sorted in memory and in runs") {
    const sample::TemporaryFolder folder;
    std::mt19937 random(2);
    std::vector<std::string> texts{"",         "a",        std::string("a\0", 2), std::string("a\0b", 3), "\xFF\xFF",
                                   "12345678", "123456789"};
    texts.emplace_back(100'000, 'x'); // longer than a run
    for (int i = 0; i < 20'000; ++i) {
        std::string text(random() % 30, '\0');
        std::generate(text.begin(), text.end(), [&] { return static_cast<char>(random() % 3 == 0 ? random() : 'a'); });
        texts.push_back(text);
    }
    auto expected = texts;
    std::sort(expected.begin(), expected.end());
    CHECK(sorted(texts, {folder.path(), little}) == expected);
    CHECK(sorted(texts, {folder.path(), plenty}) == expected);
}

TEST_CASE("a sorter that is given up leaves nothing behind, and a bad folder is an error") {
    const sample::TemporaryFolder folder;
    {
        RecordSorter<std::uint64_t, std::less<>> sorter({folder.path(), little});
        for (std::uint64_t i = 0; i < 50'000; ++i) {
            sorter.add(i);
        }
    }
    CHECK(std::filesystem::is_empty(folder.path()));
    BlobSorter lost({folder / "missing", little});
    CHECK_THROWS_AS(
        [&] {
            for (int i = 0; i < 10'000; ++i) {
                lost.add("some text");
            }
        }(),
        OutputError);
}

TEST_CASE("a spool gives back what it got") {
    const sample::TemporaryFolder folder;
    for (const std::uint64_t memory : {std::uint64_t{1}, std::uint64_t{1000}, plenty}) {
        Spool spool({folder.path(), memory});
        for (std::uint64_t i = 0; i < 300'000; ++i) {
            spool.add(i);
        }
        CHECK(spool.size() == 300'000 * sizeof(std::uint64_t));
        std::uint64_t wanted = 0;
        bool same = true;
        spool.for_records<std::uint64_t>([&](std::uint64_t number) { same = same && number == wanted++; });
        CHECK(same);
        CHECK(wanted == 300'000);
    }
}

TEST_CASE("the set of hashes knows what it holds") {
    HashSet set;
    std::mt19937_64 random(3);
    std::vector<std::uint64_t> hashes(5000);
    std::generate(hashes.begin(), hashes.end(), std::ref(random));
    hashes.insert(hashes.end(), {0, ~std::uint64_t{0}});
    CHECK(std::all_of(hashes.begin(), hashes.end(), [&](std::uint64_t hash) { return set.insert(hash); }));
    CHECK(std::none_of(hashes.begin(), hashes.end(), [&](std::uint64_t hash) { return set.insert(hash); }));
}

TEST_CASE("places are packed in the order of a gazetteer") {
    const auto packed = [](float importance, std::uint32_t people, std::string_view id) {
        BlobPlace place;
        place.record.importance = importance;
        place.record.population = people;
        place.id = id;
        place.names = {{{5, 1, 0}, "Derna"}, {{2, 0, 0x80}, "\xD8\xAF"}};
        std::string blob;
        encode(place, blob);
        return blob;
    };
    CHECK(packed(0.9F, 1, "a") < packed(0.5F, 1, "a"));
    CHECK(packed(0.5F, 7, "a") < packed(0.5F, 5, "a"));
    CHECK(packed(0.5F, 5, "a") < packed(0.5F, 5, "ab"));
    CHECK(packed(0.5F, 5, "ab") < packed(0.5F, 5, "b"));
    const std::string blob = packed(0.25F, 5, "gn:1");
    BlobPlace place;
    decode(blob, place);
    CHECK(place.id == "gn:1");
    CHECK(place.record.importance == 0.25F);
    REQUIRE(place.names.size() == 2);
    CHECK(place.names[0].text == "Derna");
    CHECK(place.names[1].text == "\xD8\xAF");
    CHECK(place.names[1].record.kind == 0x80);
}
