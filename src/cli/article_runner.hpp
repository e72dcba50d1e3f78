// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/annotation.hpp"
#include "core/article.hpp"
#include "io/read_mark.hpp"
#include "io/side_layers.hpp"

namespace yaqut::cli {

/// An article and what was found in it.
struct Annotated {
    Article article;
    Annotation annotation;
    std::vector<io::SideFeature> mentions; ///< rows of that layer, where somebody asked for it
    std::string result;                    ///< what the command makes of it, as bytes
    io::ReadMark mark;                     ///< where the reader stands behind it, if somebody wants to know
    std::uint64_t bytes_done = 0;          ///< of the inputs, if somebody wants to know
};

/// Runs `work` over all articles on `threads` threads (0: one per core) and hands the items to `consume` one by one, in
/// the order in which `read` filled them; `read` returns false when there are no more. Items are used again. At most a
/// few articles per thread are in memory at a time. `read` and `consume` are never called at the same time as
/// themselves. An exception of any of the three ends the run and is passed on.
void run_articles(unsigned threads, const std::function<bool(Annotated&)>& read,
                  const std::function<void(Annotated&)>& work, const std::function<void(Annotated&)>& consume);

} // namespace yaqut::cli
