// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace yaqut::io {

/// What stands before the text of an article in a plain text file. Values are as written, empty where absent.
struct FrontMatter {
    std::string id;
    std::string title;
    std::string date;
    std::string source;
    std::string url;
    std::string language;
    std::size_t body = 0;              ///< byte at which the text begins
    std::vector<std::string> warnings; ///< what looks meant as front matter and is not
};

/// Lines "key: value" up to an empty line, or between two lines "---". Keys in any case: id, title, date (or dct,
/// published), source, url, lang (or language); others are reported and ignored. A file whose first line has none of
/// these keys has no front matter: all of it is text.
[[nodiscard]] FrontMatter read_front_matter(std::string_view utf8);

} // namespace yaqut::io
