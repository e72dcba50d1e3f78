// SPDX-License-Identifier: Apache-2.0
#include "cli/article_runner.hpp"

#include <algorithm>
#include <deque>

#include "cli/ordered_pipeline.hpp"

namespace yaqut::cli {

namespace {

constexpr std::size_t blocks_each = 4; ///< of a thread
constexpr std::size_t most_articles = 32;
constexpr std::size_t most_bytes = std::size_t{128} << 10U; ///< of text, beyond which no article is added

/// Articles that go from stage to stage together: some milliseconds of work, so that threads seldom meet.
struct Block {
    std::size_t size = 0;        ///< of items in use
    std::deque<Annotated> items; ///< only grow
};

/// Reads up to `limit` articles; false: there is none.
bool fill(Block& block, std::size_t limit, const std::function<bool(Annotated&)>& read) {
    block.size = 0;
    std::size_t bytes = 0;
    while (block.size < limit && bytes < most_bytes) {
        if (block.size == block.items.size()) {
            block.items.emplace_back();
        }
        Annotated& item = block.items[block.size];
        if (!read(item)) {
            break;
        }
        bytes += item.article.text.size();
        ++block.size;
    }
    return block.size > 0;
}

} // namespace

void run_articles(unsigned threads, const std::function<bool(Annotated&)>& read,
                  const std::function<void(Annotated&)>& work, const std::function<void(Annotated&)>& consume) {
    const std::size_t count = thread_count(threads);
    std::vector<Block> blocks(count * blocks_each);
    std::size_t articles = 0;
    const auto each = [&](std::size_t place, const std::function<void(Annotated&)>& use) {
        Block& block = blocks[place];
        for (std::size_t i = 0; i < block.size; ++i) {
            use(block.items[i]);
        }
    };
    const auto read_block = [&](std::size_t place) {
        // Few articles must keep all threads at work, too.
        const std::size_t limit = std::clamp<std::size_t>(articles / (count * blocks_each), 1, most_articles);
        const bool more = fill(blocks[place], limit, read);
        articles += blocks[place].size;
        return more;
    };
    run_in_order(count, blocks_each,
                 {.read = read_block,
                  .work = [&](std::size_t place) { each(place, work); },
                  .write = [&](std::size_t place) { each(place, consume); }});
}

} // namespace yaqut::cli
