// SPDX-License-Identifier: Apache-2.0
#include "cli/article_runner.hpp"

#include <vector>

#include "cli/ordered_pipeline.hpp"

namespace yaqut::cli {

void run_articles(unsigned threads, const std::function<bool(Annotated&)>& read,
                  const std::function<void(Annotated&)>& work, const std::function<void(Annotated&)>& consume) {
    constexpr std::size_t articles_per_thread = 8;
    const std::size_t count = thread_count(threads);
    std::vector<Annotated> ring(count * articles_per_thread);
    run_in_order(count, ring.size(),
                 {.read = [&](std::size_t place) { return read(ring[place]); },
                  .work = [&](std::size_t place) { work(ring[place]); },
                  .write = [&](std::size_t place) { consume(ring[place]); }});
}

} // namespace yaqut::cli
