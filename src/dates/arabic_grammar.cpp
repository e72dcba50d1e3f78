// SPDX-License-Identifier: Apache-2.0
#include "dates/arabic_grammar.hpp"

namespace yaqut::dates {

/// خمسة جنود: most numbers count something, and no rule takes them for a time.
bool ArabicGrammar::is_mere_count(std::size_t at) const {
    constexpr std::uint64_t go_on = Senses::bit(Word::article) | Senses::bit(Word::some) | Senses::bit(Word::more_than);
    if ((m_reader.senses(at).kinds & go_on) != 0 || !m_reader.plain_word_follows(at)) {
        return false;
    }
    const auto number = m_reader.number(at);
    return number && number->token_count == 1;
}

std::optional<Expression> ArabicGrammar::number_word(std::size_t at) const {
    if (is_mere_count(at)) {
        return std::nullopt;
    }
    if (auto found = day_number(at)) {
        return found;
    }
    if (auto found = clock_without_word(at)) {
        return found;
    }
    const auto number = m_reader.number(at);
    return counted_units(at, number ? number->source_begin : m_reader.token(at).span.begin);
}

std::optional<Expression> ArabicGrammar::by_word(const Hit& hit) const {
    switch (hit.entry.word) {
    case Word::part: return part(hit);
    case Word::weekday: return weekday(hit);
    case Word::day_offset: return day_offset(hit);
    case Word::night_offset: return night_offset(hit);
    case Word::month: return month(hit);
    case Word::hijri_month: return hijri_month(hit);
    case Word::unit: return unit(hit);
    case Word::dual:
    case Word::plural: return units(hit);
    case Word::edge: return edge(hit);
    case Word::demonstrative:
    case Word::same: return demonstrative(hit);
    case Word::season: return season(hit);
    case Word::decade: return decade(hit);
    case Word::century: return century(hit);
    case Word::article: return digits(hit.next);
    default: return by_particle(hit);
    }
}

std::optional<Expression> ArabicGrammar::by_particle(const Hit& hit) const {
    switch (hit.entry.word) {
    case Word::ago: return distance(hit, true, false);
    case Word::since: return hit.entry.value == 0 ? distance(hit, true, true) : std::nullopt;
    case Word::after: return after(hit);
    case Word::during: return during(hit);
    case Word::lasting: return lasting(hit);
    case Word::every: return every(hit);
    case Word::some:
    case Word::more_than: return counted_units(hit.token, hit.source_begin);
    case Word::minutes: return minutes(hit);
    case Word::dated: return dated(hit);
    case Word::clock: return clock(hit);
    case Word::frequency: {
        // يومي السبت والأحد, شهري مايو ويونيو are pairs; السنوي is an adjective, بيومي a name.
        const bool names =
            m_reader.is(hit.next, Word::weekday) || m_reader.is(hit.next, Word::month) || m_reader.digits(hit.next);
        const bool bare = hit.entry.clitics == text::Clitic::none || hit.entry.clitics == text::Clitic::waw;
        if (names || !bare) {
            return std::nullopt;
        }
        return frequency(hit);
    }
    case Word::reference: {
        Expression expression = reference(hit);
        expression.anchored = m_reader.before(hit.token, Word::until).has_value(); // حتى الآن: so far
        return expression;
    }
    default: return std::nullopt;
    }
}

} // namespace yaqut::dates
