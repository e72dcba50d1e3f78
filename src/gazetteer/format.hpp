// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "gazetteer/gazetteer.hpp"

/// The compiled gazetteer on disk. One file, little endian as the machines that write it (a mark tells), made to be
/// mapped and read in place:
///
///     Header           512 bytes: identity, versions, checksums, the table of sections
///     sections         in the order of SectionId, each at a multiple of 64 bytes, zeros between them
///
/// Offsets and sizes of sections and strings are 64 bit; places, names in postings and keys are counted in 32 bits.
/// Nothing but the header is read to open a file. The body's checksum is read by verify() alone; every other function
/// checks each offset that it follows.
///
/// Words and phrases are known by the hashes of text/key_hash.hpp over the keys of text/normalize.hpp, whose version
/// stands in the header. A name is cut into words as text::Document cuts it: its word and number tokens, marks left
/// out.
namespace yaqut::gazetteer::format {

inline constexpr std::array<char, 8> magic{'Y', 'A', 'Q', 'U', 'T', 'G', 'A', 'Z'};
inline constexpr std::uint32_t endian_mark = 0x01020304;
inline constexpr std::uint32_t version = 3;
inline constexpr std::size_t alignment = 64;

/// Names of more words stand in the file, but are found by none.
inline constexpr std::size_t max_words = 8;

enum class SectionId : std::uint32_t {
    created_from, ///< text: names and checksums of the source tables
    places,       ///< PlaceRecord, by falling importance; the position is the PlaceIndex
    names,        ///< NameRecord, place by place, preferred names first
    strings,      ///< text: per place its id, then its names in the order of their records; then the terms
    terms,        ///< TermRecord: codes and names that many places share
    postings,     ///< NameEntry: the names of each phrase, then of each fused key; by place, so the weightiest first
    phrases,      ///< SlotRecord: phrases of loose words, and the beginnings of longer ones
    fused,        ///< SlotRecord: names of two and more words without spaces, with the single words of the same letters
    filter,       ///< u64: the words that names begin with, see filter.hpp
    fused_filter, ///< u64: the same for the fused keys
    keys,         ///< all loose keys, sorted, front-coded: see key_list.hpp
    key_blocks,   ///< u64: where each block of `keys` begins in that section
    known_keys,   ///< the same for the names of the weightiest places alone; empty in gazetteers of few places
    known_blocks, ///< u64: where each block of `known_keys` begins
    ids,          ///< PlaceIndex, sorted by the ids of the places
    countries,    ///< CountryRecord, sorted by code
    origins,      ///< OriginRecord: sources and their licences
    ambiguous,    ///< AmbiguousRecord, sorted by hash: names that need a cue, and those that never do for being short
    sounds,       ///< SoundRecord, sorted: names by how they sound, see sound_index.hpp
};
inline constexpr std::size_t section_count = 19;
inline constexpr std::size_t section_room = 24; ///< in the header

struct Section {
    std::uint64_t offset = 0; ///< from the start of the file
    std::uint64_t size = 0;   ///< bytes
};

/// An open-addressing table whose slots are in ascending order of their hashes, with gaps: the search begins at
/// hash * capacity / 2^64 and ends at the hash, at a greater one or at a gap, after `longest_probe` steps at most.
struct TableShape {
    std::uint64_t capacity = 0;
    std::uint64_t longest_probe = 0;
};

struct Header {
    std::array<char, 8> magic = format::magic;
    std::uint32_t endian_mark = format::endian_mark;
    std::uint32_t version = format::version;
    std::uint32_t normalizer_version = 0;
    std::uint32_t sections_used = section_count;
    std::uint64_t file_size = 0;
    std::uint64_t body_checksum = 0; ///< XXH3 (64 bit) of all bytes after the header
    std::uint64_t key_count = 0;     ///< phrases that are names
    TableShape phrases;
    TableShape fused;
    std::array<Section, section_room> sections{};
    std::array<std::uint64_t, 5> reserved{};
    std::uint64_t header_checksum = 0; ///< XXH3 (64 bit) of the header before this field
};
static_assert(sizeof(Header) == 512 && std::is_trivially_copyable_v<Header>);

struct PlaceRecord {
    std::uint64_t text = 0;       ///< in `strings`: the id, then the names one after the other
    std::uint32_t first_name = 0; ///< in `names`
    std::uint16_t name_count = 0;
    std::uint8_t id_size = 0;
    std::uint8_t feature = 0; ///< FeatureClass
    std::int32_t lon = 0;     ///< 1e-7 degrees
    std::int32_t lat = 0;
    std::uint32_t population = 0;
    float radius_km = 0.0F;
    float importance = 0.0F;
    std::uint32_t feature_code = 0; ///< term
    std::uint32_t admin1 = 0;       ///< term
    std::uint32_t admin1_code = 0;  ///< term
    std::array<char, 2> country{};  ///< zeros when there is none
    std::uint8_t arabic_name = 0;   ///< 1 + position of the preferred Arabic name among the first names; 0: none
    std::uint8_t reserved = 0;
    std::uint16_t origin = 0; ///< in `origins`
    std::uint16_t reserved_too = 0;
};
static_assert(sizeof(PlaceRecord) == 56 && std::is_trivially_copyable_v<PlaceRecord>);

inline constexpr double degrees_per_unit = 1e7;

struct NameRecord {
    std::uint16_t size = 0; ///< bytes
    std::uint8_t language = 0;
    std::uint8_t kind = 0; ///< NameKind; the highest bit: ambiguous
};
static_assert(sizeof(NameRecord) == 4);

inline constexpr std::uint8_t ambiguous_bit = 0x80;

struct TermRecord {
    std::uint64_t offset = 0; ///< in `strings`
    std::uint64_t size = 0;
};
static_assert(sizeof(TermRecord) == 16);

struct SlotRecord {
    std::uint64_t hash = 0;
    std::uint32_t first = 0; ///< in `postings`
    std::uint32_t count = 0; ///< of postings; the highest bit: longer names begin so. 0: a gap
};
static_assert(sizeof(SlotRecord) == 16);

inline constexpr std::uint32_t extends_bit = 0x80000000;

struct CountryRecord {
    std::array<char, 2> code{};
    std::uint16_t reserved = 0;
    PlaceIndex place = 0;
};
static_assert(sizeof(CountryRecord) == 8);

struct OriginRecord {
    std::uint32_t source = 0;  ///< term
    std::uint32_t licence = 0; ///< term
};
static_assert(sizeof(OriginRecord) == 8);

struct AmbiguousRecord {
    std::uint64_t hash = 0;   ///< of the phrase of loose words
    std::uint32_t reason = 0; ///< term; the empty one: never ambiguous for being short
    std::uint32_t reserved = 0;
};
static_assert(sizeof(AmbiguousRecord) == 16);

struct SoundRecord {
    std::uint32_t skeleton = 0; ///< low half of the hash of the name's skeleton
    PlaceIndex place = 0;
    std::uint32_t vowels = 0; ///< packed
    friend bool operator==(const SoundRecord&, const SoundRecord&) = default;
};
static_assert(sizeof(SoundRecord) == 12 && std::is_trivially_copyable_v<SoundRecord>);

/// Gazetteers of more places have `known_keys`, of so many places.
inline constexpr std::size_t few_places = 400'000;
inline constexpr std::size_t known_places = 150'000;

static_assert(sizeof(NameEntry) == 12 && std::is_trivially_copyable_v<NameEntry>);

/// Where the search for a hash begins: the hashes spread evenly over `size` positions, in their order.
[[nodiscard]] constexpr std::uint64_t spread(std::uint64_t hash, std::uint64_t size) {
    __extension__ typedef unsigned __int128 Wide;
    return static_cast<std::uint64_t>((static_cast<Wide>(hash) * size) >> 64U);
}

} // namespace yaqut::gazetteer::format
