// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/intake.hpp"

#include <algorithm>
#include <cmath>
#include <future>
#include <unordered_set>
#include <utility>

#include "gazetteer/name_text.hpp"
#include "gazetteer/priors.hpp"
#include "text/key_hash.hpp"

namespace yaqut::gazetteer {

namespace {

constexpr std::size_t batch_size = 1024;
constexpr std::size_t longest_id = 255;
constexpr std::size_t longest_term = 1000;

bool is_country(std::string_view code) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return code.empty() || (code.size() == 2 && is_capital(code[0]) && is_capital(code[1]));
}

std::array<char, 2> code_of(std::string_view country) {
    return country.empty() ? std::array<char, 2>{} : std::array<char, 2>{country[0], country[1]};
}

bool in_unit_range(float value) { return value >= 0.0F && value <= 1.0F; }

/// What is wrong with the place; empty: nothing.
std::string fault_of(const ImportedPlace& place) {
    if (place.id.empty() || place.id.size() > longest_id || !is_clean_utf8(place.id)) {
        return "id: expected 1 to 255 bytes of UTF-8, found " + std::to_string(place.id.size());
    }
    if (!place.location.valid()) { // also for what is no number
        return "location: outside of the world";
    }
    if (!is_country(place.country)) {
        return "country: expected a two-letter code in capitals, found \"" + place.country + "\"";
    }
    if (!in_unit_range(place.importance)) {
        return "importance: expected 0 to 1, found " + std::to_string(place.importance);
    }
    if (!(place.radius_km >= 0.0F) || !std::isfinite(place.radius_km)) {
        return "radius: expected no negative number, found " + std::to_string(place.radius_km);
    }
    for (const std::string* text :
         {&place.feature_code, &place.admin1, &place.admin1_code, &place.source, &place.licence}) {
        if (text->size() > longest_term || !is_clean_utf8(*text)) {
            return "expected codes, names of units and sources of at most 1000 bytes of UTF-8";
        }
    }
    return place.names.empty() ? "the place has no name" : std::string();
}

BlobName blob_name(const ImportedName& name, bool addition) {
    // The base's own names stay the preferred ones.
    const bool demoted = addition && (name.kind == NameKind::official || name.kind == NameKind::short_name);
    const NameKind kind = demoted ? NameKind::alternate : name.kind;
    const std::uint8_t ambiguous = !name.ambiguous ? by_rule_bit : *name.ambiguous ? format::ambiguous_bit : 0;
    return {{static_cast<std::uint16_t>(name.text.size()), static_cast<std::uint8_t>(name.language),
             static_cast<std::uint8_t>(static_cast<std::uint8_t>(kind) | ambiguous)},
            name.text};
}

} // namespace

Intake::Intake(const FileView* base, const WorkSpace& space, Complaints& complaints)
    : m_base(base), m_complaints(complaints), m_places(space.share(2)), m_additions(space.share(8)) {
    if (m_base != nullptr) {
        m_matcher.emplace(*m_base);
        take_base_terms();
    }
}

void Intake::take_base_terms() {
    for (std::uint32_t i = 0; i < m_base->terms.size(); ++i) {
        m_terms.number(m_base->term(i));
    }
    for (const format::OriginRecord& origin : m_base->origins) {
        m_origins.number(origin.source, origin.licence);
    }
    for (const format::PlaceRecord& record : m_base->places) {
        if (record.feature == static_cast<std::uint8_t>(FeatureClass::adm1) && record.admin1_code != 0) {
            m_units.try_emplace({record.country, record.admin1_code}, m_terms.number(m_base->name(record, 0)));
        }
    }
}

bool Intake::check(ImportedPlace& place) {
    const auto where = [&] { return place.source + (place.source.empty() ? "" : " ") + place.id; };
    std::erase_if(place.names, [&](const ImportedName& name) {
        const auto fault = fault_of_name(name.text);
        if (fault) {
            m_complaints.skip(where(), "name: " + *fault);
        }
        return fault.has_value();
    });
    const std::string fault = fault_of(place);
    if (!fault.empty()) {
        m_complaints.skip(where(), fault);
    }
    return fault.empty();
}

bool Intake::read(PlaceSource& source, const std::vector<std::string>& countries, Batch& batch) {
    batch.places.resize(batch_size);
    batch.size = 0;
    while (batch.size < batch_size && source.next(batch.places[batch.size])) {
        ImportedPlace& place = batch.places[batch.size];
        const bool wanted =
            countries.empty() || std::find(countries.begin(), countries.end(), place.country) != countries.end();
        batch.size += wanted && check(place) ? 1U : 0U;
    }
    return batch.size > 0;
}

void Intake::match(Batch& batch) const {
    batch.matches.assign(batch.size, std::nullopt);
    for (std::size_t i = 0; m_matcher && i < batch.size; ++i) {
        batch.matches[i] = m_matcher->find(batch.places[i]);
    }
}

void Intake::take(PlaceSource& source, const std::vector<std::string>& countries,
                  const std::function<void(std::uint64_t)>& progress) {
    Batch now;
    Batch next;
    std::uint64_t taken = 0;
    for (bool more = read(source, countries, now); more; std::swap(now, next)) {
        auto matching = std::async(std::launch::async, [this, &now] { match(now); });
        more = read(source, countries, next);
        matching.get();
        store(now);
        taken += now.size;
        if (progress) {
            progress(taken);
        }
    }
}

void Intake::store(const Batch& batch) {
    for (std::size_t i = 0; i < batch.size; ++i) {
        const ImportedPlace& place = batch.places[i];
        if (batch.matches[i]) {
            add_names(*batch.matches[i], place);
        } else if (!m_ids.insert(text::KeyHash::of(place.id))) {
            m_complaints.skip(place.source + " " + place.id, "id: there is a place of this id before");
        } else {
            add_place(place);
        }
    }
}

std::uint32_t Intake::admin1_of(const ImportedPlace& place) {
    if (place.admin1.empty() && !place.admin1_code.empty()) {
        const auto unit = m_units.find({code_of(place.country), m_terms.number(place.admin1_code)});
        return unit == m_units.end() ? 0 : unit->second;
    }
    return m_terms.number(place.admin1);
}

format::PlaceRecord Intake::record_of(const ImportedPlace& place) {
    format::PlaceRecord record;
    record.feature = static_cast<std::uint8_t>(place.feature);
    record.lon = static_cast<std::int32_t>(std::lround(place.location.lon * format::degrees_per_unit));
    record.lat = static_cast<std::int32_t>(std::lround(place.location.lat * format::degrees_per_unit));
    record.population = place.population;
    record.radius_km = place.radius_km > 0.0F ? place.radius_km : estimated_radius_km(place.feature, place.population);
    record.importance = place.importance > 0.0F
                            ? place.importance
                            : estimated_importance(place.feature, place.feature_code, place.population);
    record.feature_code = m_terms.number(place.feature_code);
    record.admin1 = admin1_of(place);
    record.admin1_code = m_terms.number(place.admin1_code);
    record.country = code_of(place.country);
    record.origin = m_origins.number(m_terms.number(place.source), m_terms.number(place.licence));
    return record;
}

void Intake::add_place(const ImportedPlace& place) {
    m_place.record = record_of(place);
    m_place.id = place.id;
    m_place.names.clear();
    for (const ImportedName& name : place.names) {
        m_place.names.push_back(blob_name(name, false));
    }
    encode(m_place, m_blob);
    m_places.add(m_blob);
}

void Intake::add_names(PlaceIndex base, const ImportedPlace& place) {
    std::vector<BlobName> names;
    for (const ImportedName& name : place.names) {
        names.push_back(blob_name(name, true));
    }
    m_blob.clear();
    append_ordered(base, m_blob);
    append_ordered(m_merged++, m_blob);
    encode_names(names, m_blob);
    m_additions.add(m_blob);
}

void Intake::add_base_place(PlaceIndex index, const std::vector<BlobName>& added) {
    m_place.record = m_base->place(index);
    m_place.id = m_base->id(m_place.record);
    m_place.names.clear();
    std::unordered_set<std::string_view> have;
    for (const auto& [record, text] : m_base->names(m_place.record)) {
        m_place.names.push_back({record, text});
        have.insert(text);
    }
    for (const BlobName& name : added) {
        if (have.insert(name.text).second) {
            m_place.names.push_back(name);
        }
    }
    encode(m_place, m_blob);
    m_places.add(m_blob);
}

void Intake::finish() {
    constexpr std::size_t head = 8; // PlaceIndex and number
    m_additions.finish();
    const std::string_view* addition = m_additions.next();
    std::string bytes; // names of one place
    std::vector<BlobName> added;
    for (PlaceIndex i = 0; m_base != nullptr && i < m_base->places.size(); ++i) {
        bytes.clear();
        added.clear();
        for (; addition != nullptr && ordered_number(*addition) == i; addition = m_additions.next()) {
            bytes += addition->substr(head);
        }
        decode_names(bytes, added);
        add_base_place(i, added);
    }
    m_places.finish();
}

} // namespace yaqut::gazetteer
