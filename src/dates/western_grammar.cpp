// SPDX-License-Identifier: Apache-2.0
#include "dates/western_grammar.hpp"

namespace yaqut::dates {

std::optional<Expression> WesternGrammar::number_word(std::size_t at) const {
    auto found = day_number(at);
    found = found ? found : part_of_year(at);
    found = found ? found : first_months(at);
    found = found ? found : century(at);
    return found ? found : counted_units(at);
}

std::optional<Expression> WesternGrammar::by_word(const Hit& hit) const {
    switch (hit.entry.word) {
    case Word::weekday: return weekday(hit);
    case Word::day_offset: return day_offset(hit);
    case Word::night_offset: return night_offset(hit);
    case Word::part: return part(hit);
    case Word::month: return month(hit);
    case Word::unit: return unit(hit);
    case Word::plural: return counted_units(hit.token);
    case Word::hijri_month: return hijri_month(hit);
    case Word::century: return century(hit.token);
    case Word::same: {
        Expression expression = m_reader.start(hit, Shape::same);
        expression.offset = hit.value();
        return m_reader.finished(expression, hit.next);
    }
    case Word::past: {
        auto part = part_of_year(hit.token);
        return part ? part : related(hit);
    }
    case Word::current:
    case Word::future:
    case Word::demonstrative: return related(hit);
    case Word::edge: return edge(hit);
    case Word::season: return season(hit);
    case Word::decade: return decade(hit.token);
    default: return by_particle(hit);
    }
}

std::optional<Expression> WesternGrammar::by_particle(const Hit& hit) const {
    switch (hit.entry.word) {
    case Word::since: return since(hit);
    case Word::ago: return ago(hit);
    case Word::after: return ahead(hit);
    case Word::lasting: return lasting(hit, false);
    case Word::during: return lasting(hit, true);
    case Word::every: return every(hit);
    case Word::some:
    case Word::more_than:
    case Word::article: return counted_units(hit.token);
    case Word::frequency: {
        if (m_reader.token(hit.token).capital && !m_reader.token(hit.token).newline_before &&
            hit.token != m_reader.begin()) {
            return std::nullopt; // the Daily News
        }
        return frequency(hit);
    }
    case Word::minutes: return minutes(hit);
    case Word::reference: return reference(hit);
    default: return std::nullopt;
    }
}

} // namespace yaqut::dates
