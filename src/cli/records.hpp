// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/article.hpp"
#include "evaluate/record.hpp"

namespace yaqut::cli {

/// Labelled (or annotated) articles; `articles` only where the lines hold a text.
struct GoldFile {
    std::vector<evaluate::Record> records;
    std::vector<Article> articles;
};

/// Reads JSON Lines as annotation JSON describes them. Throws InputError with file and line.
[[nodiscard]] GoldFile read_records(const std::string& file);

/// One line. Throws InputError(where).
[[nodiscard]] evaluate::Record parse_record(std::string_view json, const std::string& where);

} // namespace yaqut::cli
