// SPDX-License-Identifier: Apache-2.0
#include "events/rules.hpp"

#include <algorithm>
#include <bit>

namespace yaqut::events {

Rules::Rules(Language language) : m_language(language) {
    const std::string_view image = embedded_rules(language);
    if (image.empty()) {
        return;
    }
    m_lists = view_rules(image);
    m_shift = 64U - static_cast<unsigned>(std::countr_zero(m_lists.buckets.size() - 1));
}

std::optional<Group> Rules::group(std::string_view name) const {
    const auto name_of = [this](const GroupName& known) {
        return std::string_view(m_lists.names.data() + known.text.first, known.text.count);
    };
    const auto found = std::partition_point(m_lists.group_names.begin(), m_lists.group_names.end(),
                                            [&](const GroupName& known) { return name_of(known) < name; });
    const bool known = found != m_lists.group_names.end() && name_of(*found) == name;
    return known ? std::optional(static_cast<Group>(found->group)) : std::nullopt;
}

} // namespace yaqut::events
