// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "io/article_source.hpp"

namespace yaqut::io {

/// Names of the columns that hold an article. All but `text` may be empty: then there is no such column.
struct TableColumns {
    std::string text;
    std::string title;
    std::string date;
    std::string id;
    std::string url;
    std::string source;
    std::string language;
    std::string layer; ///< of a file with several; empty: the only one
};

/// An article per row of a table: CSV, XLSX, GeoPackage or anything else that GDAL opens. A row without text is lost.
/// The date's source is "column NAME". Throws InputError: cannot be read, or has no such columns (names those it has).
[[nodiscard]] std::unique_ptr<ArticleSource> open_table_articles(const InputFile& file, const TableColumns& columns,
                                                                 std::size_t max_article_bytes);

} // namespace yaqut::io
