// SPDX-License-Identifier: Apache-2.0
#include "dates/tagger.hpp"

#include <algorithm>
#include <array>

#include "dates/arabic_grammar.hpp"
#include "dates/publication.hpp"
#include "dates/reader.hpp"
#include "dates/resolver.hpp"
#include "dates/tense.hpp"
#include "dates/western_grammar.hpp"

namespace yaqut::dates {

namespace {

constexpr std::uint32_t lead_sentences = 3;
constexpr std::size_t lookahead = 16; ///< tokens

struct LanguageTables {
    explicit LanguageTables(Language given) : language(given), words(given), numbers(given) {}

    Language language;
    Vocabulary words;
    lexicon::NumberWords numbers;
};

bool commemorates(const Reader& reader, std::size_t begin) {
    constexpr std::size_t reach = 5;
    for (std::size_t back = 1; back <= reach && back <= begin - reader.begin(); ++back) {
        if (reader.find(begin - back, Word::commemoration)) {
            return true;
        }
    }
    return false;
}

/// The year of an event that is named after this day, when the token begins its name; else 0.
int year_of_name(const Reader& reader, std::size_t at, const Expression& day) {
    const int month_and_day = day.month * 100 + day.day;
    for (const Entry& entry : reader.entries(at)) {
        if (entry.word == Word::named_day && entry.value % 10'000 == month_and_day) {
            return entry.value / 10'000;
        }
    }
    return 0;
}

/// The year of an event that bears the name of its day: ثورة 17 فبراير, September 11 attacks. The day then dates that
/// event only.
int year_of_named_day(const Reader& reader, const Expression& expression) {
    constexpr std::size_t reach = 2;
    if (expression.shape != Shape::calendar || expression.day == 0 || expression.year != 0) {
        return 0;
    }
    for (std::size_t back = 1; back <= reach && expression.tokens.begin >= reader.begin() + back; ++back) {
        if (const int year = year_of_name(reader, expression.tokens.begin - back, expression); year != 0) {
            return year;
        }
    }
    return expression.tokens.end < reader.limit() ? year_of_name(reader, expression.tokens.end, expression) : 0;
}

bool needs_tense(const Expression& expression) {
    const bool open_day = expression.shape == Shape::weekday &&
                          (expression.relation == Relation::none || expression.relation == Relation::current);
    const bool open_year = expression.shape == Shape::calendar && expression.year == 0;
    const bool weekend = expression.shape == Shape::period && expression.unit == Unit::weekend;
    return open_day || open_year || weekend || expression.shape == Shape::distance;
}

/// Finds the expressions of one document.
class Scan {
  public:
    Scan(const text::Document& document, const LanguageTables& tables)
        : m_document(document), m_tables(tables), m_reader(document, tables.words, tables.numbers), m_arabic(m_reader),
          m_western(m_reader, tables.language) {}

    std::vector<Expression> run() {
        for (std::size_t at = 0; at < lookahead; ++at) {
            m_reader.fetch(at);
        }
        std::uint32_t number = 0;
        for (const text::Sentence& sentence : m_document.sentences()) {
            m_lead = number++ < lead_sentences;
            m_reader.set_range(sentence.tokens.begin, sentence.tokens.end);
            sentence_from(sentence.tokens.begin, sentence.tokens.end);
        }
        return std::move(m_found);
    }

  private:
    void sentence_from(std::size_t begin, std::size_t end) {
        const Grammar& grammar = m_tables.language == Language::ar ? static_cast<const Grammar&>(m_arabic) : m_western;
        for (std::size_t at = begin; at < end;) {
            m_reader.fetch(at + lookahead);
            const text::Token& token = m_document.token(at);
            const bool possible = token.kind == text::TokenKind::number ||
                                  (token.kind == text::TokenKind::word && m_reader.senses(at).begins);
            auto expression = possible ? grammar.at(at) : std::nullopt;
            if (!expression || expression->tokens.end <= at) {
                ++at;
                continue;
            }
            at = expression->tokens.end;
            finish(*expression);
            m_found.push_back(*expression);
        }
    }

    void finish(Expression& expression) const {
        expression.in_lead = m_lead;
        if (expression.shape == Shape::clock) { // from ten until seven: of every such day
            const auto next = expression.tokens.end;
            expression.yearly =
                m_reader.is(next, Word::until) ||
                (m_tables.language == Language::ar && m_reader.before(expression.tokens.begin, Word::until));
        }
        expression.commemorates = commemorates(m_reader, expression.tokens.begin);
        if (const int year = year_of_named_day(m_reader, expression); year != 0) {
            expression.year = year;
            expression.commemorates = true;
        }
        if (needs_tense(expression)) {
            // "Killed two years ago" dates an act, but only right behind its verb; else "for two years" tells how long.
            constexpr std::size_t usual_reach = 16;
            constexpr std::size_t verb_reach = 3;
            const TenseCue cue = tense_around(m_reader, expression.tokens, m_tables.language,
                                              expression.since ? verb_reach : usual_reach);
            expression.tense = expression.since && cue.state ? Tense::unknown : cue.tense;
            expression.weak_tense = cue.weak;
        }
    }

    const text::Document& m_document;
    const LanguageTables& m_tables;
    Reader m_reader;
    ArabicGrammar m_arabic;
    WesternGrammar m_western;
    std::vector<Expression> m_found;
    bool m_lead = true;
};

/// Does any plain day of the article fall two days before publication?
bool names_two_days_ago(const std::vector<Expression>& expressions, Date dct) {
    constexpr int two_days = -2;
    const auto target = add_days(dct, two_days);
    const Resolver resolver(dct);
    return target && std::any_of(expressions.begin(), expressions.end(), [&](const Expression& expression) {
               if (!Resolver::is_plain_day(expression)) {
                   return false;
               }
               const Timex timex = resolver.resolve(expression, {});
               return timex.range && timex.range->first == *target && timex.range->last == *target;
           });
}

/// What the article has said so far.
class Memory {
  public:
    explicit Memory(const text::Document& document) : m_document(document) {}

    [[nodiscard]] Context before(const Expression& expression, Context context) const {
        const std::uint32_t sentence = m_document.sentence_of(expression.tokens.begin);
        context.day = m_day;
        context.year = m_year;
        context.day_in_sentence = m_day && m_day_sentence == sentence;
        context.day_is_near = m_day && sentence - m_day_sentence <= 1;
        context.year_in_sentence = m_year && m_year_sentence == sentence;
        return context;
    }

    void add(const Expression& expression, const Timex& timex) {
        if (!timex.range || !timex.range->first || timex.type == TimexType::duration) {
            return;
        }
        const std::uint32_t sentence = m_document.sentence_of(expression.tokens.begin);
        if (timex.range->first == timex.range->last && expression.shape != Shape::clock) {
            m_day = timex.range->first;
            m_day_sentence = sentence;
        }
        if (expression.shape == Shape::calendar && expression.year != 0) {
            m_year = expression.year;
            m_year_sentence = sentence;
        }
    }

  private:
    const text::Document& m_document;
    std::optional<Date> m_day;
    std::optional<int> m_year;
    std::uint32_t m_day_sentence = 0;
    std::uint32_t m_year_sentence = 0;
};

/// Does a report in the lead name the day after publication? Then the date of publication is a day early.
bool is_stamped_early(const std::vector<Expression>& expressions, Date dct) {
    const int tomorrow = iso_weekday(dct) % 7 + 1;
    return std::any_of(expressions.begin(), expressions.end(), [&](const Expression& expression) {
        return expression.in_lead && expression.shape == Shape::weekday && expression.relation == Relation::none &&
               expression.tense != Tense::future && expression.weekday == tomorrow;
    });
}

/// الساعة 09:50 صباح الخميس, "at 10 on Monday": the day stands right behind the time.
bool is_clock_of(const Expression& clock, const Expression& day) {
    constexpr std::uint32_t gap = 1; // "on"
    const bool one_day = day.shape == Shape::weekday || day.shape == Shape::offset ||
                         (day.shape == Shape::calendar && day.day != 0 && day.last_day == 0);
    return clock.shape == Shape::clock && one_day && !day.anchored && day.tokens.begin <= clock.tokens.end + gap;
}

std::vector<Timex> resolve_all(const text::Document& document, const std::vector<Expression>& expressions,
                               std::optional<Date> dct) {
    const Resolver resolver(dct);
    Context article;
    article.names_two_days_ago = dct && names_two_days_ago(expressions, *dct);
    article.stamped_early = dct && is_stamped_early(expressions, *dct);
    Memory memory(document);
    std::vector<Timex> result;
    result.reserve(expressions.size());
    for (std::size_t i = 0; i < expressions.size(); ++i) {
        Context context = memory.before(expressions[i], article);
        if (i + 1 < expressions.size() && is_clock_of(expressions[i], expressions[i + 1])) {
            const Timex day = resolver.resolve(expressions[i + 1], context);
            context.day = day.range ? day.range->first : std::nullopt;
            context.day_in_sentence = context.day.has_value();
        }
        result.push_back(resolver.resolve(expressions[i], context));
        memory.add(expressions[i], result.back());
    }
    return result;
}

/// Only years 1 to 9999.
std::optional<Date> usable(std::optional<Date> dct) {
    constexpr int last_year = 9999;
    const bool known = dct && dct->ok() && int(dct->year()) >= 1 && int(dct->year()) <= last_year;
    return known ? dct : std::nullopt;
}

} // namespace

struct Tagger::Tables {
    std::array<LanguageTables, 4> languages{LanguageTables(Language::ar), LanguageTables(Language::en),
                                            LanguageTables(Language::fr), LanguageTables(Language::other)};
};

Tagger::Tagger() : m_tables(std::make_unique<const Tables>()) {}
Tagger::~Tagger() = default;
Tagger::Tagger(Tagger&&) noexcept = default;
Tagger& Tagger::operator=(Tagger&&) noexcept = default;

std::vector<Timex> Tagger::tag(const text::Document& document, std::optional<Date> dct, Language language) const {
    const auto expressions = Scan(document, m_tables->languages[static_cast<std::size_t>(language)]).run();
    return resolve_all(document, expressions, usable(dct));
}

DatedText Tagger::read(const text::Document& document, std::optional<Date> dct, Language language) const {
    const LanguageTables& tables = m_tables->languages[static_cast<std::size_t>(language)];
    const auto expressions = Scan(document, tables).run();
    DatedText result;
    result.dct = usable(dct);
    if (!result.dct) {
        Publication publication = publication_of(Reader(document, tables.words, tables.numbers), expressions);
        result.dct = publication.day;
        result.from_dateline = publication.day.has_value();
        result.dct_candidates = std::move(publication.candidates);
    }
    result.timexes = resolve_all(document, expressions, result.dct);
    return result;
}

} // namespace yaqut::dates
