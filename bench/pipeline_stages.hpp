// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/annotation.hpp"
#include "core/article.hpp"
#include "dates/tagger.hpp"
#include "events/extractor.hpp"
#include "gazetteer/gazetteer.hpp"
#include "io/layer_writer.hpp"
#include "pipeline.hpp"
#include "text/document.hpp"
#include "text/word_cache.hpp"
#include "toponyms/recognizer.hpp"
#include "toponyms/resolver.hpp"

namespace yaqut::bench {

/// Reads all articles of the files, as the program does.
[[nodiscard]] std::vector<Article> read_articles(const std::vector<std::string>& files);

/// Megabytes of text (10^6 bytes), without titles.
[[nodiscard]] double megabytes(std::span<const Article> articles);

/// What must happen at least: every byte of the texts is looked at. Gives the number of spaces.
[[nodiscard]] std::size_t bare_scan(std::span<const Article> articles);

/// The stages of the pipeline one by one. Takes a few articles at a time, as one thread has them in work: stage by
/// stage over all of them, each stage from the results of those before.
class Stages {
  public:
    explicit Stages(const gazetteer::Gazetteer& gazetteer);

    /// Makes the articles those that the stages work on; forgets what was found before. They must outlive the calls.
    void begin(std::span<const Article> articles);
    void tokens();
    void dates();
    void recognition();
    void resolution();
    /// Gives the events found, until begin() is called again.
    [[nodiscard]] std::vector<Event>& events();
    [[nodiscard]] std::vector<Event>& found_events() { return m_events; }

  private:
    toponyms::Recognizer m_recognizer;
    toponyms::Resolver m_resolver;
    dates::Tagger m_tagger;
    events::Extractor m_extractor;
    text::WordCache m_words;

    std::span<const Article> m_articles;
    std::vector<text::Document> m_documents;
    std::vector<dates::DatedText> m_dates;
    std::vector<std::vector<ToponymMention>> m_mentions;
    std::vector<std::vector<ResolvedToponym>> m_toponyms;
    std::vector<Event> m_events;
};

/// Finds the articles' events on so many threads and merges them, as `map` does between reading and writing. Gives
/// their number.
[[nodiscard]] std::size_t merged_events(const Pipeline& pipeline, std::span<const Article> articles, unsigned threads);

/// Writes the events into the folder, over what is there.
void write_layer(std::span<const Event> events, io::LayerFormat format, const std::string& folder);

/// A folder among temporary files that goes away with its owner.
class ScratchFolder {
  public:
    ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder();
    [[nodiscard]] std::string path() const { return m_path.string(); }

  private:
    std::filesystem::path m_path;
};

} // namespace yaqut::bench
