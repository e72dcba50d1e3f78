// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace yaqut::geocode {

/// Remembers values by text, for several threads, in bounded memory: a part that is full is emptied.
template <typename Value> class AnswerCache {
  public:
    [[nodiscard]] std::optional<Value> find(const std::string& key) {
        Part& part = part_of(key);
        const std::scoped_lock lock(part.mutex);
        const auto found = part.values.find(key);
        return found == part.values.end() ? std::nullopt : std::optional(found->second);
    }
    void keep(const std::string& key, const Value& value) {
        Part& part = part_of(key);
        const std::scoped_lock lock(part.mutex);
        if (part.values.size() >= most_in_part) {
            part.values.clear();
        }
        part.values.try_emplace(key, value);
    }
    void clear() {
        for (Part& part : m_parts) {
            const std::scoped_lock lock(part.mutex);
            part.values.clear();
        }
    }

  private:
    static constexpr std::size_t parts = 64;
    static constexpr std::size_t most_in_part = 3000;
    struct Part {
        std::mutex mutex;
        std::unordered_map<std::string, Value> values;
    };
    Part& part_of(const std::string& key) { return m_parts[std::hash<std::string>{}(key) % parts]; }

    std::array<Part, parts> m_parts;
};

} // namespace yaqut::geocode
