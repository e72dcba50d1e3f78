// SPDX-License-Identifier: Apache-2.0
#include "events/link_words.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "text/key_hash.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t most_between = 48; ///< tokens between an event and its place that are read
constexpr std::string_view place_word = "@place";
constexpr std::string_view time_word = "@time";
constexpr std::string_view number_word = "@number";
constexpr std::string_view event_word = "@event";
constexpr std::string_view end_word = "@end";
constexpr std::uint64_t place_key = text::KeyHash::of(place_word);
constexpr std::uint64_t time_key = text::KeyHash::of(time_word);
constexpr std::uint64_t number_key = text::KeyHash::of(number_word);
constexpr std::uint64_t event_key = text::KeyHash::of(event_word);
constexpr std::uint64_t end_key = text::KeyHash::of(end_word);

std::uint64_t type_key(EventType type) {
    static const std::array<std::uint64_t, event_type_count> keys = [] {
        std::array<std::uint64_t, event_type_count> all{};
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i] = text::KeyHash::of(to_string(static_cast<EventType>(i)));
        }
        return all;
    }();
    return keys[static_cast<std::size_t>(type)];
}

Spot spot_of(const lexicon::Table& table, std::string_view name) {
    const auto found = std::find(spot_names.begin(), spot_names.end(), name);
    if (found == spot_names.end()) {
        throw TableError(table.name(), "no place of a word: " + std::string(name));
    }
    return static_cast<Spot>(found - spot_names.begin());
}

/// The same spot for a target after the event's word and for one before it.
Spot sided(Spot after, bool is_after) {
    constexpr auto offset = static_cast<int>(Spot::before_prior) - static_cast<int>(Spot::after_prior);
    return is_after ? after : static_cast<Spot>(static_cast<int>(after) + offset);
}

} // namespace

WordWeights::WordWeights(const lexicon::Table& table)
    : m_weights(read_keyed(table, [&](const lexicon::Row& row) {
          return key_of(spot_of(table, row["where"]), text::KeyHash::of(row["word"]));
      })) {}

/// Places, times and numbers are of one kind each; but who a place stands for is told.
inline LinkWords::Word LinkWords::word_at(std::int64_t token, TokenRange sentence) const {
    if (token < sentence.begin || token >= sentence.end) {
        return {end_key, end_word};
    }
    const auto index = static_cast<std::uint32_t>(token);
    const Tag& tag = (*m_text)[index];
    const text::Token& found = m_text->document().token(index);
    if (tag.toponym < 0 && tag.timex < 0 && !tag.event_word && found.kind != text::TokenKind::number) { // most
        return {found.loose_hash, {}, token};
    }
    if (tag.toponym >= 0 &&
        m_text->toponyms()[static_cast<std::size_t>(tag.toponym)].mention.use == ToponymUse::location) {
        return {place_key, place_word};
    }
    if (tag.timex >= 0) {
        return {time_key, time_word};
    }
    if (found.kind == text::TokenKind::number) {
        return {number_key, number_word};
    }
    return tag.event_word ? Word{event_key, event_word} : Word{found.loose_hash, {}, token};
}

std::string LinkWords::text_of(const Word& word) const {
    const text::Document& document = m_text->document();
    return std::string(word.token < 0 ? word.text
                                      : document.loose(document.token(static_cast<std::uint32_t>(word.token))));
}

template <typename Act> void LinkWords::visit_none(const Draft& draft, const Act& act) const {
    const TokenRange sentence = m_text->document().sentences()[draft.sentence].tokens;
    const std::int64_t begin = draft.trigger.begin;
    act(Spot::none_self, Word{m_text->document().token(draft.trigger.begin).loose_hash, {}, begin});
    act(Spot::none_left, word_at(begin - 1, sentence));
    act(Spot::none_right, word_at(draft.trigger.end, sentence));
    act(Spot::none_type, Word{type_key(draft.type), to_string(draft.type)});
}

template <typename Act>
void LinkWords::visit_target(const Draft& draft, const LinkTarget& target, const Act& act) const {
    const text::Document& document = m_text->document();
    const TokenRange sentence = document.sentences()[draft.sentence].tokens;
    const std::int64_t first = target.tokens.begin;
    const std::int64_t begin = draft.trigger.begin;
    const bool after = target.tokens.begin >= draft.trigger.begin;
    const Word prior = word_at(first - 1, sentence);
    const Word next = word_at(target.tokens.end, sentence);
    act(Spot::prior, prior);
    act(Spot::second, word_at(first - 2, sentence));
    act(Spot::next, next);
    if (!target.named) {
        act(Spot::first, Word{document.token(target.tokens.begin).loose_hash, {}, first});
    }
    act(sided(Spot::after_prior, after), prior);
    act(sided(Spot::after_next, after), next);
    if (!target.clitic.empty()) {
        act(sided(Spot::after_clitic, after), Word{text::KeyHash::of(target.clitic), target.clitic});
    }
    act(sided(Spot::after_self, after), Word{document.token(draft.trigger.begin).loose_hash, {}, begin});
    act(sided(Spot::after_type, after), Word{type_key(draft.type), to_string(draft.type)});
    act(sided(Spot::after_left, after), word_at(begin - 1, sentence));
    act(sided(Spot::after_right, after), word_at(draft.trigger.end, sentence));
    const std::uint32_t low = after ? draft.trigger.end : target.tokens.end;
    const std::uint32_t high = after ? target.tokens.begin : draft.trigger.begin;
    std::array<std::uint64_t, most_between> seen; // NOLINT(cppcoreguidelines-pro-type-member-init): the first `count`
    std::size_t count = 0;
    std::uint64_t bits = 0; // of the keys seen, so that most words need no search
    for (std::uint32_t t = low; t < std::min(high, low + most_between); ++t) {
        const Word word = word_at(t, sentence);
        const auto end = seen.begin() + static_cast<std::ptrdiff_t>(count);
        const std::uint64_t bit = 1ULL << (word.key >> 58U);
        if ((bits & bit) == 0 || std::find(seen.begin(), end, word.key) == end) {
            bits |= bit;
            seen[count++] = word.key;
            act(sided(Spot::after_between, after), word);
        }
    }
}

float LinkWords::of_none(const Draft& draft) const {
    float sum = 0.0F;
    visit_none(draft, [&](Spot spot, const Word& word) { sum += m_weights->of(spot, word.key); });
    return sum;
}

float LinkWords::of_target(const Draft& draft, const LinkTarget& target) const {
    float sum = 0.0F;
    visit_target(draft, target, [&](Spot spot, const Word& word) { sum += m_weights->of(spot, word.key); });
    return sum;
}

LinkWordList LinkWords::list_none(const Draft& draft) const {
    LinkWordList list;
    visit_none(draft, [&](Spot spot, const Word& word) {
        list.emplace_back(spot_names[static_cast<std::size_t>(spot)], text_of(word));
    });
    return list;
}

LinkWordList LinkWords::list_target(const Draft& draft, const LinkTarget& target) const {
    LinkWordList list;
    visit_target(draft, target, [&](Spot spot, const Word& word) {
        list.emplace_back(spot_names[static_cast<std::size_t>(spot)], text_of(word));
    });
    return list;
}

} // namespace yaqut::events
