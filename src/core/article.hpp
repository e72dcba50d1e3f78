// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/language.hpp"

namespace yaqut {

/// Something that a page, feed or archive says about an article, with the place in its mark-up that says so.
struct StatedFact {
    std::string field;  ///< title, published, modified, author, outlet, language, url, caption, crawled, note
    std::string value;  ///< as written
    std::string source; ///< "json-ld datePublished", "meta og:title", "time datetime", "pubDate", "WARC-Date" ...

    friend bool operator==(const StatedFact&, const StatedFact&) = default;
};

/// One article as it was read: decoded to valid UTF-8, otherwise unaltered, so that offsets into `text` mean something
/// to whoever holds the same text.
struct Article {
    std::string id;    ///< unique within a run; given, or derived from the input's name
    std::string title; ///< as given beside the text; may repeat its first line
    std::string text;
    std::string source;               ///< outlet or agency, as given
    std::string url;                  ///< never opened
    std::optional<Language> language; ///< as given; nullopt: find out from the text
    std::optional<Date> dct;          ///< document creation time: the day of publication; never a file's time
    std::string dct_source;           ///< where dct comes from: "front matter", "argument", "dct", "date", "url" ...
    std::vector<StatedFact> stated;   ///< what its page, feed or archive says, the most trusted first in each field
    std::string origin;               ///< file (and line) it was read from, for messages

    friend bool operator==(const Article&, const Article&) = default;
};

} // namespace yaqut
