// SPDX-License-Identifier: Apache-2.0
#include "cli/article_input.hpp"

#include "cli/command.hpp"
#include "dates/dct.hpp"

namespace yaqut::cli {

io::ArticleReader open_articles(const CommonOptions& options, io::ReaderOptions reader) {
    reader.dct = options.dct_date();
    reader.date_in_url = [](std::string_view url) -> std::optional<Date> {
        const auto found = dates::dct_from_url(url);
        return found ? std::optional{found->first} : std::nullopt;
    };
    if (!options.table.text.empty()) {
        reader.table = options.table;
    }
    reader.manifest = options.manifest;
    return io::ArticleReader(options.inputs, std::move(reader));
}

int exit_code(const io::ReaderCounts& counts, const CommonOptions& options) {
    if (counts.errors > 0) {
        return exit_failure;
    }
    return options.strict && counts.warnings > 0 ? exit_strict : exit_done;
}

} // namespace yaqut::cli
