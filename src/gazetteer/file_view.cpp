// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/file_view.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>

#include <xxhash.h>

#include "core/error.hpp"
#include "text/normalize.hpp"

namespace yaqut::gazetteer {

namespace {

using format::SectionId;

/// Header fields that other versions of the format share.
constexpr std::size_t identity_size = offsetof(format::Header, normalizer_version);

std::string versions(const char* what, std::uint32_t expected, std::uint32_t found) {
    return std::string("expected ") + what + " version " + std::to_string(expected) + ", found " +
           std::to_string(found) + "; build the gazetteer anew";
}

} // namespace

FileView::FileView(const std::filesystem::path& file) : m_name(file.string()), m_file(file) {
    const auto bytes = m_file.bytes();
    if (!bytes.empty()) {
        std::memcpy(&m_header, bytes.data(), std::min(sizeof(m_header), bytes.size()));
    }
    check_header();
    check_sections();
    created_from = text_section(SectionId::created_from);
    places = section<format::PlaceRecord>(SectionId::places);
    name_records = section<format::NameRecord>(SectionId::names);
    m_strings = text_section(SectionId::strings);
    terms = section<format::TermRecord>(SectionId::terms);
    m_postings = section<NameEntry>(SectionId::postings);
    phrases = {section<format::SlotRecord>(SectionId::phrases), m_header.phrases};
    fused = {section<format::SlotRecord>(SectionId::fused), m_header.fused};
    filter = section<std::uint64_t>(SectionId::filter);
    fused_filter = section<std::uint64_t>(SectionId::fused_filter);
    keys = {section<std::uint64_t>(SectionId::key_blocks), text_section(SectionId::keys)};
    known_keys = {section<std::uint64_t>(SectionId::known_blocks), text_section(SectionId::known_keys)};
    origins = section<format::OriginRecord>(SectionId::origins);
    ambiguous = section<format::AmbiguousRecord>(SectionId::ambiguous);
    sounds = section<format::SoundRecord>(SectionId::sounds);
    ids = section<PlaceIndex>(SectionId::ids);
    countries = section<format::CountryRecord>(SectionId::countries);
}

void FileView::damaged(const std::string& what) const { throw GazetteerError(m_name, "damaged: " + what); }

void FileView::check_header() const {
    const std::size_t size = m_file.bytes().size();
    if (size < identity_size || m_header.magic != format::magic) {
        throw GazetteerError(m_name, "is no compiled gazetteer");
    }
    if (m_header.endian_mark != format::endian_mark) {
        throw GazetteerError(m_name, "was built on a machine with another byte order; build the gazetteer anew");
    }
    if (m_header.version != format::version) {
        throw GazetteerError(m_name, versions("format", format::version, m_header.version));
    }
    if (size < sizeof(m_header)) {
        damaged("expected a header of " + std::to_string(sizeof(m_header)) + " bytes, found " + std::to_string(size));
    }
    if (XXH3_64bits(&m_header, offsetof(format::Header, header_checksum)) != m_header.header_checksum) {
        damaged("the header does not fit its checksum");
    }
    if (m_header.normalizer_version != text::normalizer_version) {
        throw GazetteerError(m_name, versions("normaliser", text::normalizer_version, m_header.normalizer_version));
    }
    if (m_header.file_size != size) {
        damaged("expected " + std::to_string(m_header.file_size) + " bytes, found " + std::to_string(size));
    }
}

void FileView::check_sections() const {
    for (const format::Section& one : m_header.sections) {
        const bool inside = one.offset <= m_header.file_size && one.size <= m_header.file_size - one.offset;
        if (!inside || one.offset % format::alignment != 0) {
            damaged("a section lies outside of the file");
        }
    }
}

template <typename Record> std::span<const Record> FileView::section(SectionId id) const {
    const format::Section& one = m_header.sections.at(static_cast<std::size_t>(id));
    if (one.size % sizeof(Record) != 0) {
        damaged("a section is no whole number of records");
    }
    const std::byte* begin = m_file.bytes().data() + one.offset;
    return {reinterpret_cast<const Record*>(begin), one.size / sizeof(Record)};
}

std::string_view FileView::text_section(SectionId id) const {
    const auto text = section<char>(id);
    return {text.data(), text.size()};
}

void FileView::verify_body() const {
    const auto body = m_file.bytes().subspan(sizeof(format::Header));
    if (XXH3_64bits(body.data(), body.size()) != m_header.body_checksum) {
        damaged("the content does not fit its checksum");
    }
}

const format::PlaceRecord& FileView::place(PlaceIndex index) const {
    if (index >= places.size()) {
        throw GazetteerError(m_name, "expected a place below " + std::to_string(places.size()) + ", found " +
                                         std::to_string(index));
    }
    return places[index];
}

std::string_view FileView::string(std::uint64_t offset, std::uint64_t size) const {
    if (offset > m_strings.size() || size > m_strings.size() - offset) {
        damaged("a text lies outside of its section");
    }
    return m_strings.substr(offset, size);
}

std::string_view FileView::term(std::uint32_t number) const {
    if (number >= terms.size()) {
        damaged("a term lies outside of its section");
    }
    return string(terms[number].offset, terms[number].size);
}

std::vector<FileView::NameText> FileView::names(const format::PlaceRecord& place) const {
    if (place.first_name > name_records.size() || place.name_count > name_records.size() - place.first_name) {
        damaged("a name lies outside of its section");
    }
    std::vector<NameText> result;
    std::uint64_t offset = place.text + place.id_size;
    for (const format::NameRecord& record : name_records.subspan(place.first_name, place.name_count)) {
        result.emplace_back(record, string(offset, record.size));
        offset += record.size;
    }
    return result;
}

std::string_view FileView::name(const format::PlaceRecord& place, std::size_t position) const {
    if (position >= place.name_count || place.first_name > name_records.size() ||
        position >= name_records.size() - place.first_name) {
        damaged("a name lies outside of its section");
    }
    std::uint64_t offset = place.text + place.id_size;
    for (std::size_t i = 0; i < position; ++i) {
        offset += name_records[place.first_name + i].size;
    }
    return string(offset, name_records[place.first_name + position].size);
}

std::optional<PlaceIndex> FileView::find_id(std::string_view id) const {
    const auto id_of = [this](PlaceIndex index) { return this->id(place(index)); };
    const auto found = std::lower_bound(
        ids.begin(), ids.end(), id, [&](PlaceIndex index, std::string_view wanted) { return id_of(index) < wanted; });
    if (found == ids.end() || id_of(*found) != id) {
        return std::nullopt;
    }
    return *found;
}

std::span<const NameEntry> FileView::postings(const format::SlotRecord* slot) const {
    if (slot == nullptr) {
        return {};
    }
    const std::uint32_t count = slot->count & ~format::extends_bit;
    if (slot->first > m_postings.size() || count > m_postings.size() - slot->first) {
        return {};
    }
    return m_postings.subspan(slot->first, count);
}

} // namespace yaqut::gazetteer
