// SPDX-License-Identifier: Apache-2.0
#include "toponyms/name_lookup.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "text/document.hpp"
#include "toponyms/language_tables.hpp"
#include "toponyms/name_matcher.hpp"

namespace yaqut::toponyms {

namespace {

constexpr CueSet around_names = descriptors | bit(Cue::direction) | bit(Cue::function);
constexpr std::size_t most_words = 40; // no name is longer; hostile input may be

class MentionReader {
  public:
    MentionReader(const gazetteer::Gazetteer& gazetteer, const text::Document& document, Language language)
        : m_gazetteer(gazetteer), m_document(document),
          m_words(language_tables(language_for(document, language)).words.annotate(document)),
          m_matcher(gazetteer, document, m_words, {}, m_memory) {}

    [[nodiscard]] NameCover cover() const {
        if (m_document.size() > most_words) {
            return NameCover::none;
        }
        Heads heads;
        for (std::size_t at = 0; at < m_document.size(); ++at) {
            if (m_document.token(at).kind == text::TokenKind::punct) {
                continue;
            }
            if (const NameCover found = cover_from(at, heads); found != NameCover::none) {
                return found;
            }
            if (!around_name(at)) {
                return NameCover::none;
            }
            note(heads, at);
        }
        return NameCover::none;
    }

  private:
    /// Descriptors met so far on both sides of the name.
    struct Heads {
        bool part = false; ///< a direction: the mention is only a part of the place
        std::vector<FeatureClass> named;
    };

    [[nodiscard]] bool around_name(std::size_t at) const {
        // "of" and the like are words only between descriptor and name.
        return m_words[at].any(around_names) || (at > 0 && m_words[at].any(prepositions));
    }

    void note(Heads& heads, std::size_t at) const {
        const WordInfo& word = m_words[at];
        heads.part |= word.is(Cue::direction) || (word.any(named_descriptors) && !word.feature);
        if (word.any(named_descriptors) && word.feature) {
            heads.named.push_back(*word.feature);
        }
    }

    /// What a name that begins here gives for the rest of the mention.
    [[nodiscard]] NameCover cover_from(std::size_t at, Heads heads) const {
        if (m_document.token(at).kind != text::TokenKind::word) {
            return NameCover::none;
        }
        const auto name = m_matcher.match(at);
        if (!name) {
            return NameCover::none;
        }
        bool in_context = false; // words after the comma tell where the place is, not what it is
        for (std::size_t next = name->tokens.end; next < m_document.size(); ++next) {
            if (m_document.token(next).kind == text::TokenKind::punct) {
                continue;
            }
            const auto context = after_comma(next) ? m_matcher.match(next) : std::nullopt; // Paris, Texas
            if (context) {
                next = context->tokens.end - 1;
                in_context = true;
                continue;
            }
            if (!around_name(next)) {
                return NameCover::none;
            }
            if (!in_context) {
                note(heads, next);
            }
        }
        const bool itself = !heads.part && std::all_of(heads.named.begin(), heads.named.end(),
                                                       [&](FeatureClass feature) { return has_class(*name, feature); });
        return itself ? NameCover::whole : NameCover::by_place;
    }

    [[nodiscard]] bool after_comma(std::size_t at) const {
        const text::Token& before = m_document.token(at - 1);
        const std::string_view mark = m_document.source(before.span);
        return before.kind == text::TokenKind::punct && (mark == "," || mark == "،");
    }

    [[nodiscard]] bool has_class(const NameCandidate& name, FeatureClass feature) const {
        return std::any_of(name.names.begin(), name.names.end(), [&](const gazetteer::NameEntry& entry) {
            return m_gazetteer.place(entry.place).feature == feature;
        });
    }

    const gazetteer::Gazetteer& m_gazetteer;
    const text::Document& m_document;
    std::vector<WordInfo> m_words;
    NameMemory m_memory;
    NameMatcher m_matcher;
};

} // namespace

NameCover look_up(const gazetteer::Gazetteer& gazetteer, std::string_view mention, Language language) {
    const text::Document document(mention);
    const NameCover cover = MentionReader(gazetteer, document, language).cover();
    // The span of a name in للقاهرة is لقاهرة (core/toponym.hpp): its article lost its first letter.
    constexpr std::string_view lam = "ل";
    if (cover != NameCover::none || !mention.starts_with(lam)) {
        return cover;
    }
    const std::string with_article = "ا" + std::string(mention);
    const text::Document whole(with_article);
    return MentionReader(gazetteer, whole, language).cover();
}

} // namespace yaqut::toponyms
