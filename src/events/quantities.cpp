// SPDX-License-Identifier: Apache-2.0
#include "events/quantities.hpp"

#include <algorithm>
#include <array>

namespace yaqut::events {

namespace {

constexpr std::uint32_t noun_gap = 2;         ///< tokens between a number and its noun
constexpr std::uint32_t subset_reach = 3;     ///< tokens from "among them" to the number
constexpr std::uint32_t sentence_limit = 400; ///< tokens of a sentence that are read
constexpr std::uint32_t toll_reach = 16;      ///< tokens from who is counted to "rose to"
constexpr std::int64_t most_people = 100'000'000;

bool is_counted(const TaggedText& text, std::uint32_t token) {
    constexpr CueSet counted{Cue::person, Cue::dead, Cue::wounded, Cue::missing, Cue::displaced};
    return text.cues(token).has_any(counted);
}

Count::Kind kind_of(const TaggedText& text, std::uint32_t token) {
    if (text.has(token, Cue::dead)) {
        return Count::Kind::dead;
    }
    if (text.has(token, Cue::wounded)) {
        return Count::Kind::wounded;
    }
    if (text.has(token, Cue::missing)) {
        return Count::Kind::missing;
    }
    return text.has(token, Cue::displaced) ? Count::Kind::displaced : Count::Kind::person;
}

/// May be what a number `gap` words before it counts: "20 missing", not "20 missing parcels", "20 familles déplacées".
bool is_counted_by(const TaggedText& text, std::uint32_t token, std::uint32_t gap, TokenRange range) {
    constexpr std::size_t shortest_plural = 4;
    if (!is_counted(text, token)) {
        return false;
    }
    const Count::Kind kind = kind_of(text, token);
    if (kind != Count::Kind::missing && kind != Count::Kind::displaced) {
        return true;
    }
    if (gap > 0) {
        return gap == 1 && text.has(token - 1, Cue::from);
    }
    if (text.rules().language() != Language::en || token + 1 >= range.end || is_counted(text, token + 1)) {
        return true;
    }
    const std::string_view next = text.document().strict(text.document().token(token + 1));
    return !next.ends_with('s') || next.size() < shortest_plural ||
           text.cues(token + 1).has_any({Cue::in, Cue::passive});
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
TokenRange around_casualties(const TaggedText& text, TokenRange sentence, std::span<const std::uint32_t> leaving) {
    constexpr CueSet harms{Cue::dead,    Cue::wounded,    Cue::injury,   Cue::losses,
                           Cue::missing, Cue::go_missing, Cue::displaced};
    constexpr std::uint32_t margin = 12;
    TokenRange part{sentence.end, sentence.begin};
    for (std::uint32_t token = sentence.begin; token < sentence.end; ++token) {
        const bool leaves = std::find(leaving.begin(), leaving.end(), token) != leaving.end();
        if (leaves || text[token].casualty_word || text.cues(token).has_any(harms)) {
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

/// "Between 20 and 30 thousand": the first number is of thousands, too.
std::int64_t shared_scale(std::int64_t low, std::int64_t high) {
    constexpr std::array<std::int64_t, 2> scales{1'000'000, 1000};
    for (const std::int64_t scale : scales) {
        if (high % scale == 0 && low < high / scale) {
            return scale;
        }
    }
    return 1;
}

bool followed_by_percent(const TaggedText& text, std::uint32_t token, TokenRange range) {
    return token < range.end && text.document().strict(text.document().token(token)) == "%";
}

} // namespace

/// بين 22 و33 قتيلا, between 22 and 33, بين 20 و30 ألف: `end` is that of the number at the token, which in Arabic may
/// be both of them at once.
std::optional<Count> QuantityReader::range_at(const TaggedText& text, std::uint32_t token, std::uint32_t end,
                                              TokenRange range) const {
    if (!phrase_before(text, token, range, Cue::between)) {
        return std::nullopt;
    }
    constexpr std::size_t letter = 2; // bytes
    const bool arabic = text.rules().language() == Language::ar;
    for (std::uint32_t split = std::min(end, range.end - 1); split > token; --split) {
        const bool alone = text.document().strict(text.document().token(split)).size() <= letter &&
                           text.document().token(split).kind == text::TokenKind::word; // و before digits
        const bool joined = arabic && !alone && !text.has(split, Cue::to);             // و is part of the word
        const std::uint32_t other = joined ? split : split + 1;
        const auto low = m_numbers.read(text.document(), token, split);
        const auto high = other < range.end ? m_numbers.read(text.document(), other, range.end) : std::nullopt;
        const bool apart = split == end || alone || (high && text::has_clitic(high->clitics, text::Clitic::waw));
        if (!low || !high || !low->whole() || !high->whole() || !apart || *high->whole() < *low->whole() ||
            *high->whole() > most_people) {
            continue;
        }
        const std::int64_t scale = high->token_count > 1 ? shared_scale(*low->whole(), *high->whole()) : 1;
        const std::int64_t least = *low->whole() * scale;
        const std::int64_t most = *high->whole();
        return Count{{token, other + high->token_count}, {least, least + (most - least) / 2, most}};
    }
    return std::nullopt;
}

std::optional<Count> QuantityReader::number_at(const TaggedText& text, std::uint32_t token, TokenRange range,
                                               const BeginsNumber& begins_number) const {
    const text::Token& word = text.document().token(token);
    const bool possible = word.kind == text::TokenKind::number || word.kind == text::TokenKind::word;
    if (!possible || text.timex(token) >= 0 || text.toponym(token) >= 0 || is_counted(text, token)) {
        return std::nullopt;
    }
    if (!begins_number.of(word, [&] { return m_numbers.may_begin(text.document(), word); })) {
        return std::nullopt;
    }
    const std::optional<lexicon::Number> number = m_numbers.read(text.document(), token, range.end);
    if (!number || number->ordinal || !number->whole() || *number->whole() > most_people || *number->whole() <= 0) {
        return std::nullopt;
    }
    Count count;
    std::uint32_t end = token + number->token_count;
    count.conjoined = text::has_clitic(number->clitics, text::Clitic::waw);
    count.quantity = qualified(text, token, end, range, *number->whole());
    if (followed_by_percent(text, end, range)) {
        return std::nullopt;
    }
    if (const auto between = range_at(text, token, end, range)) {
        count.quantity = between->quantity;
        end = between->tokens.end;
    }
    const bool bracketed = end < range.end && text.document().strict(text.document().token(end)) == ")";
    const std::uint32_t after = bracketed ? end + 1 : end; // "(30) fighters"
    for (std::uint32_t noun = after; noun < std::min(range.end, after + noun_gap); ++noun) {
        if (text[noun].punct) {
            break;
        }
        if (is_counted_by(text, noun, noun - after, range)) {
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
    count.tokens = {token, end};
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
        if (is_counted_by(text, noun, noun - end, range)) {
            count.kind = kind_of(text, noun);
            count.tokens.end = noun + 1;
            count.bare = false;
            break;
        }
    }
    const bool people = count.kind != Count::Kind::dead && count.kind != Count::Kind::wounded;
    const bool of_all = count.tokens.size() == 2 && text.has_form(token + 1, FormFlag::definite);
    if (text.has(token, Cue::several) && (count.bare || (people && of_all))) {
        return std::nullopt; // "the number of the missing" says nothing yet
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
        if (definite || has_flag(sense->flags, FormFlag::possessed) || are_people(count.kind)) {
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

/// "The number of missing people rose from 20 to 30": the last figure is how many there are.
std::optional<Count> QuantityReader::toll_at(const TaggedText& text, std::uint32_t token, TokenRange range,
                                             const BeginsNumber& begins_number) const {
    const std::uint32_t noun = token + (text.has(token, Cue::several) ? 1 : 0);
    if (noun >= range.end || !is_counted(text, noun) || kind_of(text, noun) == Count::Kind::person) {
        return std::nullopt;
    }
    bool rises = false;
    const bool numbered = noun > token && text.has_form(noun, FormFlag::definite);
    for (std::uint32_t t = noun + 1; t < std::min(range.end, noun + toll_reach); ++t) {
        if (text[t].punct && !numbered) {
            return std::nullopt;
        }
        const bool to = (numbered || rises) && (text.has(t - 1, Cue::to) || (rises && text.has(t - 1, Cue::in)));
        const bool beside = numbered && t <= noun + 2;
        std::optional<Count> count = to || beside ? number_at(text, t, range, begins_number) : std::nullopt;
        if (count && (count->bare || count->kind == kind_of(text, noun) || count->kind == Count::Kind::person)) {
            count->kind = kind_of(text, noun);
            count->tokens.begin = token;
            count->conjoined = text[token].conjoined;
            count->bare = false;
            return count;
        }
        rises |= text.has(t, Cue::rise);
        if (text[t].casualty_word || text.has(t, Cue::injury) || is_counted(text, t)) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<Count> QuantityReader::count_at(const TaggedText& text, std::uint32_t token, TokenRange range,
                                              const BeginsNumber& begins_number) const {
    constexpr CueSet words{Cue::several, Cue::tens,    Cue::hundreds, Cue::thousands, Cue::person,
                           Cue::dead,    Cue::wounded, Cue::missing,  Cue::displaced};
    if (!text.cues(token).has_any(words)) { // most words
        return number_at(text, token, range, begins_number);
    }
    if (std::optional<Count> count = toll_at(text, token, range, begins_number)) {
        return count;
    }
    if (std::optional<Count> count = vague_at(text, token, range)) {
        return count;
    }
    if (std::optional<Count> count = number_at(text, token, range, begins_number)) {
        return count;
    }
    return noun_at(text, token, range);
}

namespace {

/// "47 dead and wounded": one number for both says neither.
bool is_mixed(const Count& first, const Count& second) {
    const bool adjoins = second.conjoined && second.tokens.begin == first.tokens.end && second.tokens.size() == 1;
    const bool kinds = !are_people(first.kind) && !are_people(second.kind);
    return adjoins && kinds && first.kind != second.kind && first.tokens.size() > 1 && second.quantity.best == 1;
}

} // namespace

std::vector<Count> QuantityReader::counts(const TaggedText& text, TokenRange range) const {
    const BeginsNumber begins_number(text.document(), m_begins_number);
    std::vector<Count> found;
    for (std::uint32_t token = range.begin; token < range.end;) {
        std::optional<Count> count = text[token].punct ? std::nullopt : count_at(text, token, range, begins_number);
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

std::vector<Casualties> QuantityReader::read(const TaggedText& text, std::uint32_t sentence,
                                             std::span<const std::uint32_t> leaving) const {
    TokenRange range = text.document().sentences()[sentence].tokens;
    range = around_casualties(text, {range.begin, std::min(range.end, range.begin + sentence_limit)}, leaving);
    return assign_casualties(text, range, counts(text, range), leaving);
}

} // namespace yaqut::events
