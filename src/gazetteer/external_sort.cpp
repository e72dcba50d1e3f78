// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/external_sort.hpp"

namespace yaqut::gazetteer {

namespace {

constexpr std::size_t prefix_size = 8;

std::uint64_t prefix_of(std::string_view blob) {
    std::uint64_t prefix = 0;
    for (std::size_t i = 0; i < prefix_size; ++i) {
        prefix = prefix << 8U | (i < blob.size() ? static_cast<unsigned char>(blob[i]) : 0U);
    }
    return prefix;
}

} // namespace

void BlobRun::add(std::string_view blob) {
    m_entries.push_back(
        {prefix_of(blob), static_cast<std::uint32_t>(m_text.size()), static_cast<std::uint32_t>(blob.size())});
    m_text.insert(m_text.end(), blob.begin(), blob.end());
}

void BlobRun::sort() {
    std::sort(m_entries.begin(), m_entries.end(), [this](const Entry& a, const Entry& b) {
        return a.prefix != b.prefix ? a.prefix < b.prefix : view(a) < view(b);
    });
}

void BlobRun::write(TempFile& file) const {
    constexpr std::size_t enough = std::size_t{1} << 20U;
    std::vector<char> out;
    const auto flush = [&] {
        file.append(std::as_bytes(std::span(out)));
        out.clear();
    };
    for (const Entry& entry : m_entries) {
        const auto* size = reinterpret_cast<const char*>(&entry.size);
        out.insert(out.end(), size, size + sizeof(entry.size));
        const std::string_view blob = view(entry);
        out.insert(out.end(), blob.begin(), blob.end());
        if (out.size() > enough) {
            flush();
        }
    }
    flush();
}

void BlobRun::clear() {
    m_text.clear();
    m_entries.clear();
}

const std::string_view* BlobRun::at(std::size_t position) const {
    if (position >= m_entries.size()) {
        return nullptr;
    }
    m_at = view(m_entries[position]);
    return &m_at;
}

bool BlobRun::read(TempFileReader& reader, std::string_view& blob) {
    std::uint32_t size = 0;
    const auto head = reader.peek(sizeof(size));
    if (head.size() < sizeof(size)) {
        return false;
    }
    std::memcpy(&size, head.data(), sizeof(size));
    const auto all = reader.peek(sizeof(size) + size);
    blob = {reinterpret_cast<const char*>(all.data()) + sizeof(size), size};
    reader.skip(sizeof(size) + size);
    return true;
}

} // namespace yaqut::gazetteer
