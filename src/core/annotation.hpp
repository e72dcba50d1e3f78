// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/article.hpp"
#include "core/dct_candidate.hpp"
#include "core/event.hpp"
#include "core/timex.hpp"
#include "core/toponym.hpp"

namespace yaqut {

/// Everything found in one article. Places point into the gazetteer that the pipeline was built with.
struct Annotation {
    std::string article_id;
    Language language = Language::other; ///< as given or found
    std::optional<Date> dct;
    std::string dct_source;                   ///< "dateline" when the text itself gives the date, else as in Article
    std::vector<DctCandidate> dct_candidates; ///< without a dct: what the text says about it, the most exact first
    std::vector<ResolvedToponym> toponyms;    ///< in order of span.begin
    std::vector<ResolvedToponym> doubtful; ///< names that may be places (ToponymMention), as ordered: for readers only
    std::vector<Timex> timexes;            ///< in order of span.begin
    std::vector<Event> events;             ///< in order of trigger.begin, merged within the article
};

} // namespace yaqut
