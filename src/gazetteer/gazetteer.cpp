// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/gazetteer.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "core/error.hpp"
#include "gazetteer/file_view.hpp"
#include "gazetteer/filter.hpp"
#include "gazetteer/finder.hpp"
#include "gazetteer/format.hpp"

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

Probe probe_of(const FileView& file, const format::SlotRecord* slot) {
    return {file.postings(slot), slot != nullptr && (slot->count & format::extends_bit) != 0};
}

using Counts = std::map<std::string, std::uint64_t, std::less<>>;

void count(Counts& counts, std::string_view what) {
    const auto found = counts.find(what);
    if (found != counts.end()) {
        ++found->second;
    } else {
        counts.emplace(what, 1);
    }
}

std::vector<std::pair<std::string, std::uint64_t>> most_first(const Counts& counts) {
    std::vector<std::pair<std::string, std::uint64_t>> result(counts.begin(), counts.end());
    std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return result;
}

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

void Gazetteer::verify() const { m_impl->file.verify_body(); }

bool Gazetteer::may_begin(std::uint64_t word) const { return filter_passes(m_impl->file.filter, word); }

Probe Gazetteer::probe(std::uint64_t phrase) const { return probe_of(m_impl->file, m_impl->file.phrases.find(phrase)); }

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

std::size_t Gazetteer::size() const { return m_impl->file.places.size(); }

std::optional<Place> Gazetteer::by_id(std::string_view id) const {
    const FileView& file = m_impl->file;
    const auto id_of = [&file](PlaceIndex index) { return file.id(file.place(index)); };
    const auto found =
        std::lower_bound(file.ids.begin(), file.ids.end(), id,
                         [&](PlaceIndex index, std::string_view wanted) { return id_of(index) < wanted; });
    if (found == file.ids.end() || id_of(*found) != id) {
        return std::nullopt;
    }
    return place(*found);
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

std::vector<Found> Gazetteer::find(std::string_view name, const FindOptions& options) const {
    return find_names(*this, m_impl->file.keys, name, options);
}

Info Gazetteer::info() const {
    const FileView& file = m_impl->file;
    Info info;
    info.created_from = file.created_from;
    info.places = file.places.size();
    info.names = file.name_records.size();
    info.keys = file.header().key_count;
    info.file_bytes = file.header().file_size;
    Counts classes;
    Counts countries;
    for (const format::PlaceRecord& record : file.places) {
        count(classes, to_string(feature_of(record.feature)));
        count(countries, country_of(record.country));
    }
    Counts languages;
    for (const format::NameRecord& record : file.name_records) {
        count(languages, to_string(language_of(record.language)));
    }
    info.by_class = most_first(classes);
    info.by_country = most_first(countries);
    info.by_language = most_first(languages);
    return info;
}

} // namespace yaqut::gazetteer
