// SPDX-License-Identifier: Apache-2.0
#include "io/shapefile_check.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "core/error.hpp"

namespace yaqut::io {

namespace {

using Header = std::array<unsigned char, 32>;

Header read_header(const std::string& path, const std::string& shown) {
    std::ifstream file(path, std::ios::binary);
    std::array<char, 32> bytes{};
    if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
        throw OutputError(shown, "was not written completely");
    }
    Header header{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        header.at(i) = static_cast<unsigned char>(bytes.at(i));
    }
    return header;
}

std::uint64_t little_endian(const Header& header, std::size_t at, std::size_t size) {
    std::uint64_t value = 0;
    for (std::size_t i = size; i > 0; --i) {
        value = value << 8U | header.at(at + i - 1);
    }
    return value;
}

std::uint64_t big_endian32(const Header& header, std::size_t at) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value = value << 8U | header.at(at + i);
    }
    return value;
}

void expect_size(const std::string& path, const std::string& shown, std::uint64_t expected) {
    std::error_code error;
    const std::uint64_t found = std::filesystem::file_size(path, error);
    if (error || found < expected) {
        throw OutputError(shown, "was not written completely: expected " + std::to_string(expected) + " bytes, found " +
                                     std::to_string(error ? 0 : found));
    }
}

/// The main file and its index give their length in 16-bit words.
void check_part(const std::string& path, const std::string& shown) {
    constexpr std::size_t length_at = 24;
    expect_size(path, shown, 2 * big_endian32(read_header(path, shown), length_at));
}

} // namespace

void check_shapefile(const std::string& base, const std::string& shown, std::uint64_t events) {
    const Header table = read_header(base + ".dbf", shown + ".dbf");
    const std::uint64_t records = little_endian(table, 4, 4);
    if (records != events) {
        throw OutputError(shown + ".dbf",
                          "expected " + std::to_string(events) + " records, found " + std::to_string(records));
    }
    expect_size(base + ".dbf", shown + ".dbf", little_endian(table, 8, 2) + records * little_endian(table, 10, 2));
    check_part(base + ".shp", shown + ".shp");
    check_part(base + ".shx", shown + ".shx");
}

} // namespace yaqut::io
