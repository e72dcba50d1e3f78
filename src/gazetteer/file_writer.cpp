// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/file_writer.hpp"

#include <cstddef>
#include <string>
#include <system_error>

#include <unistd.h>
#include <xxhash.h>

#include "core/error.hpp"

namespace yaqut::gazetteer {

struct FileWriter::Hash {
    XXH3_state_t* state = XXH3_createState();

    Hash() { XXH3_64bits_reset(state); }
    Hash(const Hash&) = delete;
    Hash& operator=(const Hash&) = delete;
    ~Hash() { XXH3_freeState(state); }
};

FileWriter::FileWriter(const std::filesystem::path& file)
    : m_file(file), m_temporary(file.string() + ".part-" + std::to_string(::getpid())),
      m_stream(m_temporary, std::ios::binary | std::ios::trunc), m_hash(std::make_unique<Hash>()) {
    if (!m_stream) {
        fail("cannot be created");
    }
    // Room for the header, which is known last.
    constexpr std::array<char, sizeof(format::Header)> room{};
    m_stream.write(room.data(), room.size());
    m_position = room.size();
}

FileWriter::~FileWriter() {
    if (!m_finished) {
        std::error_code ignored;
        std::filesystem::remove(m_temporary, ignored);
    }
}

void FileWriter::fail(const char* what) const { throw OutputError(m_file.string(), what); }

void FileWriter::write(std::span<const std::byte> bytes) {
    if (bytes.empty()) {
        return;
    }
    XXH3_64bits_update(m_hash->state, bytes.data(), bytes.size());
    m_stream.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!m_stream) {
        fail("cannot be written");
    }
    m_position += bytes.size();
}

void FileWriter::pad() {
    constexpr std::array<std::byte, format::alignment> zeros{};
    write(std::span(zeros).first((format::alignment - m_position % format::alignment) % format::alignment));
}

void FileWriter::begin(format::SectionId id) {
    pad();
    m_section = static_cast<std::size_t>(id);
    m_sections.at(m_section) = {m_position, 0};
}

void FileWriter::end() { m_sections.at(m_section).size = m_position - m_sections.at(m_section).offset; }

void FileWriter::finish(format::Header header) {
    pad();
    header.file_size = m_position;
    header.sections = m_sections;
    header.body_checksum = XXH3_64bits_digest(m_hash->state);
    header.header_checksum = XXH3_64bits(&header, offsetof(format::Header, header_checksum));
    m_stream.seekp(0);
    m_stream.write(reinterpret_cast<const char*>(&header), sizeof(header));
    m_stream.close();
    if (!m_stream) {
        fail("cannot be written");
    }
    std::error_code error;
    std::filesystem::rename(m_temporary, m_file, error);
    if (error) {
        throw OutputError(m_file.string(), "cannot be put in place: " + error.message());
    }
    m_finished = true;
}

} // namespace yaqut::gazetteer
