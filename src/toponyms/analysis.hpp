// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "toponyms/language_tables.hpp"
#include "toponyms/names.hpp"
#include "toponyms/use_features.hpp"

namespace yaqut::toponyms {

/// Candidates of a document with everything that their features are read from. The recognizer and the training of its
/// weights look at a text through this one view.
class Analysis {
  public:
    Analysis(const gazetteer::Gazetteer& gazetteer, const text::Document& document, Language language,
             const NameFacts& facts)
        : m_facts(facts), m_tables(language_tables(language_for(document, language))),
          m_words(m_tables.words.annotate(document)), m_candidates(find_names(gazetteer, document, m_words, facts)),
          m_context(document, m_words, m_candidates, m_tables.language, m_tables.home_countries) {}
    Analysis(const Analysis&) = delete;
    Analysis& operator=(const Analysis&) = delete;
    ~Analysis() {
        const text::Document& document = m_context.document();
        m_tables.words.take_back(document, std::move(m_words));
        take_back(document, m_facts, std::move(m_candidates));
    }

    [[nodiscard]] const LanguageTables& tables() const { return m_tables; }
    [[nodiscard]] const std::vector<WordInfo>& words() const { return m_words; }
    [[nodiscard]] const NameCandidates& candidates() const { return m_candidates; }
    [[nodiscard]] const UseContext& context() const { return m_context; }

  private:
    NameFacts m_facts;
    const LanguageTables& m_tables;
    std::vector<WordInfo> m_words;
    NameCandidates m_candidates;
    UseContext m_context;
};

/// The loose key of a name: its words without proclitics and possessive endings, joined by spaces.
[[nodiscard]] std::string name_key(const text::Document& document, const NameCandidate& name);

} // namespace yaqut::toponyms
