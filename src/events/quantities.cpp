// SPDX-License-Identifier: Apache-2.0
#include "events/quantities.hpp"

#include <algorithm>

namespace yaqut::events {

namespace {

constexpr std::uint32_t noun_gap = 2;         ///< tokens between a number and its noun
constexpr std::uint32_t subset_reach = 3;     ///< tokens from "among them" to the number
constexpr std::uint32_t sentence_limit = 400; ///< tokens of a sentence that are read
constexpr std::int64_t most_people = 100'000'000;

bool is_counted(const TaggedText& text, std::uint32_t token) {
    return text.has(token, Cue::person) || text.has(token, Cue::dead) || text.has(token, Cue::wounded);
}

Count::Kind kind_of(const TaggedText& text, std::uint32_t token) {
    if (text.has(token, Cue::dead)) {
        return Count::Kind::dead;
    }
    return text.has(token, Cue::wounded) ? Count::Kind::wounded : Count::Kind::person;
}

/// The sense of the token as a counted noun.
const Sense* counted_sense(const TaggedText& text, std::uint32_t token) {
    const Sense* best = nullptr;
    for (const Sense& sense : text.senses(token)) {
        if (has_flag(sense.flags, FormFlag::noun) && text.rules().trigger(sense.group) == nullptr) {
            const bool better = best == nullptr || has_flag(sense.flags, FormFlag::dual);
            best = better ? &sense : best;
        }
    }
    return best;
}

/// The part of a sentence in which numbers of victims may stand; empty when nobody comes to harm.
TokenRange around_casualties(const TaggedText& text, TokenRange sentence) {
    constexpr std::uint32_t margin = 12;
    TokenRange part{sentence.end, sentence.begin};
    for (std::uint32_t token = sentence.begin; token < sentence.end; ++token) {
        const bool harm = text[token].casualty_word || text.has(token, Cue::dead) || text.has(token, Cue::wounded) ||
                          text.has(token, Cue::injury) || text.has(token, Cue::losses);
        if (harm) {
            part.begin = std::min(part.begin, token - std::min(token - sentence.begin, margin));
            part.end = std::min(sentence.end, token + margin);
        }
    }
    return part.empty() ? TokenRange{sentence.begin, sentence.begin} : part;
}

bool subset_before(const TaggedText& text, std::uint32_t token, TokenRange range) {
    const std::uint32_t from = token > range.begin + subset_reach ? token - subset_reach : range.begin;
    for (std::uint32_t t = token; t > from; --t) {
        if (text.has(t - 1, Cue::subset)) {
            return true;
        }
        if (text[t - 1].casualty_word || text.has(t - 1, Cue::injury)) {
            return false; // "among them a child, and 12 were hurt"
        }
    }
    return false;
}

/// A phrase of the kind that ends right before the token.
bool phrase_before(const TaggedText& text, std::uint32_t token, TokenRange range, Cue cue) {
    for (std::uint32_t t = token; t > range.begin && token - t < 4; --t) {
        if (text.has(t - 1, cue) && t - 1 + text[t - 1].length >= token) {
            return true;
        }
    }
    return false;
}

bool phrase_after(const TaggedText& text, std::uint32_t token, TokenRange range, Cue cue) {
    for (std::uint32_t t = token; t < range.end && t < token + 3; ++t) {
        if (text.has(t, cue)) {
            return true;
        }
    }
    return false;
}

Quantity qualified(const TaggedText& text, std::uint32_t begin, std::uint32_t end, TokenRange range, std::int64_t n) {
    if (phrase_before(text, begin, range, Cue::less_than)) {
        return {0, std::nullopt, std::max<std::int64_t>(n - 1, 0)};
    }
    if (phrase_before(text, begin, range, Cue::more_than) || phrase_after(text, end, range, Cue::more_than)) {
        return {n, n, std::nullopt};
    }
    if (phrase_before(text, begin, range, Cue::up_to)) {
        return {0, std::nullopt, n};
    }
    return {n, n, n};
}

/// "Six Palestinians"
bool names_people(const TaggedText& text, std::uint32_t token) {
    const std::int32_t toponym = text.toponym(token);
    return toponym >= 0 && text.toponyms()[static_cast<std::size_t>(toponym)].mention.use == ToponymUse::demonym;
}

bool followed_by_percent(const TaggedText& text, std::uint32_t token, TokenRange range) {
    return token < range.end && text.document().strict(text.document().token(token)) == "%";
}

} // namespace

std::optional<Count> QuantityReader::number_at(const TaggedText& text, std::uint32_t token, TokenRange range) const {
    const text::Token& word = text.document().token(token);
    const bool possible = word.kind == text::TokenKind::number || word.kind == text::TokenKind::word;
    if (!possible || text.timex(token) >= 0 || text.toponym(token) >= 0 || is_counted(text, token)) {
        return std::nullopt;
    }
    const text::WordFacts<bool> begins_number(text.document(), m_begins_number);
    if (!begins_number.of(word, [&] { return m_numbers.may_begin(text.document(), word); })) {
        return std::nullopt;
    }
    const std::optional<lexicon::Number> number = m_numbers.read(text.document(), token, range.end);
    if (!number || number->ordinal || !number->whole() || *number->whole() > most_people || *number->whole() <= 0) {
        return std::nullopt;
    }
    std::uint32_t end = token + number->token_count;
    const std::uint32_t number_end = end;
    Count count;
    count.conjoined = text::has_clitic(number->clitics, text::Clitic::waw);
    count.quantity = qualified(text, token, end, range, *number->whole());
    if (followed_by_percent(text, end, range)) {
        return std::nullopt;
    }
    // بين 22 و33 قتيلا
    if (phrase_before(text, token, range, Cue::between) && end < range.end) {
        const std::uint32_t other = text.has(end, Cue::to) ? end + 1 : end;
        const std::optional<lexicon::Number> high =
            other < range.end ? m_numbers.read(text.document(), other, range.end) : std::nullopt;
        if (high && high->whole() && *high->whole() >= *number->whole()) {
            count.quantity = {*number->whole(), (*number->whole() + *high->whole()) / 2, *high->whole()};
            end = other + high->token_count;
        }
    }
    const bool bracketed = end < range.end && text.document().strict(text.document().token(end)) == ")";
    const std::uint32_t after = bracketed ? end + 1 : end; // "(30) fighters"
    for (std::uint32_t noun = after; noun < std::min(range.end, after + noun_gap); ++noun) {
        if (text[noun].punct) {
            break;
        }
        if (is_counted(text, noun)) {
            count.kind = kind_of(text, noun);
            count.tokens = {token, noun + 1};
            return count;
        }
        if (noun == after && names_people(text, noun)) {
            count.tokens = {token, noun + 1};
            return count;
        }
    }
    count.bare = true;
    count.tokens = {token, std::max(end, number_end)};
    return count;
}

std::optional<Count> QuantityReader::vague_at(const TaggedText& text, std::uint32_t token, TokenRange range) const {
    Count count;
    const bool tens = text.has(token, Cue::tens);
    const bool hundreds = text.has(token, Cue::hundreds);
    const bool next_thousands = token + 1 < range.end && text.has(token + 1, Cue::thousands);
    std::int64_t unit = 0;
    if (tens) {
        unit = 1;
        count.quantity = {20, std::nullopt, 99};
    } else if (hundreds) {
        unit = 1;
        count.quantity = {200, std::nullopt, 999};
    } else if (text.has(token, Cue::thousands)) {
        unit = 1;
        count.quantity = {2000, std::nullopt, 9999};
    } else if (text.has(token, Cue::several)) {
        count.quantity = {3, std::nullopt, std::nullopt};
    } else {
        return std::nullopt;
    }
    std::uint32_t end = token + 1;
    if (unit > 0 && next_thousands && !text.has(token, Cue::thousands)) {
        count.quantity = {*count.quantity.min * 1000, std::nullopt, *count.quantity.max * 1000 + 999};
        ++end;
    }
    count.bare = true;
    count.conjoined = text[token].conjoined;
    count.tokens = {token, end};
    for (std::uint32_t noun = end; noun < std::min(range.end, end + noun_gap + 1) && !text[noun].punct; ++noun) {
        if (is_counted(text, noun)) {
            count.kind = kind_of(text, noun);
            count.tokens.end = noun + 1;
            count.bare = false;
            break;
        }
    }
    if (count.bare && text.has(token, Cue::several)) {
        return std::nullopt;
    }
    return count;
}

/// A counted noun without a number: the dual is two, the singular one, the plural more than one.
std::optional<Count> QuantityReader::noun_at(const TaggedText& text, std::uint32_t token, TokenRange range) const {
    if (!is_counted(text, token)) {
        return std::nullopt;
    }
    const Sense* sense = counted_sense(text, token);
    Count count;
    count.tokens = {token, token + 1};
    count.kind = kind_of(text, token);
    count.conjoined = text[token].conjoined;
    if (sense == nullptr) {
        return std::nullopt;
    }
    const bool definite = has_flag(sense->flags, FormFlag::definite);
    if (has_flag(sense->flags, FormFlag::dual)) {
        count.quantity = {2, 2, 2};
    } else if (has_flag(sense->flags, FormFlag::plural)) {
        // "the gunmen" says nothing of how many; "dead" without the article means some
        if (definite || has_flag(sense->flags, FormFlag::possessed) || count.kind == Count::Kind::person) {
            return std::nullopt;
        }
        count.quantity = {2, std::nullopt, std::nullopt};
    } else {
        const std::optional<lexicon::Number> one =
            token + 1 < range.end ? m_numbers.read(text.document(), token + 1, range.end) : std::nullopt;
        if (one && one->value > 1.0 && !text::has_clitic(one->clitics, text::Clitic::waw)) {
            return std::nullopt; // شخصين اثنين and the like: the number speaks
        }
        count.quantity = {1, 1, 1};
    }
    return count;
}

std::optional<Count> QuantityReader::count_at(const TaggedText& text, std::uint32_t token, TokenRange range) const {
    if (std::optional<Count> count = vague_at(text, token, range)) {
        return count;
    }
    if (std::optional<Count> count = number_at(text, token, range)) {
        return count;
    }
    return noun_at(text, token, range);
}

namespace {

/// "47 dead and wounded": one number for both says neither.
bool is_mixed(const Count& first, const Count& second) {
    const bool adjoins = second.conjoined && second.tokens.begin == first.tokens.end && second.tokens.size() == 1;
    const bool kinds = first.kind != Count::Kind::person && second.kind != Count::Kind::person;
    return adjoins && kinds && first.kind != second.kind && first.tokens.size() > 1 && second.quantity.best == 1;
}

} // namespace

std::vector<Count> QuantityReader::counts(const TaggedText& text, TokenRange range) const {
    std::vector<Count> found;
    for (std::uint32_t token = range.begin; token < range.end;) {
        std::optional<Count> count = text[token].punct ? std::nullopt : count_at(text, token, range);
        if (!count) {
            ++token;
            continue;
        }
        const bool mixed = !found.empty() && is_mixed(found.back(), *count);
        token = std::max(token + 1, count->tokens.end);
        if (mixed) {
            found.pop_back();
            continue;
        }
        if (!subset_before(text, count->tokens.begin, range)) {
            found.push_back(*count);
        }
    }
    return found;
}

std::vector<Casualties> QuantityReader::read(const TaggedText& text, std::uint32_t sentence) const {
    TokenRange range = text.document().sentences()[sentence].tokens;
    range = around_casualties(text, {range.begin, std::min(range.end, range.begin + sentence_limit)});
    return assign_casualties(text, range, counts(text, range));
}

Quantity sum(const Quantity& a, const Quantity& b) {
    const auto add = [](std::optional<std::int64_t> x, std::optional<std::int64_t> y) {
        return x && y ? std::optional(*x + *y) : std::nullopt;
    };
    Quantity total{add(a.min, b.min), add(a.best, b.best), add(a.max, b.max)};
    if (!total.min) {
        total.min = a.min ? a.min : b.min;
    }
    return total;
}

Quantity refined(const Quantity& a, const Quantity& b) {
    const auto exactness = [](const Quantity& q) {
        return q.min && q.max && *q.min == *q.max ? 4
               : q.best && (q.min || q.max)       ? 3
               : q.min && q.max                   ? 2
               : q.known()                        ? 1
                                                  : 0;
    };
    return exactness(b) > exactness(a) ? b : a;
}

Quantity widest(const Quantity& a, const Quantity& b) {
    if (!a.known()) {
        return b;
    }
    if (!b.known()) {
        return a;
    }
    Quantity range;
    range.min = a.min && b.min ? std::min(a.min, b.min) : std::nullopt;
    range.max = a.max && b.max ? std::max(a.max, b.max) : std::nullopt;
    range.best = a.best ? (b.best ? std::max(a.best, b.best) : a.best) : b.best;
    return range;
}

bool compatible(const Quantity& a, const Quantity& b) {
    if (!a.known() || !b.known()) {
        return true;
    }
    const bool low = !a.max || !b.min || *b.min <= *a.max;
    const bool high = !b.max || !a.min || *a.min <= *b.max;
    return low && high;
}

} // namespace yaqut::events
