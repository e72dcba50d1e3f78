// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/gazetteer.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/error.hpp"
#include "gazetteer/file_view.hpp"
#include "gazetteer/filter.hpp"
#include "gazetteer/finder.hpp"
#include "gazetteer/format.hpp"
#include "gazetteer/sound_index.hpp"

namespace yaqut::gazetteer {

namespace {

// A damaged file may hold any number where an enumeration is expected.
FeatureClass feature_of(std::uint8_t number) {
    return number <= static_cast<std::uint8_t>(FeatureClass::other) ? static_cast<FeatureClass>(number)
                                                                    : FeatureClass::other;
}
Language language_of(std::uint8_t number) {
    return number <= static_cast<std::uint8_t>(Language::other) ? static_cast<Language>(number) : Language::other;
}
NameKind kind_of(std::uint8_t number) {
    return number <= static_cast<std::uint8_t>(NameKind::abbreviation) ? static_cast<NameKind>(number)
                                                                       : NameKind::alternate;
}

std::string_view country_of(const std::array<char, 2>& code) {
    return code[0] == '\0' ? std::string_view() : std::string_view(code.data(), code.size());
}

Gazetteer::Origin origin_of(const FileView& file, std::size_t number) {
    if (number >= file.origins.size()) {
        return {};
    }
    const format::OriginRecord& record = file.origins[number];
    return {file.term(record.source), file.term(record.licence)};
}

Probe probe_of(const FileView& file, const format::SlotRecord* slot) {
    return {file.postings(slot), slot != nullptr && (slot->count & format::extends_bit) != 0};
}

using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

/// Names and numbers, without those that nothing has; equal names are added up.
Counts most_first(Counts counts) {
    std::sort(counts.begin(), counts.end());
    Counts result;
    for (auto& [name, number] : counts) {
        if (!result.empty() && result.back().first == name) {
            result.back().second += number;
        } else if (number > 0) {
            result.emplace_back(std::move(name), number);
        }
    }
    std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return result;
}

/// How often each number occurs, named by `name_of`.
template <typename NameOf> Counts named(const std::vector<std::uint64_t>& counts, NameOf name_of) {
    Counts result;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) {
            result.emplace_back(name_of(i), counts[i]);
        }
    }
    return most_first(std::move(result));
}

constexpr std::size_t bytes = 256;

} // namespace

struct Gazetteer::Impl {
    FileView file;
};

Gazetteer::Gazetteer(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

Gazetteer Gazetteer::open(const std::filesystem::path& file) {
    return Gazetteer(std::unique_ptr<Impl>(new Impl{FileView(file)}));
}

std::string_view Gazetteer::created_from() const { return m_impl->file.created_from; }
std::uint64_t Gazetteer::checksum() const { return m_impl->file.header().body_checksum; }

void Gazetteer::verify() const { m_impl->file.verify_body(); }

bool Gazetteer::may_begin(std::uint64_t word) const { return filter_passes(m_impl->file.filter, word); }

Probe Gazetteer::probe(std::uint64_t phrase) const { return probe_of(m_impl->file, m_impl->file.phrases.find(phrase)); }

void Gazetteer::fetch_beginning(std::uint64_t word) const { fetch_filter(m_impl->file.filter, word); }

void Gazetteer::fetch_fused(std::uint64_t joined) const { fetch_filter(m_impl->file.fused_filter, joined); }

void Gazetteer::fetch_phrase(std::uint64_t phrase) const { m_impl->file.phrases.fetch(phrase); }

std::span<const NameEntry> Gazetteer::probe_fused(std::uint64_t joined) const {
    const FileView& file = m_impl->file;
    if (filter_passes(file.fused_filter, joined)) {
        if (const format::SlotRecord* slot = file.fused.find(joined)) {
            return file.postings(slot);
        }
    }
    // Names of one word have no fused key of their own: it would be the same.
    return filter_passes(file.filter, joined) ? file.postings(file.phrases.find(joined)) : std::span<const NameEntry>();
}

Place Gazetteer::place(PlaceIndex index) const {
    const FileView& file = m_impl->file;
    const format::PlaceRecord& record = file.place(index);
    Place place;
    place.index = index;
    place.id = file.id(record);
    place.name = file.name(record, 0);
    if (record.arabic_name > 0) {
        place.name_ar = file.name(record, record.arabic_name - 1U);
    }
    place.location = {record.lon / format::degrees_per_unit, record.lat / format::degrees_per_unit};
    place.feature = feature_of(record.feature);
    place.feature_code = file.term(record.feature_code);
    place.country = country_of(record.country);
    place.admin1 = file.term(record.admin1);
    place.admin1_code = file.term(record.admin1_code);
    place.population = record.population;
    place.radius_km = record.radius_km;
    place.importance = record.importance;
    return place;
}

FeatureClass Gazetteer::feature(PlaceIndex index) const { return feature_of(m_impl->file.place(index).feature); }

std::size_t Gazetteer::size() const { return m_impl->file.places.size(); }

std::optional<Place> Gazetteer::by_id(std::string_view id) const {
    const auto index = m_impl->file.find_id(id);
    return index ? std::optional(place(*index)) : std::nullopt;
}

std::optional<Place> Gazetteer::country(std::string_view iso2) const {
    const FileView& file = m_impl->file;
    const auto found = std::lower_bound(
        file.countries.begin(), file.countries.end(), iso2,
        [](const format::CountryRecord& record, std::string_view code) { return country_of(record.code) < code; });
    if (found == file.countries.end() || country_of(found->code) != iso2) {
        return std::nullopt;
    }
    return place(found->place);
}

std::vector<Gazetteer::PlaceName> Gazetteer::names(PlaceIndex index) const {
    const FileView& file = m_impl->file;
    std::vector<PlaceName> result;
    for (const auto& [record, text] : file.names(file.place(index))) {
        const auto kind = static_cast<std::uint8_t>(record.kind & ~format::ambiguous_bit);
        result.push_back(
            {text, language_of(record.language), kind_of(kind), (record.kind & format::ambiguous_bit) != 0});
    }
    return result;
}

Gazetteer::Origin Gazetteer::origin(PlaceIndex index) const {
    return origin_of(m_impl->file, m_impl->file.place(index).origin);
}

std::string_view Gazetteer::ambiguity_reason(std::uint64_t phrase) const {
    const FileView& file = m_impl->file;
    const auto found =
        std::lower_bound(file.ambiguous.begin(), file.ambiguous.end(), phrase,
                         [](const format::AmbiguousRecord& record, std::uint64_t hash) { return record.hash < hash; });
    return found != file.ambiguous.end() && found->hash == phrase ? file.term(found->reason) : std::string_view();
}

void Gazetteer::for_each_key(bool known, const std::function<bool(std::string_view key)>& use) const {
    const FileView& file = m_impl->file;
    (known && !file.known_keys.empty() ? file.known_keys : file.keys).with_prefix({}, use);
}

void Gazetteer::near_keys(std::string_view key, unsigned most,
                          const std::function<void(std::string_view key, unsigned edits)>& use) const {
    const FileView& file = m_impl->file;
    (file.known_keys.empty() ? file.keys : file.known_keys).near(key, most, use);
}

std::vector<SoundHit> Gazetteer::sounding_like(std::string_view loose_key, double most) const {
    return find_sounding(m_impl->file.sounds, loose_key, most);
}

std::vector<Found> Gazetteer::find(std::string_view name, const FindOptions& options) const {
    return find_names(*this, m_impl->file, name, options);
}

Info Gazetteer::info() const {
    const FileView& file = m_impl->file;
    Info info;
    info.created_from = file.created_from;
    info.places = file.places.size();
    info.names = file.name_records.size();
    info.keys = file.header().key_count;
    info.file_bytes = file.header().file_size;
    std::vector<std::uint64_t> classes(bytes);
    std::vector<std::uint64_t> countries(bytes * bytes);
    std::vector<std::uint64_t> origins(bytes * bytes);
    for (const format::PlaceRecord& record : file.places) {
        ++classes[record.feature];
        ++countries[static_cast<unsigned char>(record.country[0]) * bytes +
                    static_cast<unsigned char>(record.country[1])];
        ++origins[record.origin];
    }
    std::vector<std::uint64_t> languages(bytes);
    for (const format::NameRecord& record : file.name_records) {
        ++languages[record.language];
    }
    info.by_class =
        named(classes, [](std::size_t i) { return std::string(to_string(feature_of(static_cast<std::uint8_t>(i)))); });
    info.by_language = named(
        languages, [](std::size_t i) { return std::string(to_string(language_of(static_cast<std::uint8_t>(i)))); });
    info.by_country = named(countries, [](std::size_t i) {
        return std::string(country_of({static_cast<char>(i / bytes), static_cast<char>(i % bytes)}));
    });
    info.by_source = named(origins, [&](std::size_t i) { return std::string(origin_of(file, i).source); });
    info.by_licence = named(origins, [&](std::size_t i) { return std::string(origin_of(file, i).licence); });
    return info;
}

} // namespace yaqut::gazetteer
