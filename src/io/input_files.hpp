// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yaqut::io {

enum class ContentKind : std::uint8_t {
    text,       ///< one article in plain text
    json_lines, ///< one record per line, whatever the line holds
    json,       ///< a record, an array of records, or records one after the other
    page,       ///< one article in a web page
    feed,       ///< RSS, Atom or RDF: an article per item
    archive,    ///< WARC: an article per page
    table,      ///< an article per row
    sniff,      ///< the first bytes decide
};

/// A file to read articles from.
struct InputFile {
    std::string path;  ///< for open_stream()
    std::string shown; ///< for messages
    std::string id;    ///< of its article, or what the ids of its articles begin with; valid UTF-8
    ContentKind kind = ContentKind::sniff;
};

struct InputFiles {
    std::vector<InputFile> files;
    std::size_t skipped = 0;  ///< files that are no articles by their name
    bool with_tables = false; ///< tables are wanted
};

/// The files that one input of the command line stands for: itself, or what a folder or an archive holds, in bytewise
/// order of the paths. Archives in folders are opened, archives in archives are not. Throws InputError: missing,
/// unreadable, or nothing in it that is an article by its name. Tables in folders count only `with_tables`.
[[nodiscard]] InputFiles find_input_files(const std::string& input, bool with_tables = false);

/// Text, JSON, a page, a feed or a web archive, by its first bytes. XML that is neither a page nor a feed is a feed:
/// its reader says what it is.
[[nodiscard]] ContentKind sniff_content(std::string_view first_bytes);

} // namespace yaqut::io
