// SPDX-License-Identifier: Apache-2.0
#include "cli/article_runner.hpp"

#include <memory>

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>

namespace yaqut::cli {

namespace {

using Item = std::shared_ptr<Annotated>;

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
    const auto read = [&](tbb::flow_control& flow) -> Item {
        auto article = next();
        if (!article) {
            flow.stop();
            return nullptr;
        }
        return std::make_shared<Annotated>(Annotated{std::move(*article), {}});
    };
    const auto work = [&](Item item) {
        item->annotation = annotate(item->article);
        return item;
    };
    const auto write = [&](const Item& item) { consume(*item); };
    constexpr std::size_t articles_per_thread = 8;
    tbb::parallel_pipeline(count * articles_per_thread,
                           tbb::make_filter<void, Item>(tbb::filter_mode::serial_in_order, read) &
                               tbb::make_filter<Item, Item>(tbb::filter_mode::parallel, work) &
                               tbb::make_filter<Item, void>(tbb::filter_mode::serial_in_order, write));
}

} // namespace yaqut::cli
