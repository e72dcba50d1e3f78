// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/place_writer.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "core/error.hpp"

namespace yaqut::gazetteer {

namespace {

NameKind kind_of(const BlobName& name) { return static_cast<NameKind>(name.record.kind & kind_mask); }

/// The name to show, the Arabic name, then the others by their kind.
std::vector<std::size_t> order_of_names(const std::vector<BlobName>& names, const std::vector<NameKeys>& keys,
                                        std::uint8_t& arabic_name) {
    std::vector<std::size_t> order(names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return kind_of(names[a]) < kind_of(names[b]); });
    const auto to_front = [&](auto wanted) {
        // The first one of the source, not of the sorted names.
        std::size_t first = 0;
        while (first < names.size() && (kind_of(names[first]) == NameKind::demonym || !wanted(first))) {
            ++first;
        }
        if (first == names.size()) {
            return false;
        }
        const auto at = std::find(order.begin(), order.end(), first);
        std::rotate(order.begin(), at, at + 1);
        return true;
    };
    constexpr auto arabic_language = static_cast<std::uint8_t>(Language::ar);
    const bool arabic = to_front([&](std::size_t i) { return names[i].record.language == arabic_language; });
    const bool shown = to_front([&](std::size_t i) {
        return names[i].record.language != arabic_language && keys[i].script == text::Script::latin;
    });
    arabic_name = arabic ? (shown ? 2 : 1) : 0;
    return order;
}

/// Names without words are left out.
void cut_into_words(KeyedPlace& place) {
    place.keys.clear();
    place.faults.clear();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < place.place.names.size(); ++i) {
        NameKeys keys = keys_of(place.place.names[i].text);
        if (keys.words == 0) {
            place.faults.emplace_back(place.place.names[i].text);
            continue;
        }
        place.place.names[kept++] = place.place.names[i];
        place.keys.push_back(std::move(keys));
    }
    place.place.names.resize(kept);
}

} // namespace

void PlaceWriter::prepare(KeyedPlace& place, const AmbiguityRule& rule) {
    decode(place.blob, place.place);
    cut_into_words(place);
    BlobPlace& it = place.place;
    const auto order = order_of_names(it.names, place.keys, it.record.arabic_name);
    std::vector<BlobName> names;
    std::vector<NameKeys> keys;
    place.ambiguous.clear();
    for (const std::size_t i : order) {
        BlobName name = it.names[i];
        const NameKind kind = kind_of(name);
        const bool ambiguous =
            (name.record.kind & by_rule_bit) != 0
                ? place.keys[i].usable() &&
                      rule.is_ambiguous(place.keys[i], kind, static_cast<FeatureClass>(it.record.feature),
                                        it.record.importance)
                : (name.record.kind & format::ambiguous_bit) != 0;
        name.record.kind =
            static_cast<std::uint8_t>(static_cast<unsigned>(kind) | (ambiguous ? format::ambiguous_bit : 0U));
        names.push_back(name);
        keys.push_back(std::move(place.keys[i]));
        place.ambiguous.push_back(ambiguous);
    }
    it.names = std::move(names);
    place.keys = std::move(keys);
}

void PlaceWriter::add(const KeyedPlace& keyed, Complaints& complaints) {
    const BlobPlace& place = keyed.place;
    for (const std::string& name : keyed.faults) {
        complaints.skip(std::string(place.id), "name: \"" + name + "\" has no word");
    }
    if (place.names.empty()) {
        complaints.skip(std::string(place.id), "the place has no name");
        return;
    }
    constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
    if (m_place_count >= most || m_name_count + place.names.size() > most) {
        throw Error("a gazetteer holds at most 4294967295 places and names");
    }
    const auto index = static_cast<PlaceIndex>(m_place_count++);
    format::PlaceRecord record = place.record;
    record.text = m_strings.size();
    record.first_name = static_cast<std::uint32_t>(m_name_count);
    record.name_count = static_cast<std::uint16_t>(place.names.size());
    record.id_size = static_cast<std::uint8_t>(place.id.size());
    m_places.add(record);
    m_strings.append(place.id);
    for (std::size_t i = 0; i < place.names.size(); ++i) {
        const BlobName& name = place.names[i];
        m_names.add(name.record);
        m_strings.append(name.text);
        if (keyed.keys[i].usable()) {
            m_index.add(keyed.keys[i], index, static_cast<Language>(name.record.language), kind_of(name),
                        keyed.ambiguous[i]);
        }
    }
    m_name_count += place.names.size();
    m_id_blob.assign(place.id).push_back('\0');
    append_ordered(index, m_id_blob);
    m_ids.add(m_id_blob);
    if (record.feature == static_cast<std::uint8_t>(FeatureClass::country) && record.country[0] != '\0') {
        m_countries.try_emplace(record.country, index); // the weightiest
    }
}

void PlaceWriter::write_places(FileWriter& file, const std::vector<std::string>& terms) {
    std::vector<format::TermRecord> records;
    for (const std::string& text : terms) {
        records.push_back({m_strings.size(), text.size()});
        m_strings.append(text);
    }
    using format::SectionId;
    for (const auto& [id, spool] : {std::pair(SectionId::places, &m_places), std::pair(SectionId::names, &m_names),
                                    std::pair(SectionId::strings, &m_strings)}) {
        file.begin(id);
        spool->for_pieces(1, [&](std::span<const std::byte> piece) { file.append(piece); });
        file.end();
    }
    file.add(SectionId::terms, records);
}

void PlaceWriter::write_ids(FileWriter& file) {
    m_ids.finish();
    file.begin(format::SectionId::ids);
    std::vector<PlaceIndex> batch;
    constexpr std::size_t batch_size = 65536;
    const auto flush = [&] {
        file.append(std::as_bytes(std::span(batch)));
        batch.clear();
    };
    while (const std::string_view* id = m_ids.next()) {
        batch.push_back(ordered_number(id->substr(id->size() - sizeof(PlaceIndex))));
        if (batch.size() == batch_size) {
            flush();
        }
    }
    flush();
    file.end();
    std::vector<format::CountryRecord> countries;
    for (const auto& [code, place] : m_countries) {
        countries.push_back({code, 0, place});
    }
    file.add(format::SectionId::countries, countries);
}

} // namespace yaqut::gazetteer
