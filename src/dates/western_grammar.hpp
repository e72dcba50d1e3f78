// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>

#include "core/language.hpp"
#include "dates/grammar.hpp"

namespace yaqut::dates {

/// Reads English and French time expressions, and ISO dates in any language. Relations stand before the noun (last
/// week) or behind it (la semaine dernière); both orders are read in both languages.
class WesternGrammar : public Grammar {
  public:
    WesternGrammar(const Reader& reader, Language language) : Grammar(reader), m_language(language) {}

  protected:
    [[nodiscard]] Found digits(std::size_t at) const override;
    [[nodiscard]] Found number_word(std::size_t at) const override;
    [[nodiscard]] Found by_word(const Hit& hit) const override;

  private:
    [[nodiscard]] Found by_particle(const Hit& hit) const;

    // western_days.cpp
    [[nodiscard]] Found bare_year(std::size_t at) const;
    [[nodiscard]] Found day_number(std::size_t at) const;
    [[nodiscard]] Found weekday(const Hit& hit) const;
    [[nodiscard]] bool is_no_weekday(const Hit& hit) const;
    [[nodiscard]] std::optional<std::size_t> date_behind(std::size_t at, Expression& expression) const;
    [[nodiscard]] std::size_t week_behind(std::size_t at, Expression& expression) const;
    [[nodiscard]] Found day_offset(const Hit& hit) const;
    [[nodiscard]] Found part(const Hit& hit) const;
    [[nodiscard]] Found month(const Hit& hit) const;
    [[nodiscard]] Found any_day(std::size_t at) const;
    [[nodiscard]] Found clock(std::size_t at) const;
    [[nodiscard]] std::optional<std::size_t> day_and_month(std::size_t at, Expression& expression) const;
    [[nodiscard]] std::optional<std::size_t> month_and_day(std::size_t at, Expression& expression) const;
    [[nodiscard]] std::optional<std::size_t> day_of(std::size_t at, int& day) const;
    [[nodiscard]] std::size_t year_behind(std::size_t at, Expression& expression) const;
    [[nodiscard]] std::size_t part_behind(std::size_t at, Expression& expression) const;
    [[nodiscard]] bool month_is_cued(const Hit& hit) const;

    [[nodiscard]] std::size_t day_of_next_month(std::size_t at, Expression& expression) const;
    [[nodiscard]] Found dated_part(const Hit& hit, std::size_t at) const;
    [[nodiscard]] Found part_of_day_at_edge(const Hit& hit) const;

    // western_parts.cpp
    [[nodiscard]] std::optional<std::size_t> day_of_related_month(std::size_t at, Expression& expression) const;
    [[nodiscard]] std::optional<std::size_t> year_tail(std::size_t at, Expression& expression) const;
    [[nodiscard]] Found week_of_month(Expression expression, std::size_t at) const;
    [[nodiscard]] Found part_of_year(std::size_t at) const;
    [[nodiscard]] Found first_months(std::size_t at) const;
    [[nodiscard]] Found century(std::size_t at) const;
    [[nodiscard]] Found running_period(std::size_t at) const;
    [[nodiscard]] std::size_t hijri_year(std::size_t at, Expression& expression) const;
    [[nodiscard]] std::optional<std::size_t> hijri_day(std::size_t at, Expression& expression) const;
    [[nodiscard]] Found hijri_month(const Hit& hit) const;

    // western_periods.cpp
    [[nodiscard]] Found related(const Hit& hit) const;
    [[nodiscard]] Found related_unit(const Hit& hit, const Hit& noun, Relation relation) const;
    [[nodiscard]] Found related_name(const Hit& hit, Relation relation) const;
    [[nodiscard]] Found related_plural(std::size_t at, const Hit& first, Relation relation) const;
    [[nodiscard]] Found unit(const Hit& hit) const;
    [[nodiscard]] Found edge(const Hit& hit) const;
    [[nodiscard]] Found season(const Hit& hit) const;
    [[nodiscard]] Found decade(std::size_t at) const;
    [[nodiscard]] Found any_period(std::size_t at) const;
    [[nodiscard]] Found since(const Hit& hit) const;
    [[nodiscard]] Found ago(const Hit& hit) const;
    [[nodiscard]] Found ahead(const Hit& hit) const;
    [[nodiscard]] Found lasting(const Hit& hit, bool during) const;
    [[nodiscard]] Found every(const Hit& hit) const;
    [[nodiscard]] Found counted_recent(std::size_t at) const;
    [[nodiscard]] Found counted_units(std::size_t at) const;
    [[nodiscard]] std::optional<Quantity> quantity(std::size_t at) const;
    [[nodiscard]] std::optional<Hit> unit_noun(std::size_t at) const;
    [[nodiscard]] std::optional<std::size_t> relation_at(std::size_t at, Relation& relation) const;
    [[nodiscard]] std::size_t skip_articles(std::size_t at) const;

    Language m_language;
};

} // namespace yaqut::dates
