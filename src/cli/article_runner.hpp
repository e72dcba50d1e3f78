// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "core/annotation.hpp"
#include "core/article.hpp"

namespace yaqut::cli {

/// An article and what was found in it.
struct Annotated {
    Article article;
    Annotation annotation;
};

/// Runs `annotate` over all articles on `threads` threads (0: one per core) and hands the results to `consume` one by
/// one, in the order in which `next` gave the articles. At most a few articles per thread are in memory at a time.
/// `next` and `consume` are never called at the same time as themselves. An exception of any of the three ends the run
/// and is passed on.
void run_articles(unsigned threads, const std::function<std::optional<Article>()>& next,
                  const std::function<Annotation(const Article&)>& annotate,
                  const std::function<void(Annotated&)>& consume);

} // namespace yaqut::cli
