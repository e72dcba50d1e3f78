// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "cli/summary.hpp"
#include "core/annotation.hpp"
#include "core/article.hpp"
#include "events/report_store.hpp"
#include "io/kept_reports.hpp"
#include "io/read_mark.hpp"
#include "io/side_layers.hpp"

namespace yaqut::cli {

/// An article and what a command keeps of what was found in it. The rest is gone before the next article, so that few
/// of them use the same memory again.
struct Annotated {
    Article article;
    ArticleTally tally;
    Annotation annotation;                 ///< where it is wanted behind the threads
    events::PackedDays reports;            ///< the events, for merging
    io::KeptReports kept;                  ///< the same for later runs
    std::vector<io::SideFeature> mentions; ///< rows of that layer, where somebody asked for it
    std::string result;                    ///< what the command makes of it, as bytes
    io::ReadMark mark;                     ///< where the reader stands behind it, if somebody wants to know
    std::uint64_t bytes_done = 0;          ///< of the inputs, if somebody wants to know
};

/// Runs `work` over all articles on `threads` threads (0: one per core) and hands the items to `consume` one by one, in
/// the order in which `read` filled them; `read` returns false when there are no more. Items are used again, each by
/// one thread for reading and working. Threads take a block of articles at a time, small ones at first: a few blocks
/// per thread are in memory. `read` and `consume` are never called at the same time as themselves. An exception of any
/// of the three ends the run and is passed on.
void run_articles(unsigned threads, const std::function<bool(Annotated&)>& read,
                  const std::function<void(Annotated&)>& work, const std::function<void(Annotated&)>& consume);

} // namespace yaqut::cli
