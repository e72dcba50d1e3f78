// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/format.hpp"

namespace yaqut::gazetteer {

/// A name on its way to the file.
struct BlobName {
    format::NameRecord record; ///< `kind` may have by_rule_bit
    std::string_view text;
};

/// Whether the name is ambiguous is still to be decided; stands in NameRecord::kind on the way only.
inline constexpr std::uint8_t by_rule_bit = 0x40;
inline constexpr std::uint8_t kind_mask = 0x3F;

/// A place on its way to the file.
struct BlobPlace {
    format::PlaceRecord record; ///< without numbers and offsets
    std::string_view id;
    std::vector<BlobName> names; ///< in the order of the source, preferred ones first
};

/// Writes the place as a string of bytes, whose order is that of places in a gazetteer: falling importance, falling
/// population, rising id. The id holds no NUL, importance is not negative. At most 65535 names are kept.
void encode(const BlobPlace& place, std::string& out);
/// What encode() made; the views point into `blob`.
void decode(std::string_view blob, BlobPlace& place);

void encode_names(const std::vector<BlobName>& names, std::string& out);
/// Appends the names.
void decode_names(std::string_view bytes, std::vector<BlobName>& names);

/// Big endian, so that the order of bytes is that of numbers.
void append_ordered(std::uint32_t number, std::string& out);
[[nodiscard]] std::uint32_t ordered_number(std::string_view bytes);

} // namespace yaqut::gazetteer
