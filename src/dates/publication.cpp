// SPDX-License-Identifier: Apache-2.0
#include "dates/publication.hpp"

#include <algorithm>

#include "dates/calendar.hpp"
#include "dates/dateline.hpp"
#include "dates/resolver.hpp"
#include "dates/tense.hpp"

namespace yaqut::dates {

namespace {

constexpr int first_news_year = 1990;
constexpr int last_news_year = 2099;
constexpr int usual_reach = 5;             ///< years from the last year that is told of to publication
constexpr std::size_t most_candidates = 8; ///< more than that tell nothing
constexpr int days_per_week = 7;

/// A day of the year on which the article appeared, and in which years it may be.
struct DayOfYear {
    Expression said;
    int offset = 0; ///< of the day that is said, from publication
    std::string_view basis;
};

/// Gathers what the expressions say about the day of publication.
class Clues {
  public:
    Clues(const Reader& reader, const std::vector<Expression>& expressions)
        : m_reader(reader), m_datelines(dateline_dates(reader, expressions)) {
        for (const Expression& expression : m_datelines) {
            m_days.push_back({expression, 0, "dateline"});
        }
        for (const Expression& expression : expressions) {
            add(expression);
        }
    }

    /// The one full date of the datelines.
    [[nodiscard]] std::optional<Date> day() const {
        std::optional<Date> only;
        for (const Expression& expression : m_datelines) {
            const auto date = full(expression);
            if (!date) {
                continue;
            }
            const bool weekday_fits = expression.weekday == 0 || iso_weekday(*date) == expression.weekday;
            if (!weekday_fits || (only && *only != *date)) {
                return std::nullopt;
            }
            only = date;
        }
        return only;
    }

    [[nodiscard]] std::vector<DctCandidate> candidates() const {
        std::vector<DctCandidate> found;
        for (const DayOfYear& day : m_days) {
            add_candidates(day, found);
        }
        if (found.empty() && m_weekday) {
            found.push_back({"XXXX-WXX-" + std::to_string(weekday()), "weekday", {m_weekday->span}});
        }
        if (m_days.empty() && m_dated_weekday) {
            add_years(found);
        }
        return found;
    }

  private:
    void add(const Expression& expression) {
        if (expression.from_today && expression.day != 0 && expression.month != 0) {
            m_days.push_back({expression, expression.offset, "today"});
        } else if (expression.shape == Shape::offset && expression.weekday != 0 && !m_weekday) {
            m_weekday = expression;
        } else if (expression.shape == Shape::calendar && expression.weekday != 0 && expression.day != 0 &&
                   expression.year == 0 && !m_dated_weekday) {
            m_dated_weekday = expression;
        }
        if (expression.shape == Shape::calendar && expression.year >= first_news_year &&
            expression.year <= last_news_year && expression.unit != Unit::decade && !is_to_come(expression)) {
            m_last_year = std::max({m_last_year, expression.year, expression.last_year});
        }
    }

    [[nodiscard]] bool is_to_come(const Expression& expression) const {
        return tense_around(m_reader, expression.tokens, m_reader.words().language()).tense == Tense::future;
    }

    [[nodiscard]] static std::optional<Date> full(const Expression& expression) {
        const bool usual = expression.year >= first_news_year && expression.year <= last_news_year;
        return usual ? make_date(expression.year, expression.month, expression.day) : std::nullopt;
    }

    /// Of publication.
    [[nodiscard]] int weekday() const {
        return (m_weekday->weekday - 1 - m_weekday->offset % days_per_week + 2 * days_per_week) % days_per_week + 1;
    }

    /// Years that the text allows, as far as it names any.
    [[nodiscard]] std::pair<int, int> years() const {
        return m_last_year == 0 ? std::pair{first_news_year, last_news_year}
                                : std::pair{m_last_year, std::min(m_last_year + usual_reach, last_news_year)};
    }

    [[nodiscard]] bool fits(const DayOfYear& clue, Date said, Date day) const {
        const bool says_weekday = clue.said.weekday != 0;
        return (!says_weekday || iso_weekday(said) == clue.said.weekday) &&
               (!m_weekday || iso_weekday(day) == weekday());
    }

    void add_candidates(const DayOfYear& clue, std::vector<DctCandidate>& found) const {
        if (const auto said = full(clue.said)) {
            if (const auto day = add_days(*said, -clue.offset)) {
                found.push_back({to_iso_string(*day), clue.basis, {clue.said.span}});
            }
            return;
        }
        if (clue.said.year != 0) {
            return;
        }
        std::vector<DctCandidate> dated;
        const auto [first, last] = years();
        for (int year = first; year <= last; ++year) {
            const auto said = make_date(year, clue.said.month, clue.said.day);
            const auto day = said ? add_days(*said, -clue.offset) : std::nullopt;
            if (day && fits(clue, *said, *day)) {
                dated.push_back({to_iso_string(*day), clue.basis, evidence(clue)});
            }
        }
        if (dated.size() <= most_candidates) {
            found.insert(found.end(), dated.begin(), dated.end());
            return;
        }
        constexpr int any_leap_year = 2000;
        const auto said = make_date(any_leap_year, clue.said.month, clue.said.day);
        if (const auto day = said ? add_days(*said, -clue.offset) : std::nullopt) {
            found.push_back({"XXXX" + to_iso_string(*day).substr(4), clue.basis, {clue.said.span}});
        }
    }

    [[nodiscard]] std::vector<TextSpan> evidence(const DayOfYear& clue) const {
        std::vector<TextSpan> spans{clue.said.span};
        if (m_weekday) {
            spans.push_back(m_weekday->span);
        }
        std::sort(spans.begin(), spans.end(), [](TextSpan a, TextSpan b) { return a.begin < b.begin; });
        return spans;
    }

    /// Years in which a day of the text has its weekday.
    void add_years(std::vector<DctCandidate>& found) const {
        std::vector<DctCandidate> dated;
        const auto [first, last] = years();
        for (int year = first; year <= last; ++year) {
            const auto day = make_date(year, m_dated_weekday->month, m_dated_weekday->day);
            if (day && iso_weekday(*day) == m_dated_weekday->weekday) {
                dated.push_back({values::padded(year, 4), "weekday and date", {m_dated_weekday->span}});
            }
        }
        if (dated.size() <= most_candidates) {
            found.insert(found.end(), dated.begin(), dated.end());
        }
    }

    const Reader& m_reader;
    std::vector<Expression> m_datelines;
    std::vector<DayOfYear> m_days;
    std::optional<Expression> m_weekday;       ///< of a day counted from today
    std::optional<Expression> m_dated_weekday; ///< of a date without its year
    int m_last_year = 0;                       ///< that the text tells of as past
};

} // namespace

Publication publication_of(Reader reader, const std::vector<Expression>& expressions) {
    reader.set_range(0, reader.document().size());
    const Clues clues(reader, expressions);
    Publication publication;
    publication.day = clues.day();
    if (!publication.day) {
        publication.candidates = clues.candidates();
    }
    return publication;
}

} // namespace yaqut::dates
