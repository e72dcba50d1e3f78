// SPDX-License-Identifier: Apache-2.0
#include "pipeline_stages.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <system_error>

#include <unistd.h>

#include "cli/ordered_pipeline.hpp"
#include "core/error.hpp"
#include "events/report_store.hpp"
#include "io/article_reader.hpp"

namespace yaqut::bench {

std::vector<Article> read_articles(const std::vector<std::string>& files) {
    io::ReaderOptions options;
    options.on_error = [](const InputError& error) { throw error; };
    io::ArticleReader reader(files, std::move(options));
    std::vector<Article> articles;
    while (auto article = reader.next()) {
        articles.push_back(std::move(*article));
    }
    return articles;
}

double megabytes(std::span<const Article> articles) {
    std::size_t bytes = 0;
    for (const Article& article : articles) {
        bytes += article.text.size();
    }
    return static_cast<double>(bytes) / 1e6;
}

std::size_t bare_scan(std::span<const Article> articles) {
    std::ptrdiff_t spaces = 0;
    for (const Article& article : articles) {
        spaces += std::count(article.text.begin(), article.text.end(), ' ');
    }
    return static_cast<std::size_t>(spaces);
}

Stages::Stages(const gazetteer::Gazetteer& gazetteer) : m_recognizer(gazetteer), m_resolver(gazetteer) {}

void Stages::begin(std::span<const Article> articles) {
    m_articles = articles;
    m_documents.clear(); // before its words
    m_dates.clear();
    m_mentions.clear();
    m_toponyms.clear();
    m_events.clear();
    m_words.make_room();
    m_documents.reserve(articles.size());
}

void Stages::tokens() {
    for (const Article& article : m_articles) {
        m_documents.emplace_back(article.text, m_words);
    }
}

void Stages::dates() {
    for (std::size_t i = 0; i < m_articles.size(); ++i) {
        m_dates.push_back(m_tagger.read(m_documents[i], m_articles[i].dct, m_documents[i].language()));
    }
}

void Stages::recognition() {
    for (const text::Document& document : m_documents) {
        m_mentions.push_back(m_recognizer.recognize(document, document.language()));
    }
}

void Stages::resolution() {
    for (std::size_t i = 0; i < m_articles.size(); ++i) {
        m_toponyms.push_back(m_resolver.resolve(m_documents[i], std::move(m_mentions[i]), MapJudgement::left_out));
        std::erase_if(m_toponyms.back(), [](const ResolvedToponym& t) { return t.mention.doubtful; });
    }
}

std::vector<Event>& Stages::events() {
    for (std::size_t i = 0; i < m_articles.size(); ++i) {
        auto found = m_extractor.extract({m_documents[i], m_articles[i], m_documents[i].language(), m_toponyms[i],
                                          m_dates[i].timexes, m_dates[i].dct});
        std::move(found.begin(), found.end(), std::back_inserter(m_events));
    }
    return m_events;
}

std::size_t merged_events(const Pipeline& pipeline, std::span<const Article> articles, unsigned threads) {
    constexpr std::size_t at_a_time = 32; // blocks as the program has them
    constexpr std::size_t blocks_each = 4;
    constexpr std::size_t helping = 2000;
    struct Block {
        std::span<const Article> articles;
        std::array<events::PackedDays, at_a_time> found;
    };
    std::vector<Block> blocks(threads * blocks_each);
    events::ReportStore store;
    const auto read = [&](std::size_t place) {
        blocks[place].articles = articles.first(std::min(at_a_time, articles.size()));
        articles = articles.subspan(blocks[place].articles.size());
        return !blocks[place].articles.empty();
    };
    const auto work = [&](std::size_t place) {
        Block& block = blocks[place];
        for (std::size_t i = 0; i < block.articles.size(); ++i) {
            block.found[i].pack(pipeline.annotate(block.articles[i], MapJudgement::left_out).events);
        }
    };
    const auto keep = [&](std::size_t place) {
        for (std::size_t i = 0; i < blocks[place].articles.size(); ++i) {
            store.add(blocks[place].found[i]);
        }
    };
    cli::run_in_order(threads, blocks_each, {.read = read, .work = work, .write = keep});
    events::MergedReports merged(std::move(store));
    std::size_t count = 0;
    for (std::size_t more = merged.next(helping).size(); more > 0; more = merged.next(helping).size()) {
        count += more;
    }
    return count;
}

void write_layer(std::span<const Event> events, io::LayerFormat format, const std::string& folder) {
    io::LayerOptions options;
    options.overwrite = true;
    for (const io::LayerFormatInfo& info : io::layer_formats()) {
        if (info.format == format) {
            const auto writer = io::open_layer(folder + "/events" + std::string(info.extension), format, options);
            for (const Event& event : events) {
                writer->write(event);
            }
            (void)writer->finish();
        }
    }
}

ScratchFolder::ScratchFolder()
    : m_path(std::filesystem::temp_directory_path() / ("yaqut_bench." + std::to_string(::getpid()))) {
    std::filesystem::create_directory(m_path);
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

} // namespace yaqut::bench
