// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/article_source.hpp"

namespace yaqut::io {

/// Collects what a page, feed or archive says about an article.
class StatedFacts {
  public:
    /// A lower rank is trusted more; of equal ranks the first. An empty value is no fact. Values are made one line and
    /// cut when they are longer than any title.
    void add(int rank, std::string_view field, std::string_view value, std::string_view source);

    /// Puts the facts into article.stated, and the best of each field into the article where it has none yet:
    /// - date: the best that is a day of publication; with a warning when there is only one that cannot be read, or
    ///   only that of the last change, which says nothing of the day of publication;
    /// - language: only when the script of the text agrees, since many pages declare that of their template.
    void apply(ReadArticle& read) const;

  private:
    struct Ranked {
        int rank;
        StatedFact fact;
    };

    static void apply_date(ReadArticle& read);
    static void apply_language(Article& article);

    std::vector<Ranked> m_facts;
};

} // namespace yaqut::io
