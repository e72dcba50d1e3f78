// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/terms.hpp"

#include <limits>

#include "core/error.hpp"

namespace yaqut::gazetteer {

std::uint32_t Terms::number(std::string_view text) {
    if (const auto found = m_numbers.find(text); found != m_numbers.end()) {
        return found->second;
    }
    const auto next = static_cast<std::uint32_t>(m_texts.size());
    m_numbers.emplace(text, next);
    m_texts.emplace_back(text);
    return next;
}

std::uint16_t Origins::number(std::uint32_t source, std::uint32_t licence) {
    const std::uint64_t both = std::uint64_t{source} << 32U | licence;
    if (const auto found = m_numbers.find(both); found != m_numbers.end()) {
        return found->second;
    }
    if (m_records.size() > std::numeric_limits<std::uint16_t>::max()) {
        throw Error("a gazetteer holds at most 65536 sources");
    }
    const auto next = static_cast<std::uint16_t>(m_records.size());
    m_numbers.emplace(both, next);
    m_records.push_back({source, licence});
    return next;
}

} // namespace yaqut::gazetteer
