// SPDX-License-Identifier: Apache-2.0
#include "io/manifest.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "io/ascii.hpp"
#include "io/input_date.hpp"
#include "io/readable.hpp"
#include "io/vector_reader.hpp"

namespace yaqut::io {

namespace {

namespace fs = std::filesystem;

std::string key_of(const fs::path& path) { return fs::absolute(path).lexically_normal().generic_string(); }

/// Takes a value into a field that is not empty.
void replace(std::string& field, const std::string& value) {
    if (!value.empty()) {
        field = value;
    }
}

} // namespace

Manifest::Manifest(const std::string& path) {
    VectorReader table(path, {});
    const std::vector<std::string> columns = table.columns();
    const auto column = [&columns](std::string_view name) -> std::optional<std::size_t> {
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [name](const std::string& one) { return lower_ascii(trim(one)) == name; });
        return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
    };
    const auto file = column("file");
    const auto date = column("date");
    const auto title = column("title");
    const auto url = column("url");
    const auto source = column("source");
    const auto language = column("lang");
    if (!file || !(date || title || url || source || language)) {
        throw InputError(readable(path, 4096), "expected the columns file, date, title, url, source, lang (file and at "
                                               "least one more)");
    }
    const auto value = [&table](std::optional<std::size_t> number) {
        return number ? std::string(trim(table.field(*number))) : std::string();
    };
    while (table.next()) {
        const std::string name = value(file);
        if (!name.empty()) {
            m_rows[key_of(fs::path(path).parent_path() / name)] = {
                table.where(), value(date), value(title), value(url), value(source), value(language), false};
        }
    }
}

void Manifest::apply(const std::string& shown, ReadArticle& read) {
    const auto found = m_rows.find(key_of(shown));
    if (found == m_rows.end()) {
        return;
    }
    Row& row = found->second;
    row.used = true;
    Article& article = read.article;
    replace(article.title, row.title);
    replace(article.url, row.url);
    replace(article.source, row.source);
    if (!row.language.empty() && row.language != "und") {
        article.language = parse_language(row.language);
    }
    if (const auto date = parse_input_date(row.date)) {
        article.dct = date;
        article.dct_source = "manifest";
    } else if (!row.date.empty()) {
        read.warnings.emplace_back(row.where,
                                   "date: expected a date like 2016-07-13, found \"" + readable(row.date, 60) + "\"");
    }
}

void Manifest::mark_used(const std::string& shown) {
    if (const auto found = m_rows.find(key_of(shown)); found != m_rows.end()) {
        found->second.used = true;
    }
}

std::size_t Manifest::unused() const {
    return static_cast<std::size_t>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const auto& row) { return !row.second.used; }));
}

} // namespace yaqut::io
