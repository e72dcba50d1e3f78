// SPDX-License-Identifier: Apache-2.0
#include "events/link_model.hpp"

#include <algorithm>
#include <charconv>

#include "core/error.hpp"
#include "lexicon/table.hpp"

namespace yaqut::events {

LinkWeights::LinkWeights(const std::string& table_name, std::span<const std::string_view> names)
    : m_weights(names.size(), 0.0F) {
    const lexicon::Table table = lexicon::load(table_name);
    std::size_t found = 0;
    for (const lexicon::Row& row : table.rows()) {
        const auto name = std::find(names.begin(), names.end(), row["feature"]);
        if (name == names.end()) {
            throw TableError(table_name, "unknown feature " + std::string(row["feature"]));
        }
        const std::string_view text = row["weight"];
        float& weight = m_weights[static_cast<std::size_t>(name - names.begin())];
        if (std::from_chars(text.data(), text.data() + text.size(), weight).ec != std::errc()) {
            throw TableError(table_name, "no number: " + std::string(text));
        }
        ++found;
    }
    if (found != names.size()) {
        throw TableError(table_name, "expected a weight for each of " + std::to_string(names.size()) +
                                         " features, found " + std::to_string(found));
    }
}

} // namespace yaqut::events
