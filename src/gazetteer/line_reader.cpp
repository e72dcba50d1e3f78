// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/line_reader.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <utility>
#include <vector>

#include <xxhash.h>
#include <zstd.h>

#include "core/error.hpp"

namespace yaqut::gazetteer {

namespace {

constexpr std::size_t chunk = std::size_t{256} * 1024;
constexpr std::size_t longest_line = std::size_t{1024} * 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct ZstdDeleter {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};
struct HashDeleter {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

class FileStream : public ByteStream {
  public:
    explicit FileStream(const std::filesystem::path& file) : m_file(file, std::ios::binary) {
        if (!m_file || std::filesystem::is_directory(file)) {
            throw InputError(file.string(), "cannot be opened");
        }
    }
    std::size_t read(char* to, std::size_t size) override {
        m_file.read(to, static_cast<std::streamsize>(size));
        if (m_file.bad()) {
            throw Error("cannot be read");
        }
        return static_cast<std::size_t>(m_file.gcount());
    }

  private:
    std::ifstream m_file;
};

constexpr std::string_view frame_mark = "\x28\xB5\x2F\xFD"; // of zstd

} // namespace

struct LineReader::Source {
    explicit Source(std::unique_ptr<ByteStream> stream) : bytes(std::move(stream)) { XXH3_64bits_reset(hash.get()); }

    std::unique_ptr<ByteStream> bytes;
    std::vector<char> input = std::vector<char>(chunk);
    std::vector<char> output;
    ZSTD_inBuffer pending{nullptr, 0, 0};
    std::unique_ptr<ZSTD_DStream, ZstdDeleter> zstd; ///< null for plain text
    std::unique_ptr<XXH3_state_t, HashDeleter> hash{XXH3_createState()};
    bool frame_open = false;  ///< the compressed data cannot end here
    bool output_full = false; ///< there may be more text without more input
    bool begun = false;

    /// Reads the next chunk; false at the end.
    bool read() {
        std::size_t size = bytes->read(input.data(), input.size());
        // The mark of packed data may come in pieces.
        while (!begun && size > 0 && size < frame_mark.size()) {
            const std::size_t more = bytes->read(input.data() + size, input.size() - size);
            if (more == 0) {
                break;
            }
            size += more;
        }
        pending = {input.data(), size, 0};
        XXH3_64bits_update(hash.get(), pending.src, pending.size);
        if (!begun && std::string_view(input.data(), size).starts_with(frame_mark)) {
            zstd.reset(ZSTD_createDStream());
            output.resize(chunk);
        }
        begun = true;
        return pending.size > 0;
    }
};

LineReader::LineReader(const std::filesystem::path& file)
    : LineReader(std::make_unique<FileStream>(file), file.filename().string()) {}

LineReader::LineReader(std::unique_ptr<ByteStream> bytes, std::string name)
    : m_source(std::make_unique<Source>(std::move(bytes))), m_name(std::move(name)) {}

LineReader::~LineReader() = default;

std::string LineReader::where() const { return m_name + ":" + std::to_string(m_line); }

void LineReader::fail(const std::string& what) const { throw InputError(where(), what); }

std::string LineReader::checksum() const {
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%016llx",
                  static_cast<unsigned long long>(XXH3_64bits_digest(m_source->hash.get())));
    return text.data();
}

bool LineReader::read_on() {
    try {
        return m_source->read();
    } catch (const Error& error) {
        fail(error.what());
    }
}

bool LineReader::refill() {
    Source& source = *m_source;
    m_buffer.erase(0, m_begin);
    m_begin = 0;
    if (source.pending.pos == source.pending.size && !source.output_full && !read_on()) {
        if (source.frame_open) {
            fail("the compressed data ends too early");
        }
        return false;
    }
    if (!source.zstd) {
        m_buffer.append(source.input.data(), source.pending.size);
        source.pending.pos = source.pending.size;
        return true;
    }
    ZSTD_outBuffer unpacked{source.output.data(), source.output.size(), 0};
    const std::size_t result = ZSTD_decompressStream(source.zstd.get(), &unpacked, &source.pending);
    if (ZSTD_isError(result) != 0) {
        fail(std::string("the compressed data is damaged: ") + ZSTD_getErrorName(result));
    }
    source.frame_open = result != 0;
    source.output_full = unpacked.pos == unpacked.size;
    m_buffer.append(source.output.data(), unpacked.pos);
    return true;
}

std::optional<std::string_view> LineReader::next() {
    std::size_t searched = m_begin;
    std::size_t end = m_buffer.find('\n', searched);
    while (end == std::string::npos) {
        const std::size_t rest = m_buffer.size() - m_begin;
        if (rest > longest_line) {
            fail("the line after this one is longer than a mebibyte");
        }
        if (!refill()) {
            if (rest == 0) {
                return std::nullopt;
            }
            end = m_buffer.size();
            break;
        }
        searched = rest;
        end = m_buffer.find('\n', searched);
    }
    std::string_view line = std::string_view(m_buffer).substr(m_begin, end - m_begin);
    m_begin = std::min(end + 1, m_buffer.size());
    if (++m_line == 1 && line.starts_with(byte_order_mark)) {
        line.remove_prefix(byte_order_mark.size());
    }
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

} // namespace yaqut::gazetteer
