// SPDX-License-Identifier: Apache-2.0
#include "events/absences.hpp"

#include <algorithm>
#include <limits>

namespace yaqut::events {

namespace {

constexpr std::size_t no_count = std::numeric_limits<std::size_t>::max();
constexpr std::uint32_t right_reach = 6; ///< tokens from a word of going to who goes
constexpr std::uint32_t left_reach = 6;
constexpr std::uint32_t bare_reach = 2; ///< the same for a number without a noun
constexpr std::uint32_t loss_reach = 4; ///< tokens from who lost to what
constexpr std::uint32_t none_reach = 5; ///< tokens from "without" to what there is none of

/// Somebody else's number begins behind these.
bool stops(const TaggedText& text, std::uint32_t token) {
    return text[token].punct || text[token].casualty_word || text.has(token, Cue::injury);
}

bool may_go(const Count& count) { return are_people(count.kind) || count.kind == Count::Kind::missing; }

class Search {
  public:
    Search(const TaggedText& text, TokenRange range, CountsInUse& counts)
        : m_text(text), m_range(range), m_counts(counts) {}

    /// Who is missing, by a word for them.
    Quantity missing_people(std::uint32_t token);
    /// The same by a word for how they went.
    Quantity gone_missing(std::uint32_t token);
    /// Who leaves home.
    Quantity leaving(std::uint32_t token);

    Quantity take(std::size_t index) {
        m_counts.used[index] = true;
        return m_counts.counts[index].quantity;
    }
    [[nodiscard]] const Count& count(std::size_t index) const { return m_counts.counts[index]; }
    [[nodiscard]] bool numbered(std::size_t index) const { return m_counts.counts[index].tokens.size() > 1; }

  private:
    enum class Denial : std::uint8_t { none, unclear, zero };
    /// دون وقوع مفقودين, لا يوجد مفقودون, no one is missing. "No news of missing people" says nothing.
    [[nodiscard]] Denial denial(std::uint32_t token) const;
    /// فقد 20 شخصا حياتهم, فقد 20 عاملا وظائفهم: they are not missing themselves.
    [[nodiscard]] bool loses_something(std::size_t index) const;

    /// The count of which the token is a part.
    [[nodiscard]] std::size_t at(std::uint32_t token) const;
    [[nodiscard]] std::size_t right_of(std::uint32_t token) const;
    [[nodiscard]] std::size_t left_of(std::uint32_t token) const;
    /// Who goes by this word: after it in Arabic, before it in other languages and for a plural verb.
    [[nodiscard]] std::size_t of_verb(std::uint32_t token) const;
    [[nodiscard]] bool ends_there(std::uint32_t token) const;
    /// Not just one person of whom it is told: a word beside that may be about something else.
    [[nodiscard]] bool says_how_many(std::size_t index) const;

    const TaggedText& m_text;
    TokenRange m_range;
    CountsInUse& m_counts;
};

std::size_t Search::at(std::uint32_t token) const {
    for (std::size_t i = 0; i < m_counts.counts.size(); ++i) {
        const TokenRange tokens = m_counts.counts[i].tokens;
        if (!m_counts.used[i] && tokens.begin <= token && token < tokens.end) {
            return i;
        }
    }
    return no_count;
}

/// A number without a noun counts people only where no other noun follows: "300 families" are no 300 people.
bool Search::ends_there(std::uint32_t token) const {
    constexpr CueSet no_nouns{Cue::in,         Cue::on,      Cue::from,      Cue::to,    Cue::by,
                              Cue::passive,    Cue::be,      Cue::at_which,  Cue::when,  Cue::amid,
                              Cue::after_that, Cue::that,    Cue::according, Cue::light, Cue::go_missing,
                              Cue::missing,    Cue::ongoing, Cue::since,     Cue::before};
    if (token >= m_range.end || m_text[token].punct || m_text.cues(token).has_any(no_nouns)) {
        return true;
    }
    return m_text.toponym(token) >= 0 || m_text.timex(token) >= 0 || m_text[token].event_word ||
           m_text[token].casualty_word;
}

std::size_t Search::right_of(std::uint32_t token) const {
    for (std::size_t i = 0; i < m_counts.counts.size(); ++i) {
        const Count& count = m_counts.counts[i];
        if (count.tokens.begin <= token || m_counts.used[i]) {
            continue;
        }
        if (!may_go(count)) {
            return no_count;
        }
        const std::uint32_t gap = count.tokens.begin - token;
        if (gap > (count.bare ? bare_reach : right_reach) || (count.bare && !ends_there(count.tokens.end))) {
            return no_count;
        }
        for (std::uint32_t t = token + 1; t < count.tokens.begin; ++t) {
            if (stops(m_text, t) || m_text.has(t, Cue::in)) {
                return no_count;
            }
        }
        return i;
    }
    return no_count;
}

std::size_t Search::left_of(std::uint32_t token) const {
    for (std::size_t i = m_counts.counts.size(); i-- > 0;) {
        const Count& count = m_counts.counts[i];
        if (count.tokens.end > token || m_counts.used[i]) {
            continue;
        }
        if (!may_go(count)) {
            return no_count;
        }
        const bool far = token - count.tokens.end > (count.bare ? bare_reach : left_reach);
        if (far || (count.bare && !ends_there(count.tokens.end))) {
            return no_count;
        }
        for (std::uint32_t t = count.tokens.end; t < token; ++t) {
            if (stops(m_text, t)) {
                return no_count;
            }
        }
        return i;
    }
    return no_count;
}

bool Search::says_how_many(std::size_t index) const {
    const Count& count = this->count(index);
    return count.bare || numbered(index) || count.quantity.min != std::int64_t{1};
}

std::size_t Search::of_verb(std::uint32_t token) const {
    const std::size_t right = right_of(token);
    if (m_text.rules().language() != Language::ar) {
        const bool adjoins = right != no_count && count(right).tokens.begin <= token + bare_reach + 2;
        const std::size_t left = adjoins ? no_count : left_of(token);
        return left == no_count ? right : left;
    }
    const std::string_view word = m_text.document().loose(m_text.document().token(token));
    const bool phrase = m_text[token].length > 1;
    return phrase || word.ends_with("وا") || m_text.has_form(token, FormFlag::possessed) ? left_of(token) : right;
}

Search::Denial Search::denial(std::uint32_t token) const {
    constexpr CueSet happens{Cue::light, Cue::witness, Cue::be, Cue::passive, Cue::ongoing};
    bool told = false;
    for (std::uint32_t t = token; t > m_range.begin && token - t < none_reach && !m_text[t - 1].punct;) {
        --t;
        if (m_text.has(t, Cue::without) || m_text.has(t, Cue::absence)) {
            return Denial::zero;
        }
        told |= m_text.cues(t).has_any(happens);
        const bool no = m_text.has(t, Cue::negation);
        if ((no || m_text.has(t, Cue::generic_no)) && (told || t + 1 == token)) {
            return Denial::zero;
        }
        if (no) {
            return Denial::unclear;
        }
        if (m_text.has(t, Cue::say)) {
            return Denial::none;
        }
    }
    return Denial::none;
}

bool Search::loses_something(std::size_t index) const {
    const std::uint32_t end = count(index).tokens.end;
    for (std::uint32_t t = end; t < std::min(m_range.end, end + loss_reach) && !m_text[t].punct; ++t) {
        const std::string_view word = m_text.document().loose(m_text.document().token(t));
        const bool theirs = word.ends_with("هم") || m_text.has_form(t, FormFlag::possessed);
        if (theirs || m_text.has(t, Cue::lives)) {
            return true;
        }
        if (m_text.has(t, Cue::in) || m_text.has(t, Cue::from)) {
            return false;
        }
    }
    return false;
}

Quantity Search::missing_people(std::uint32_t token) {
    constexpr Quantity nobody{0, 0, 0};
    const Denial denial = this->denial(token);
    if (denial != Denial::none) {
        return denial == Denial::zero ? nobody : Quantity{};
    }
    const std::size_t own = at(token);
    if (own != no_count && numbered(own)) {
        return take(own);
    }
    if (const std::size_t left = left_of(token); left != no_count) {
        const bool beside = count(left).tokens.end == token;
        const bool other = beside && count(left).bare; // "two missing boats"
        return !other && (beside || says_how_many(left)) ? take(left) : Quantity{};
    }
    // By itself the dual is two, an indefinite plural some; those with the article are told of elsewhere.
    const bool told = own != no_count && says_how_many(own) && !m_text.has_form(token, FormFlag::definite);
    return told ? take(own) : Quantity{};
}

Quantity Search::gone_missing(std::uint32_t token) {
    const std::size_t index = denial(token) == Denial::none ? of_verb(token) : no_count;
    if (index == no_count || loses_something(index)) {
        return {};
    }
    const std::uint32_t person = count(index).tokens.begin; // not فقد السائق السيطرة
    const bool one = person == token + 1 && !m_text.has_form(person, FormFlag::definite);
    return one || says_how_many(index) ? take(index) : Quantity{};
}

Quantity Search::leaving(std::uint32_t token) {
    constexpr Quantity nobody{0, 0, 0};
    const Denial denial = this->denial(token);
    if (denial != Denial::none) {
        return denial == Denial::zero ? nobody : Quantity{};
    }
    const std::size_t index = at(token) == no_count ? of_verb(token) : no_count; // displaced people may be killed
    return index == no_count || !says_how_many(index) ? Quantity{} : take(index);
}

} // namespace

void assign_missing(const TaggedText& text, TokenRange range, CountsInUse& counts, std::vector<Casualties>& found) {
    Search search(text, range, counts);
    for (std::uint32_t token = range.begin; token < range.end; token += text[token].length) {
        const bool person = text.has(token, Cue::missing);
        if (person || text.has(token, Cue::go_missing)) {
            const Quantity missing = person ? search.missing_people(token) : search.gone_missing(token);
            if (missing.known()) {
                found.push_back({token, {}, {}, missing, {}});
            }
        }
    }
}

void assign_leaving(const TaggedText& text, TokenRange range, std::span<const std::uint32_t> leaving,
                    CountsInUse& counts, std::vector<Casualties>& found) {
    Search search(text, range, counts);
    for (const std::uint32_t token : leaving) {
        const Quantity displaced = search.leaving(token);
        if (displaced.known()) {
            found.push_back({token, {}, {}, {}, displaced});
        }
    }
}

void assign_displaced(const TaggedText& text, TokenRange range, CountsInUse& counts, std::vector<Casualties>& found) {
    Search search(text, range, counts);
    for (std::size_t i = 0; i < counts.counts.size(); ++i) {
        const Count& count = counts.counts[i];
        if (!counts.used[i] && count.kind == Count::Kind::displaced && search.numbered(i)) {
            found.push_back({count.tokens.begin, {}, {}, {}, search.take(i)});
        }
    }
}

} // namespace yaqut::events
