// SPDX-License-Identifier: Apache-2.0
#include "pipeline.hpp"

#include "dates/tagger.hpp"
#include "events/extractor.hpp"
#include "gazetteer/gazetteer.hpp"
#include "text/document.hpp"
#include "toponyms/recognizer.hpp"
#include "toponyms/resolver.hpp"

namespace yaqut {

struct Pipeline::Stages {
    explicit Stages(const gazetteer::Gazetteer& gazetteer) : recognizer(gazetteer), resolver(gazetteer) {}

    toponyms::Recognizer recognizer;
    toponyms::Resolver resolver;
    dates::Tagger tagger;
    events::Extractor extractor;
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
    result.toponyms = m_stages->resolver.resolve(document, m_stages->recognizer.recognize(document, language));
    result.timexes = m_stages->tagger.tag(document, article.dct, language);
    result.events =
        m_stages->extractor.extract({document, article, language, result.toponyms, result.timexes, article.dct});
    return result;
}

} // namespace yaqut
