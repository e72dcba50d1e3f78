// SPDX-License-Identifier: Apache-2.0
// Damaged files must give errors or wrong answers, never a crash.
#include <algorithm>
#include <cstddef>
#include <cstring>
#include <random>

#include <doctest/doctest.h>
#include <xxhash.h>

#include "core/error.hpp"
#include "gazetteer/format.hpp"
#include "gazetteer/gazetteer.hpp"
#include "text/normalize.hpp"
#include "unit/gazetteer/sample.hpp"

using namespace yaqut;
using gazetteer::Gazetteer;
using gazetteer::format::Header;

namespace {

/// Calls `use`; GazetteerError is the only way in which it may fail.
template <typename Use> void attempt(Use use) {
    try {
        use();
    } catch (const GazetteerError&) {
        return;
    }
}

const std::vector<std::string> words{"طرابلس",  "مصر",   "New",     "New York", "New York City", "بور سعيد",
                                     "بورسعيد", "ليبيا", "Tripoli", "bengazi",  "رأس",           "nothing"};

/// Every function of the gazetteer, on everything that it gives.
std::size_t exercise(const Gazetteer& gazetteer) {
    std::size_t seen = 0;
    const auto look_at = [&](std::span<const gazetteer::NameEntry> entries) {
        for (const auto& entry : entries) {
            attempt([&] { seen += gazetteer.place(entry.place).name.size(); });
        }
    };
    for (const std::string& word : words) {
        const std::uint64_t hash = sample::phrase(word);
        seen += gazetteer.may_begin(hash) ? 1U : 0U;
        look_at(gazetteer.probe(hash).names);
        look_at(gazetteer.probe_fused(sample::joined(word)));
        attempt([&] { seen += gazetteer.ambiguity_reason(hash).size(); });
        attempt([&] { seen += gazetteer.find(word, {}).size(); });
    }
    for (PlaceIndex i = 0; i < std::min<std::size_t>(gazetteer.size(), 100); ++i) {
        attempt([&] {
            const Place place = gazetteer.place(i);
            seen += place.id.size() + place.name_ar.size() + place.admin1.size() + place.feature_code.size() +
                    place.country.size() + to_string(place.feature).size();
        });
        attempt([&] { seen += gazetteer.origin(i).source.size() + gazetteer.origin(i).licence.size(); });
        attempt([&] {
            for (const auto& name : gazetteer.names(i)) {
                seen += static_cast<std::size_t>(std::count(name.name.begin(), name.name.end(), 'a')) +
                        to_string(name.language).size();
            }
        });
    }
    attempt([&] { seen += gazetteer.by_id("gn:88319") ? 1U : 0U; });
    attempt([&] { seen += gazetteer.country("LY") ? 1U : 0U; });
    attempt([&] { seen += gazetteer.info().by_country.size() + gazetteer.info().by_licence.size(); });
    return seen;
}

Header header_of(const std::string& bytes) {
    Header header;
    std::memcpy(&header, bytes.data(), sizeof(header));
    return header;
}

/// Puts the header in with a checksum that fits.
void set_header(std::string& bytes, Header header) {
    header.header_checksum = XXH3_64bits(&header, offsetof(Header, header_checksum));
    std::memcpy(bytes.data(), &header, sizeof(header));
}

struct Sample {
    sample::TemporaryFolder folder;
    std::string bytes;
    std::filesystem::path damaged = folder / "damaged.yqg";

    Sample() {
        sample::write(folder / "places.tsv", sample::places);
        sample::write(folder / "names.tsv", sample::names);
        sample::write(folder / "licences.tsv", "src\tlicence\ngn\tCC BY 4.0\n");
        sample::write(folder / "ambiguous.tsv", "name\twhy\nNew\tcommon word\nمصر\tcommon word\n");
        gazetteer::build(
            {folder / "places.tsv", folder / "names.tsv", folder / "licences.tsv", {folder / "ambiguous.tsv", {}}},
            folder / "test.yqg", {});
        bytes = sample::read(folder / "test.yqg");
    }

    /// The error of opening these bytes; empty when they open.
    std::string open_error(std::string_view content) const {
        std::filesystem::remove(damaged); // cutting a file short and writing it anew is slow on some file systems
        sample::write(damaged, content);
        try {
            static_cast<void>(Gazetteer::open(damaged));
        } catch (const GazetteerError& error) {
            return error.what();
        }
        return {};
    }
};

} // namespace

TEST_CASE("files that are no gazetteer of this kind are refused") {
    const Sample sample;
    const auto has = [](const std::string& error, const char* text) { return error.find(text) != std::string::npos; };
    CHECK(sample.open_error(sample.bytes).empty());
    CHECK(has(sample.open_error(""), "is no compiled gazetteer"));
    CHECK(has(sample.open_error(std::string(10'000, 'x')), "is no compiled gazetteer"));
    CHECK_THROWS_AS(static_cast<void>(Gazetteer::open(sample.folder / "none.yqg")), GazetteerError);
    CHECK_THROWS_AS(static_cast<void>(Gazetteer::open(sample.folder.path())), GazetteerError);

    Header header = header_of(sample.bytes);
    std::string other = sample.bytes;
    header.version = 99;
    set_header(other, header);
    CHECK(has(sample.open_error(other), "expected format version 3, found 99"));
    header = header_of(sample.bytes);
    header.normalizer_version = text::normalizer_version + 1;
    set_header(other, header);
    CHECK(has(sample.open_error(other), "expected normaliser version"));
    header = header_of(sample.bytes);
    header.endian_mark = 0x04030201;
    set_header(other, header);
    CHECK(has(sample.open_error(other), "byte order"));
    header = header_of(sample.bytes);
    header.sections[3].size = header.file_size;
    set_header(other, header);
    CHECK(has(sample.open_error(other), "outside of the file"));
}

TEST_CASE("shortened and lengthened files are refused") {
    const Sample sample;
    for (std::size_t size = 0; size < sample.bytes.size(); size += 1 + size / 200) {
        CHECK_FALSE(sample.open_error(std::string_view(sample.bytes).substr(0, size)).empty());
    }
    CHECK_FALSE(sample.open_error(std::string_view(sample.bytes).substr(0, sample.bytes.size() - 1)).empty());
    CHECK_FALSE(sample.open_error(sample.bytes + '\0').empty());
}

TEST_CASE("changed bytes are noticed, and none crashes") {
    const Sample sample;
    constexpr std::size_t flips = 10'000;
    std::mt19937 random(1);
    std::size_t seen = 0;
    for (std::size_t i = 0; i < flips; ++i) {
        const std::size_t at = i < sample.bytes.size() ? i : random() % sample.bytes.size();
        std::string bytes = sample.bytes;
        bytes[at] = static_cast<char>(bytes[at] ^ (i % 2 == 0 ? 0xFF : 1 << (random() % 8)));
        const bool opens = sample.open_error(bytes).empty();
        if (at < sizeof(Header)) {
            CHECK_FALSE(opens);
            continue;
        }
        REQUIRE(opens);
        const Gazetteer gazetteer = Gazetteer::open(sample.damaged);
        CHECK_THROWS_AS(gazetteer.verify(), GazetteerError);
        seen += exercise(gazetteer);
    }
    CHECK(seen > 0);
}

TEST_CASE("headers that lie do not crash either") {
    const Sample sample;
    std::mt19937_64 random(2);
    const std::vector<std::uint64_t> values{
        0, 1, 63, 64, sample.bytes.size(), ~std::uint64_t{0}, std::uint64_t{1} << 63};
    std::size_t opened = 0;
    for (std::size_t i = offsetof(Header, file_size); i < offsetof(Header, header_checksum); i += 8) {
        for (std::size_t k = 0; k < values.size() + 3; ++k) {
            const std::uint64_t value = k < values.size() ? values[k] : (random() % sample.bytes.size()) / 64 * 64;
            std::string bytes = sample.bytes;
            std::memcpy(bytes.data() + i, &value, sizeof(value));
            set_header(bytes, header_of(bytes));
            if (sample.open_error(bytes).empty()) {
                ++opened;
                exercise(Gazetteer::open(sample.damaged));
            }
        }
    }
    CHECK(opened > 100);
}

TEST_CASE("random content behind a good header") {
    const Sample sample;
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        std::string bytes = sample.bytes;
        const std::size_t begin = sizeof(Header) + random() % (bytes.size() - sizeof(Header));
        const std::size_t end = std::min(bytes.size(), begin + 1 + random() % 2000);
        for (std::size_t i = begin; i < end; ++i) {
            bytes[i] = static_cast<char>(round % 3 == 0 ? 0xFF : round % 3 == 1 ? 0 : random());
        }
        REQUIRE(sample.open_error(bytes).empty());
        exercise(Gazetteer::open(sample.damaged));
    }
}
