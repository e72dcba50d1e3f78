// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gazetteer/format.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/key_list.hpp"
#include "gazetteer/mapped_file.hpp"
#include "gazetteer/slot_table.hpp"

namespace yaqut::gazetteer {

/// The sections of a mapped gazetteer file as typed ranges: what Gazetteer is made of.
class FileView {
  public:
    /// Reads and checks the header, nothing else. Throws GazetteerError.
    explicit FileView(const std::filesystem::path& file);

    [[nodiscard]] const format::Header& header() const { return m_header; }
    void verify_body() const; ///< throws GazetteerError when its checksum is another one

    /// Throws GazetteerError: the file is damaged, `what` is not as it should be.
    [[noreturn]] void damaged(const std::string& what) const;

    /// All of these check what they follow and throw GazetteerError.
    [[nodiscard]] const format::PlaceRecord& place(PlaceIndex index) const;
    [[nodiscard]] std::string_view string(std::uint64_t offset, std::uint64_t size) const;
    [[nodiscard]] std::string_view term(std::uint32_t number) const;
    [[nodiscard]] std::string_view id(const format::PlaceRecord& place) const {
        return string(place.text, place.id_size);
    }
    /// The names of the place with their records.
    using NameText = std::pair<format::NameRecord, std::string_view>;
    [[nodiscard]] std::vector<NameText> names(const format::PlaceRecord& place) const;
    /// Name number `position` of the place, which must be one of the first few: those before it are walked over.
    [[nodiscard]] std::string_view name(const format::PlaceRecord& place, std::size_t position) const;

    /// The place with this id.
    [[nodiscard]] std::optional<PlaceIndex> find_id(std::string_view id) const;

    /// The names of a slot; none when the slot is null or damaged.
    [[nodiscard]] std::span<const NameEntry> postings(const format::SlotRecord* slot) const;

    std::string_view created_from;
    std::span<const format::PlaceRecord> places;
    std::span<const std::uint64_t> filter;
    std::span<const std::uint64_t> fused_filter;
    std::span<const PlaceIndex> ids;
    std::span<const format::CountryRecord> countries;
    std::span<const format::NameRecord> name_records;
    SlotTable phrases;
    SlotTable fused;
    std::span<const format::OriginRecord> origins;
    std::span<const format::AmbiguousRecord> ambiguous;
    std::span<const format::TermRecord> terms;
    std::span<const format::SoundRecord> sounds;
    KeyList keys;
    KeyList known_keys; ///< of the weightiest places; empty in gazetteers of few places

  private:
    template <typename Record> [[nodiscard]] std::span<const Record> section(format::SectionId id) const;
    [[nodiscard]] std::string_view text_section(format::SectionId id) const;
    void check_header() const;
    void check_sections() const;

    std::string m_name;
    MappedFile m_file;
    format::Header m_header;
    std::string_view m_strings;
    std::span<const NameEntry> m_postings;
};

} // namespace yaqut::gazetteer
