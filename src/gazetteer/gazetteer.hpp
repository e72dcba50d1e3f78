// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.hpp"
#include "core/place.hpp"

namespace yaqut::gazetteer {

/// A name of a place, as a look-up finds it: one for each spelling, demonyms apart. 12 bytes of the mapped file.
struct NameEntry {
    PlaceIndex place = 0;
    std::uint32_t strict_check = 0; ///< low half of the strict phrase hash: equal means the spelling is the same
    std::uint8_t language = 0;      ///< static_cast<Language>; other when several languages spell it so
    NameKind kind = NameKind::official;
    std::uint8_t ambiguous = 0; ///< 1: also an ordinary word or a person's name, needs a cue
    std::uint8_t word_count = 0;
};

/// What a look-up of a phrase found.
struct Probe {
    std::span<const NameEntry> names; ///< names that are exactly this phrase, by falling importance of their places
    bool extends = false;             ///< longer names begin with this phrase
    [[nodiscard]] bool found() const { return extends || !names.empty(); }
};

/// A place with a name that sounds like another one.
struct SoundHit {
    PlaceIndex place = 0;
    double distance = 0.0;  ///< of the vowels written: 0 the same, 1 nothing in common
    std::size_t sounds = 0; ///< that the names share, vowels left out: the more, the surer
};

/// A row of a search by people: gazetteer find.
struct Found {
    Place place;
    std::string name; ///< the name that matched
    double score = 0; ///< 0 to 1
};

struct FindOptions {
    std::string country; ///< ISO code; empty: any
    std::optional<FeatureClass> feature;
    std::optional<Location> near;
    std::size_t limit = 20;
};

/// Counts for gazetteer info.
struct Info {
    std::string created_from; ///< names and checksums of the sources
    std::uint64_t places = 0;
    std::uint64_t names = 0;
    std::uint64_t keys = 0;
    std::uint64_t file_bytes = 0;
    std::vector<std::pair<std::string, std::uint64_t>> by_class;
    std::vector<std::pair<std::string, std::uint64_t>> by_language;
    std::vector<std::pair<std::string, std::uint64_t>> by_country; ///< most places first
    std::vector<std::pair<std::string, std::uint64_t>> by_source;  ///< places; "" where the source is not known
    std::vector<std::pair<std::string, std::uint64_t>> by_licence;
};

/// A compiled gazetteer, memory-mapped and read-only. Opening checks magic, format version, normaliser version, file
/// size and the header's checksum in constant time; every offset is checked when it is followed, so a damaged file
/// gives errors or nothing, never undefined behaviour. verify() checks all bytes. Safe to share between threads and
/// processes.
class Gazetteer {
  public:
    /// Throws GazetteerError: missing, too short, foreign, other version, damaged header.
    [[nodiscard]] static Gazetteer open(const std::filesystem::path& file);
    Gazetteer(Gazetteer&&) noexcept;
    Gazetteer& operator=(Gazetteer&&) noexcept;
    ~Gazetteer();

    /// Throws GazetteerError when any byte is not as it was built.
    void verify() const;

    /// May a name begin with this word? One probe of a bit table: false for nearly all words. `word` is the loose hash.
    [[nodiscard]] bool may_begin(std::uint64_t word) const;

    /// A phrase of loose words: its hash is the first word's loose hash, extended by text::extend_phrase per further
    /// word.
    [[nodiscard]] Probe probe(std::uint64_t phrase) const;

    /// Bring what may_begin(), probe_fused() (most likely) and probe() will read nearer, without waiting for it.
    void fetch_beginning(std::uint64_t word) const;
    void fetch_fused(std::uint64_t joined) const;
    void fetch_phrase(std::uint64_t phrase) const;

    /// Names whose loose key without spaces has this hash (KeyHash::of the joined letters); for hashtags, fused names.
    [[nodiscard]] std::span<const NameEntry> probe_fused(std::uint64_t joined) const;

    [[nodiscard]] Place place(PlaceIndex index) const;          ///< throws GazetteerError for an index out of range
    [[nodiscard]] FeatureClass feature(PlaceIndex index) const; ///< of place(index), which costs more
    [[nodiscard]] std::size_t size() const;                     ///< places
    [[nodiscard]] std::optional<Place> by_id(std::string_view id) const;
    /// The country's own entry, by ISO alpha-2 code.
    [[nodiscard]] std::optional<Place> country(std::string_view iso2) const;
    /// All names of a place, preferred ones first, as written.
    struct PlaceName {
        std::string_view name;
        Language language = Language::other;
        NameKind kind = NameKind::official;
        bool ambiguous = false;
    };
    [[nodiscard]] std::vector<PlaceName> names(PlaceIndex index) const;

    /// Where a place is from, and under which licence; empty where it is not known.
    struct Origin {
        std::string_view source;
        std::string_view licence;
    };
    [[nodiscard]] Origin origin(PlaceIndex index) const;

    /// Why names of this phrase of loose words need a cue, by the list that the gazetteer was built with: "common
    /// word", "person name" ...; empty when they are not on the list. Names may be ambiguous for being short besides.
    [[nodiscard]] std::string_view ambiguity_reason(std::uint64_t phrase) const;

    /// Calls `use` for loose keys of names, words joined by single spaces, in their order, until it returns false.
    /// `known`: in a gazetteer of millions of places only those of the weightiest ones.
    void for_each_key(bool known, const std::function<bool(std::string_view key)>& use) const;
    /// Calls `use` for the keys within `most` edits of `key`, found by walking all of them: some milliseconds.
    void near_keys(std::string_view key, unsigned most,
                   const std::function<void(std::string_view key, unsigned edits)>& use) const;

    /// Places with a name, in Arabic or Latin letters, whose consonants sound like those of the loose key and whose
    /// vowels are at most so far from its own; weightiest first. Nothing for names of less than three sounds.
    [[nodiscard]] std::vector<SoundHit> sounding_like(std::string_view loose_key, double most) const;

    /// For people who type: exact, folded, prefix, then near spellings; best first.
    [[nodiscard]] std::vector<Found> find(std::string_view name, const FindOptions& options) const;

    [[nodiscard]] Info info() const; ///< walks all places

    /// Names and checksums of the sources.
    [[nodiscard]] std::string_view created_from() const;
    /// Of all bytes behind the header, as it was built.
    [[nodiscard]] std::uint64_t checksum() const;

  private:
    struct Impl;
    explicit Gazetteer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Where the bundled gazetteer is: $YAQUT_GAZETTEER, else beside the program (../share/yaqut/gazetteer.yqg, or the
/// build folder). `program` is the path of the running program. Throws GazetteerError that names the places looked at.
[[nodiscard]] std::filesystem::path bundled_gazetteer(const std::filesystem::path& program);

} // namespace yaqut::gazetteer
