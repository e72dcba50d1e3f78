// SPDX-License-Identifier: Apache-2.0
#include "pipeline.hpp"

#include <algorithm>
#include <future>
#include <iterator>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "dates/tagger.hpp"
#include "events/extractor.hpp"
#include "gazetteer/gazetteer.hpp"
#include "text/document.hpp"
#include "text/word_cache.hpp"
#include "toponyms/recognizer.hpp"
#include "toponyms/resolver.hpp"

namespace yaqut {

namespace {

/// Word caches that no worker uses at the moment: there are as many as there ever were articles in work at one time.
class WordCaches {
  public:
    /// A cache for one article, given back at the end.
    class Loan {
      public:
        explicit Loan(WordCaches& from) : m_from(from), m_cache(from.take()) {}
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        ~Loan() { m_from.give_back(std::move(m_cache)); }
        [[nodiscard]] text::WordCache& cache() const { return *m_cache; }

      private:
        WordCaches& m_from;
        std::unique_ptr<text::WordCache> m_cache;
    };

  private:
    struct Free {
        std::thread::id user;
        std::unique_ptr<text::WordCache> cache;
    };

    std::unique_ptr<text::WordCache> take() {
        std::unique_ptr<text::WordCache> cache = take_free();
        if (!cache) {
            return std::make_unique<text::WordCache>();
        }
        cache->make_room();
        return cache;
    }

    /// What a thread has used last is near its processor.
    std::unique_ptr<text::WordCache> take_free() {
        const std::lock_guard lock(m_mutex);
        m_free.reserve(m_made + 1); // giving back shall not fail
        if (m_free.empty()) {
            ++m_made;
            return nullptr;
        }
        const auto own = std::find_if(m_free.begin(), m_free.end(),
                                      [](const Free& free) { return free.user == std::this_thread::get_id(); });
        std::swap(own == m_free.end() ? m_free.back() : *own, m_free.back());
        auto cache = std::move(m_free.back().cache);
        m_free.pop_back();
        return cache;
    }
    void give_back(std::unique_ptr<text::WordCache> cache) {
        const std::lock_guard lock(m_mutex);
        m_free.push_back({std::this_thread::get_id(), std::move(cache)});
    }

    std::mutex m_mutex;
    std::size_t m_made = 0;
    std::vector<Free> m_free;
};

/// Neither events nor layers are made of doubtful names.
void set_doubtful_apart(Annotation& found) {
    const auto sure = [](const ResolvedToponym& toponym) { return !toponym.mention.doubtful; };
    const auto apart = std::stable_partition(found.toponyms.begin(), found.toponyms.end(), sure);
    found.doubtful.assign(std::make_move_iterator(apart), std::make_move_iterator(found.toponyms.end()));
    found.toponyms.erase(apart, found.toponyms.end());
}

} // namespace

/// The stages read their tables when they are made, which is most of what a short run takes: two of them do so on
/// threads of their own.
struct Pipeline::Stages {
    explicit Stages(const gazetteer::Gazetteer& gazetteer) {
        auto making_extractor = std::async(std::launch::async, [] { return std::make_unique<events::Extractor>(); });
        auto making_tagger = std::async(std::launch::async, [] { return std::make_unique<dates::Tagger>(); });
        recognizer = std::make_unique<toponyms::Recognizer>(gazetteer);
        resolver = std::make_unique<toponyms::Resolver>(gazetteer);
        tagger = making_tagger.get();
        extractor = making_extractor.get();
    }

    /// Events carry where the day of publication comes from: an article that its own text dates says so.
    [[nodiscard]] std::vector<Event> events(const text::Document& document, const Article& article,
                                            const Annotation& found) const {
        const auto extract = [&](const Article& from) {
            return extractor->extract({document, from, found.language, found.toponyms, found.timexes, found.dct});
        };
        if (article.dct == found.dct) {
            return extract(article);
        }
        Article dated = article;
        dated.dct = found.dct;
        dated.dct_source = found.dct_source;
        return extract(dated);
    }

    std::unique_ptr<toponyms::Recognizer> recognizer;
    std::unique_ptr<toponyms::Resolver> resolver;
    std::unique_ptr<dates::Tagger> tagger;
    std::unique_ptr<events::Extractor> extractor;
    WordCaches caches;
};

Pipeline::Pipeline(const gazetteer::Gazetteer& gazetteer) : m_stages(std::make_unique<Stages>(gazetteer)) {}
Pipeline::Pipeline(Pipeline&&) noexcept = default;
Pipeline& Pipeline::operator=(Pipeline&&) noexcept = default;
Pipeline::~Pipeline() = default;

Annotation Pipeline::annotate(const Article& article, MapJudgement map) const {
    const WordCaches::Loan words(m_stages->caches);
    const text::Document document(article.text, words.cache());
    const Language language = article.language.value_or(document.language());

    Annotation result;
    result.article_id = article.id;
    result.language = language;
    dates::DatedText dated = m_stages->tagger->read(document, article.dct, language);
    result.dct = dated.dct;
    result.dct_source = dated.from_dateline ? "dateline" : article.dct_source;
    result.dct_candidates = std::move(dated.dct_candidates);
    result.timexes = std::move(dated.timexes);
    result.toponyms = m_stages->resolver->resolve(document, m_stages->recognizer->recognize(document, language), map);
    set_doubtful_apart(result);
    result.events = m_stages->events(document, article, result);
    return result;
}

} // namespace yaqut
