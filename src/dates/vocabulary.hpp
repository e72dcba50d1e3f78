// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.hpp"
#include "lexicon/table.hpp"
#include "text/clitics.hpp"
#include "text/document.hpp"
#include "text/word_facts.hpp"

namespace yaqut::dates {

/// What a word does in a time expression. The names are those of column `kind` in the tables "<language>/dates_words"
/// and "<language>/dates_cues".
enum class Word : std::uint8_t {
    month,         ///< value 1 to 12
    hijri_month,   ///< value 1 to 12
    weekday,       ///< value 1 (Monday) to 7
    day_offset,    ///< today 0, yesterday -1, tomorrow 1 ...
    night_offset,  ///< last night -1
    unit,          ///< singular: value is a Unit
    dual,          ///< two of a unit
    plural,        ///< more of a unit
    part,          ///< part of the day: value is a Part
    past,          ///< last, الماضي
    current,       ///< current, الجاري
    future,        ///< next, المقبل
    demonstrative, ///< this, هذا
    same,          ///< the same, ذاته
    edge,          ///< beginning, middle, end: value is an Edge
    season,        ///< value 1 (spring) to 4
    ago,           ///< قبل / ago
    since,         ///< منذ / since
    after,         ///< بعد / after, in
    before,        ///< before a point or span
    during,        ///< خلال
    lasting,       ///< لمدة
    every,         ///< كل
    some,          ///< several, عدة: an unknown number
    few,           ///< stands behind its noun: القليلة
    more_than,     ///< أكثر من, نحو: belongs to the number behind it
    of,            ///< من
    takes_of,      ///< verbs that ask for من: what stands before it is counted from today
    in,            ///< في
    until,         ///< إلى، حتى: joins the ends of a range
    from,
    between,
    conjunction,   ///< و standing free
    reference,     ///< now 0, recently -1, soon 1
    frequency,     ///< daily: value is a Unit
    decade,        ///< the nineties: value 90
    century,       ///< value is the number of the century, 0 when a number follows
    clock,         ///< الساعة
    meridiem,      ///< am 0, pm 12
    zone,          ///< value 1: GMT
    gregorian,     ///< م، ميلادي
    hijri,         ///< هـ، هجري
    before_era,    ///< ق.م
    dated,         ///< بتاريخ, الموافق: stands before a date
    counted,       ///< counted nouns: a number before one is no year
    year_cue,      ///< a bare number behind it may be a year: حرب, منذ
    commemoration, ///< ذكرى
    aged,          ///< عمره: the span behind it is an age
    named,         ///< named after a day: خطبة الجمعة, الأحد الدامي
    person,        ///< before a word that is also a given name
    both,          ///< verbs and particles that make الاثنين "the two"
    exploded,      ///< what makes فجر a verb
    article,       ///< the, le: may stand inside an expression
    ordinal_mark,  ///< st, nd, th, er behind digits
    decade_mark,   ///< s behind digits
    number,        ///< begins a number word; the number itself is read by lexicon::NumberWords
    no_day,        ///< behind "today" makes it a name: اليوم العالمي
    that,          ///< before a day that the text has named: ذلك اليوم
    nowadays,      ///< before اليوم: makes it "these days"
    season_noun,   ///< فصل
    each_weekday,  ///< without its article, behind كل
    named_day,     ///< an event that is named after its day: value YYYYMMDD
    outlet,        ///< paper, channel: the "today" of its name is no day
    minutes,       ///< half an hour: value in minutes
    preposition,   ///< no verb stands behind it: what looks like one is a noun
    complement,    ///< that, أن: verbs behind it tell nothing of a day before it
    published,     ///< "published on", before the date of an article
    past_verb,
    future_verb,
    scheduled,     ///< present-tense verbs of events to come: تنطلق, يعقد
    not_future,    ///< words that only look like a future verb
    future_ending, ///< endings of future verbs; no words
};

enum class Unit : std::uint8_t {
    second,
    minute,
    hour,
    day,
    week,
    month,
    year,
    decade,
    century,
    quarter,
    weekend,
    half_year,
};
enum class Part : std::uint8_t { none, dawn, morning, noon, afternoon, evening, night, midnight };
enum class Edge : std::uint8_t { none, start, middle, end, early, late };

/// Bits of column `flags`.
enum class Flag : std::uint8_t {
    none = 0,
    cued = 1U << 0,     ///< also a common word: means a time only with a day, year or cue beside it
    levant = 1U << 1,   ///< month name of the eastern set, which gives way where two names disagree
    definite = 1U << 2, ///< stands only with the article
    capital = 1U << 3,  ///< only when written with a capital letter
    adverb = 1U << 4,   ///< stands alone: ليلا
    state = 1U << 5,    ///< a verb for what lasts
    plain = 1U << 6, ///< never written with a madda or with a hamza at its end: الآن is no آلان, غدا no غداء
    figure = 1U << 7, ///< also a number word: صفر
};

/// One table row as it meets one token: the word, with which proclitics.
struct Entry {
    Word word = Word::month;
    std::int32_t value = 0;
    std::uint8_t flags = 0;
    text::Clitic clitics = text::Clitic::none; ///< written before the first word
    std::uint8_t proclitic_bytes = 0;          ///< strict key bytes before the word and its article
    std::uint32_t rest_begin = 0;              ///< further words of the phrase, as hashes
    std::uint8_t rest_size = 0;
    bool begins = false; ///< may a time expression begin with it?

    [[nodiscard]] bool has(Flag flag) const { return (flags & static_cast<std::uint8_t>(flag)) != 0; }
    [[nodiscard]] bool definite() const { return text::has_clitic(clitics, text::Clitic::article); }
    [[nodiscard]] bool added() const { return text::has_clitic(clitics, text::Clitic::waw); }
};

/// A word found in a document.
struct Hit {
    Entry entry;
    std::uint32_t token = 0;
    std::uint32_t next = 0;         ///< token after the last one
    std::uint32_t source_begin = 0; ///< source byte where it begins, without proclitics

    [[nodiscard]] int value() const { return entry.value; }
};

/// All that the tables say of one first word.
struct Senses {
    std::uint64_t kinds = 0; ///< a bit per Word, the last few of which share theirs with the first
    std::uint32_t first = 0; ///< of its entries
    std::uint16_t count = 0;
    bool begins = false; ///< may a time expression begin here?

    /// Is the word of this kind? Where it says so, the entries decide.
    [[nodiscard]] bool may_be(Word word) const { return (kinds & bit(word)) != 0; }
    [[nodiscard]] static constexpr std::uint64_t bit(Word word) {
        return std::uint64_t{1} << (static_cast<unsigned>(word) % 64);
    }
};

/// Number of the senses of a word; 0 for a word that the tables do not have.
using SensesId = std::uint16_t;

/// The words of time expressions of one language. Every spelling that proclitics make of a word is in the index.
/// Immutable after construction.
class Vocabulary {
  public:
    explicit Vocabulary(Language language);

    [[nodiscard]] Language language() const { return m_language; }
    /// Endings that only future verbs have, as they are written.
    [[nodiscard]] const std::vector<std::string>& future_endings() const { return m_future_endings; }

    /// What the tables say of the token's word. Readers keep it with the word, under the key.
    [[nodiscard]] SensesId senses_of(const text::Token& token) const;
    /// Brings what senses_of() reads first nearer.
    void fetch(const text::Token& token) const {
        __builtin_prefetch(&m_known[(token.loose_hash >> 6U) & (filter_words - 1)]);
    }
    [[nodiscard]] const text::FactKey<SensesId>& key() const { return m_key; }
    [[nodiscard]] const Senses& senses(SensesId id) const { return m_senses[id]; }
    /// Its entries, longest phrases first. They are not yet compared beyond the first word.
    [[nodiscard]] std::span<const Entry> entries(const Senses& senses) const {
        return std::span(m_entries).subspan(senses.first, senses.count);
    }
    /// The entry as a hit, when the words after the first one agree.
    [[nodiscard]] std::optional<Hit> complete(const text::Document& document, std::size_t token, std::size_t limit,
                                              const Entry& entry) const;

  private:
    static constexpr std::size_t filter_words = 4096; // 32 KiB
    static constexpr std::uint64_t filter_bits(std::uint64_t hash) {
        return std::uint64_t{1} << (hash & 63U) | std::uint64_t{1} << ((hash >> 20U) & 63U);
    }

    struct Spelling {
        std::uint64_t hash = 0;
        Entry entry;
    };

    void add_table(const std::string& name);
    void add_numbers(const std::string& name);
    void add_phrase(std::string_view phrase, Entry entry);
    void add_spellings(std::string_view word, Entry entry);
    void add_arabic(std::string_view word, const Entry& entry);
    void add_spelling(std::string_view spelling, const Entry& entry);
    void index_spellings();
    void add_senses(std::uint64_t hash);
    void index_senses();

    Language m_language;
    text::FactKey<SensesId> m_key;
    std::vector<std::string> m_future_endings;
    std::vector<Spelling> m_spellings;   ///< while the tables are read
    std::vector<std::uint64_t> m_known;  ///< bit table of all first words
    std::vector<SensesId> m_slots;       ///< open addressing by the hash of a first word, 0: free
    std::vector<std::uint64_t> m_hashes; ///< parallel to m_senses
    std::vector<Senses> m_senses;        ///< [0]: of all other words
    std::vector<std::uint64_t> m_rests;
    std::vector<Entry> m_entries; ///< by first word, longest phrases first
};

} // namespace yaqut::dates
