// SPDX-License-Identifier: Apache-2.0
#include "events/link_model.hpp"

#include <algorithm>
#include <charconv>

#include "core/error.hpp"
#include "lexicon/table.hpp"

namespace yaqut::events {

float weight_in(const lexicon::Table& table, std::string_view cell) {
    float weight = 0.0F;
    if (std::from_chars(cell.data(), cell.data() + cell.size(), weight).ec != std::errc()) {
        throw TableError(table.name(), "no number: " + std::string(cell));
    }
    return weight;
}

LinkWeights::LinkWeights(const std::string& table, std::span<const std::string_view> names)
    : LinkWeights(lexicon::load(table), names) {}

LinkWeights::LinkWeights(const lexicon::Table& table, std::span<const std::string_view> names)
    : m_weights(names.size(), 0.0F) {
    const std::string& table_name = table.name();
    std::size_t found = 0;
    for (const lexicon::Row& row : table.rows()) {
        const auto name = std::find(names.begin(), names.end(), row["feature"]);
        if (name == names.end()) {
            throw TableError(table_name, "unknown feature " + std::string(row["feature"]));
        }
        m_weights[static_cast<std::size_t>(name - names.begin())] = weight_in(table, row["weight"]);
        ++found;
    }
    if (found != names.size()) {
        throw TableError(table_name, "expected a weight for each of " + std::to_string(names.size()) +
                                         " features, found " + std::to_string(found));
    }
}

} // namespace yaqut::events
