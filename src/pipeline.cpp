// SPDX-License-Identifier: Apache-2.0
#include "pipeline.hpp"

#include <future>
#include <memory>

#include "dates/tagger.hpp"
#include "events/extractor.hpp"
#include "gazetteer/gazetteer.hpp"
#include "text/document.hpp"
#include "toponyms/recognizer.hpp"
#include "toponyms/resolver.hpp"

namespace yaqut {

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

    std::unique_ptr<toponyms::Recognizer> recognizer;
    std::unique_ptr<toponyms::Resolver> resolver;
    std::unique_ptr<dates::Tagger> tagger;
    std::unique_ptr<events::Extractor> extractor;
};

Pipeline::Pipeline(const gazetteer::Gazetteer& gazetteer) : m_stages(std::make_unique<Stages>(gazetteer)) {}
Pipeline::Pipeline(Pipeline&&) noexcept = default;
Pipeline& Pipeline::operator=(Pipeline&&) noexcept = default;
Pipeline::~Pipeline() = default;

Annotation Pipeline::annotate(const Article& article) const {
    const text::Document document(article.text);
    const Language language = article.language.value_or(document.language());

    Annotation result;
    result.article_id = article.id;
    result.language = language;
    result.dct = article.dct;
    result.dct_source = article.dct_source;
    result.toponyms = m_stages->resolver->resolve(document, m_stages->recognizer->recognize(document, language));
    result.timexes = m_stages->tagger->tag(document, article.dct, language);
    result.events =
        m_stages->extractor->extract({document, article, language, result.toponyms, result.timexes, article.dct});
    return result;
}

} // namespace yaqut
