// SPDX-License-Identifier: Apache-2.0
#include "cli/article_runner.hpp"

#include <utility>
#include <vector>

#include "cli/ordered_pipeline.hpp"

namespace yaqut::cli {

void run_articles(unsigned threads, const std::function<std::optional<Article>()>& next,
                  const std::function<Annotation(const Article&)>& annotate,
                  const std::function<void(Annotated&)>& consume) {
    constexpr std::size_t articles_per_thread = 8;
    const std::size_t count = thread_count(threads);
    std::vector<Annotated> ring(count * articles_per_thread);
    const auto read = [&](std::size_t place) {
        auto article = next();
        if (article) {
            ring[place].article = std::move(*article); // the last annotation is freed in work(), by several threads
        }
        return article.has_value();
    };
    run_in_order(count, ring.size(),
                 {.read = read,
                  .work = [&](std::size_t place) { ring[place].annotation = annotate(ring[place].article); },
                  .write = [&](std::size_t place) { consume(ring[place]); }});
}

} // namespace yaqut::cli
