// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/place_blob.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

namespace yaqut::gazetteer {

namespace {

constexpr std::size_t weight_size = 8;

template <typename Record> void append_record(const Record& record, std::string& out) {
    out.append(reinterpret_cast<const char*>(&record), sizeof(record));
}

template <typename Record> Record take_record(std::string_view& bytes) {
    Record record;
    std::memcpy(&record, bytes.data(), sizeof(record));
    bytes.remove_prefix(sizeof(record));
    return record;
}

} // namespace

void append_ordered(std::uint32_t number, std::string& out) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        out += static_cast<char>(number >> shift & 0xFFU);
    }
}

std::uint32_t ordered_number(std::string_view bytes) {
    std::uint32_t number = 0;
    for (const char byte : bytes.substr(0, 4)) {
        number = number << 8U | static_cast<unsigned char>(byte);
    }
    return number;
}

void encode_names(const std::vector<BlobName>& names, std::string& out) {
    for (const BlobName& name : names) {
        append_record(name.record, out);
        out += name.text;
    }
}

void decode_names(std::string_view bytes, std::vector<BlobName>& names) {
    while (!bytes.empty()) {
        const auto record = take_record<format::NameRecord>(bytes);
        names.push_back({record, bytes.substr(0, record.size)});
        bytes.remove_prefix(record.size);
    }
}

void encode(const BlobPlace& place, std::string& out) {
    constexpr std::size_t most = std::numeric_limits<std::uint16_t>::max();
    out.clear();
    append_ordered(~std::bit_cast<std::uint32_t>(place.record.importance), out); // as bits in the order of numbers
    append_ordered(~place.record.population, out);
    out += place.id;
    out += '\0';
    append_record(place.record, out);
    for (std::size_t i = 0; i < std::min(place.names.size(), most); ++i) {
        append_record(place.names[i].record, out);
        out += place.names[i].text;
    }
}

void decode(std::string_view blob, BlobPlace& place) {
    blob.remove_prefix(weight_size);
    const std::size_t id_size = blob.find('\0');
    place.id = blob.substr(0, id_size);
    blob.remove_prefix(id_size + 1);
    place.record = take_record<format::PlaceRecord>(blob);
    place.names.clear();
    decode_names(blob, place.names);
}

} // namespace yaqut::gazetteer
