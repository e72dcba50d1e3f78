// SPDX-License-Identifier: Apache-2.0
#include "cli/article_runner.hpp"

#include <vector>

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>

namespace yaqut::cli {

namespace {

/// The articles in work. The pipeline hands around places in this ring, not articles: a run that ends by an exception
/// drops what is on its way between stages without destroying it. A place is free again when it is its turn, because
/// articles leave in the order in which they came and no more are on their way than there are places.
class Ring {
  public:
    explicit Ring(std::size_t places) : m_items(places) {}
    std::size_t put(Article&& article) {
        const std::size_t place = m_next++ % m_items.size();
        m_items[place] = Annotated{std::move(article), {}};
        return place;
    }
    Annotated& at(std::size_t place) { return m_items[place]; }

  private:
    std::vector<Annotated> m_items;
    std::size_t m_next = 0;
};

void run_in_order(const std::function<std::optional<Article>()>& next,
                  const std::function<Annotation(const Article&)>& annotate,
                  const std::function<void(Annotated&)>& consume) {
    while (auto article = next()) {
        Annotated item{std::move(*article), {}};
        item.annotation = annotate(item.article);
        consume(item);
    }
}

} // namespace

void run_articles(unsigned threads, const std::function<std::optional<Article>()>& next,
                  const std::function<Annotation(const Article&)>& annotate,
                  const std::function<void(Annotated&)>& consume) {
    const std::size_t count = threads > 0 ? threads : static_cast<std::size_t>(tbb::info::default_concurrency());
    if (count == 1) {
        run_in_order(next, annotate, consume);
        return;
    }
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, count);
    constexpr std::size_t articles_per_thread = 8;
    Ring ring(count * articles_per_thread);
    const auto read = [&](tbb::flow_control& flow) -> std::size_t {
        auto article = next();
        if (!article) {
            flow.stop();
            return 0;
        }
        return ring.put(std::move(*article));
    };
    const auto work = [&](std::size_t place) {
        ring.at(place).annotation = annotate(ring.at(place).article);
        return place;
    };
    const auto write = [&](std::size_t place) { consume(ring.at(place)); };
    tbb::parallel_pipeline(count * articles_per_thread,
                           tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, read) &
                               tbb::make_filter<std::size_t, std::size_t>(tbb::filter_mode::parallel, work) &
                               tbb::make_filter<std::size_t, void>(tbb::filter_mode::serial_in_order, write));
}

} // namespace yaqut::cli
