// SPDX-License-Identifier: Apache-2.0
#include "io/hxl_tags.hpp"

#include <unordered_map>

#include "lexicon/table.hpp"

namespace yaqut::io {

namespace {

std::unordered_map<std::string_view, std::string_view> load_tags() {
    std::unordered_map<std::string_view, std::string_view> tags;
    const lexicon::Table table = lexicon::load("hxl_tags");
    for (const lexicon::Row& row : table.rows()) {
        tags.emplace(row["column"], row["tag"]); // cells point into the program
    }
    return tags;
}

} // namespace

std::string_view hxl_tag(std::string_view column) {
    static const std::unordered_map<std::string_view, std::string_view> tags = load_tags();
    const auto found = tags.find(column);
    return found == tags.end() ? std::string_view() : found->second;
}

} // namespace yaqut::io
