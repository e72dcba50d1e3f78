// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>

#include "dates/grammar.hpp"

namespace yaqut::dates {

/// Reads Arabic time expressions.
class ArabicGrammar : public Grammar {
  public:
    explicit ArabicGrammar(const Reader& reader) : Grammar(reader) {}

  protected:
    [[nodiscard]] Found digits(std::size_t at) const override;
    [[nodiscard]] Found number_word(std::size_t at) const override;
    [[nodiscard]] Found by_word(const Hit& hit) const override;

  private:
    /// What follows a month: its year or relation. Sets them and returns the token after it, or `at`.
    struct Tail {
        std::size_t next = 0;
        bool any = false;
    };

    [[nodiscard]] bool is_mere_count(std::size_t at) const;
    [[nodiscard]] Found by_particle(const Hit& hit) const;

    // arabic_days.cpp
    [[nodiscard]] Found weekday(const Hit& hit) const;
    [[nodiscard]] Found day_offset(const Hit& hit) const;
    [[nodiscard]] bool names_outlet(std::size_t at) const;
    [[nodiscard]] bool other_today(const Hit& hit, Found& found) const;
    [[nodiscard]] Found part(const Hit& hit) const;
    [[nodiscard]] Found before_full_date(const Hit& hit) const;
    [[nodiscard]] Found part_alone(const Hit& hit) const;
    [[nodiscard]] Found day_word(const Hit& hit) const;
    [[nodiscard]] Found any_day(std::size_t at) const;
    [[nodiscard]] bool weekday_is_named(const Hit& hit) const;
    [[nodiscard]] bool means_the_two(const Hit& hit) const;
    [[nodiscard]] std::size_t date_after_weekday(std::size_t at, Expression& expression) const;
    [[nodiscard]] std::size_t weekday_after_offset(std::size_t at, Expression& expression) const;
    [[nodiscard]] std::size_t bracketed_day(std::size_t at, Expression& expression) const;
    [[nodiscard]] std::size_t second_night(std::size_t at, Expression& expression) const;

    // arabic_calendar.cpp
    [[nodiscard]] Found bare_year(std::size_t at) const;
    [[nodiscard]] Found year_span(std::size_t at) const;
    [[nodiscard]] Found day_number(std::size_t at) const;
    [[nodiscard]] Found month(const Hit& hit) const;
    [[nodiscard]] Found hijri_month(const Hit& hit) const;
    [[nodiscard]] Found dated(const Hit& hit) const;
    [[nodiscard]] std::optional<std::size_t> day_of_month(std::size_t at, Expression& expression) const;
    [[nodiscard]] std::optional<std::size_t> related_month(std::size_t at, Expression& expression) const;
    [[nodiscard]] std::optional<std::size_t> plain_day(std::size_t at, int& day) const;
    [[nodiscard]] std::optional<std::size_t> further_day(std::size_t at, int& day) const;
    [[nodiscard]] std::optional<std::size_t> month_by_relation(std::size_t day, std::size_t at,
                                                               Expression& expression) const;
    [[nodiscard]] std::size_t last_of_days(std::size_t at, Expression& expression) const;
    [[nodiscard]] std::size_t day_of_next_month(std::size_t at, Expression& expression) const;
    [[nodiscard]] std::optional<std::size_t> days(std::size_t at, Expression& expression) const;
    [[nodiscard]] std::optional<std::size_t> month_names(std::size_t at, Expression& expression) const;
    [[nodiscard]] std::optional<std::size_t> second_month_name(std::size_t at, Expression& expression) const;
    [[nodiscard]] Tail month_tail(std::size_t at, Expression& expression) const;
    [[nodiscard]] std::optional<std::size_t> year_in_words(std::size_t at, Expression& expression) const;
    [[nodiscard]] std::optional<std::size_t> year_phrase(std::size_t at, Expression& expression) const;
    [[nodiscard]] std::size_t era(std::size_t at, Expression& expression) const;
    [[nodiscard]] bool month_is_cued(const Hit& hit, bool tail) const;

    // arabic_parts.cpp
    [[nodiscard]] std::optional<std::size_t> nth(std::size_t at, int parts, int& which) const;
    [[nodiscard]] std::optional<Quantity> running(std::size_t at) const;
    [[nodiscard]] Found running_period(std::size_t at) const;
    [[nodiscard]] std::optional<std::size_t> year_tail(std::size_t at, Expression& expression) const;
    [[nodiscard]] Found part_of_year(const Hit& hit) const;
    [[nodiscard]] Found of_month(std::size_t at, Expression expression) const;
    [[nodiscard]] Found week_of_month(const Hit& hit) const;
    [[nodiscard]] Found first_months(const Hit& hit) const;

    // arabic_periods.cpp
    [[nodiscard]] Found unit(const Hit& hit) const;
    [[nodiscard]] Found running_unit(const Hit& hit) const;
    [[nodiscard]] bool is_age(const Quantity& amount) const;
    [[nodiscard]] Found year_unit(const Hit& hit) const;
    [[nodiscard]] Found named_month(const Hit& hit) const;
    [[nodiscard]] Found related_unit(const Hit& hit) const;
    [[nodiscard]] Found units(const Hit& hit) const;
    [[nodiscard]] Found recent_units(const Hit& hit) const;
    [[nodiscard]] Found edge(const Hit& hit) const;
    [[nodiscard]] Found this_part(const Hit& hit) const;
    [[nodiscard]] Found demonstrative(const Hit& hit) const;
    [[nodiscard]] Found season(const Hit& hit) const;
    [[nodiscard]] Found decade(const Hit& hit) const;
    [[nodiscard]] Found century(const Hit& hit) const;
    [[nodiscard]] Found distance(const Hit& hit, bool ago, bool since) const;
    [[nodiscard]] Found since_point(const Hit& hit) const;
    [[nodiscard]] Found after(const Hit& hit) const;
    [[nodiscard]] Found during(const Hit& hit) const;
    [[nodiscard]] Found lasting(const Hit& hit) const;
    [[nodiscard]] Found every(const Hit& hit) const;
    [[nodiscard]] Found counted_units(std::size_t at, std::uint32_t source_begin) const;
    [[nodiscard]] Found clock(const Hit& hit) const;
    [[nodiscard]] Found clock_without_word(std::size_t at) const;
    [[nodiscard]] Found any_period(std::size_t at) const;
    [[nodiscard]] std::optional<Quantity> quantity(std::size_t at, bool governed) const;
    void extend(Quantity& quantity) const;
    [[nodiscard]] bool count_by(const lexicon::Number& number, Quantity& quantity) const;
    [[nodiscard]] std::optional<Quantity> unit_noun(std::size_t at) const;
    [[nodiscard]] bool is_counted(std::size_t at) const;
    [[nodiscard]] bool takes_of(std::size_t at) const;
    [[nodiscard]] std::optional<Hit> relation(std::size_t at, Expression& expression) const;
    [[nodiscard]] std::size_t meridiem(std::size_t at, Expression& expression) const;
};

} // namespace yaqut::dates
