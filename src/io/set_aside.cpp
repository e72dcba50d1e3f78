// SPDX-License-Identifier: Apache-2.0
#include "io/set_aside.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "core/error.hpp"
#include "io/output_file.hpp"

namespace yaqut::io {

namespace fs = std::filesystem;

SetAside::SetAside(const std::string& base, std::span<const char* const> endings, bool overwrite) {
    const auto each = [&](const auto& function) { std::for_each(endings.rbegin(), endings.rend(), function); };
    each([&](const char* ending) { check_may_write(base + ending, overwrite); });
    try {
        each([&](const char* ending) {
            const std::string path = base + ending;
            std::error_code error;
            if (!fs::exists(path, error)) {
                return;
            }
            if (!m_folder) {
                m_folder.emplace(path);
            }
            const std::string away = m_folder->file(fs::path(path).filename());
            publish(path, away);
            m_moved.emplace_back(path, away);
        });
    } catch (const OutputError&) {
        put_back();
        throw;
    }
}

SetAside::~SetAside() { put_back(); }

void SetAside::put_back() {
    std::for_each(m_moved.rbegin(), m_moved.rend(), [](const auto& move) {
        std::error_code ignored;
        fs::rename(move.second, move.first, ignored);
    });
    m_moved.clear();
}

} // namespace yaqut::io
