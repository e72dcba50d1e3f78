// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "events/absences.hpp"
#include "events/quantities.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t right_reach = 6; ///< tokens from a word of killing to whom it counts
constexpr std::uint32_t left_reach = 7;
constexpr std::uint32_t victim_reach = 12; ///< tokens from who killed to whom
constexpr std::uint32_t zero_reach = 4;

enum class Harm : std::uint8_t { none, death, injury };

/// Words of killing and wounding proper; the dead and the wounded are counted themselves.
Harm harm_of(const TaggedText& text, std::uint32_t token) {
    if (text[token].entry->casualty) {
        return Harm::death;
    }
    return text.has(token, Cue::injury) ? Harm::injury : Harm::none;
}

class Assignment {
  public:
    Assignment(const TaggedText& text, TokenRange range, std::vector<Count> counts,
               std::span<const std::uint32_t> leaving)
        : m_text(text), m_range(range), m_leaving(leaving), m_all{std::move(counts), {}} {
        m_all.used.assign(m_counts.size(), false);
    }

    std::vector<Casualties> run();

  private:
    void assign(std::uint32_t token, Harm harm);
    void assign_nouns();
    void add(std::uint32_t token, Harm harm, std::size_t index);
    [[nodiscard]] std::optional<std::size_t> right_of(std::uint32_t token) const;
    [[nodiscard]] std::optional<std::size_t> left_of(std::uint32_t token) const;
    [[nodiscard]] std::size_t victims_behind(std::uint32_t token, std::size_t index) const;
    [[nodiscard]] bool is_passive(std::uint32_t token) const;
    [[nodiscard]] bool named_victim(std::uint32_t token) const;
    [[nodiscard]] bool none_said(std::uint32_t token) const;
    [[nodiscard]] bool negated(std::uint32_t token, std::uint32_t reach) const;

    const TaggedText& m_text;
    TokenRange m_range;
    std::span<const std::uint32_t> m_leaving;
    CountsInUse m_all;
    const std::vector<Count>& m_counts = m_all.counts;
    std::vector<bool>& m_used = m_all.used;
    std::vector<Casualties> m_found;
};

std::vector<Casualties> Assignment::run() {
    assign_missing(m_text, m_range, m_all, m_found);
    assign_leaving(m_text, m_range, m_leaving, m_all, m_found);
    for (std::uint32_t token = m_range.begin; token < m_range.end; ++token) {
        if (none_said(token)) {
            m_found.push_back({token, {0, 0, 0}, {}, {}, {}});
            token += zero_reach;
            continue;
        }
        const Harm harm = harm_of(m_text, token);
        if (harm != Harm::none && m_text.timex(token) < 0 && !negated(token, 2)) {
            assign(token, harm);
        }
    }
    assign_nouns();
    assign_displaced(m_text, m_range, m_all, m_found);
    std::sort(m_found.begin(), m_found.end(),
              [](const Casualties& a, const Casualties& b) { return a.token < b.token; });
    return std::move(m_found);
}

/// دون وقوع خسائر بشرية, لم يسفر عن ضحايا. "No news of victims" does not say that there were none.
bool Assignment::none_said(std::uint32_t token) const {
    const bool without = m_text.has(token, Cue::without);
    if (!without && !m_text.has(token, Cue::negation)) {
        return false;
    }
    bool event_verb = without;
    for (std::uint32_t t = token + 1; t < std::min(m_range.end, token + 2 + zero_reach) && !m_text[t].punct; ++t) {
        event_verb |= m_text.has(t, Cue::light) || m_text.has(t, Cue::witness);
        if (!m_text.has(t, Cue::losses)) {
            continue;
        }
        const bool people = m_text.has(t, Cue::dead) || m_text.has(t, Cue::wounded) || m_text.has(t, Cue::injury);
        const bool human = t + 1 < m_range.end &&
                           (m_text.has(t + 1, Cue::human) || (t + 2 < m_range.end && m_text.has(t + 2, Cue::human)));
        return event_verb && (people || human);
    }
    return false;
}

bool Assignment::negated(std::uint32_t token, std::uint32_t reach) const {
    for (std::uint32_t t = token; t > m_range.begin && token - t < reach && !m_text[t].punct;) {
        --t;
        if (m_text.has(t, Cue::negation) || m_text.has(t, Cue::without)) {
            return true;
        }
    }
    return false;
}

std::optional<std::size_t> Assignment::right_of(std::uint32_t token) const {
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        const std::uint32_t begin = m_counts[i].tokens.begin;
        if (begin <= token || m_used[i] || m_counts[i].kind == Count::Kind::missing) {
            continue;
        }
        if (begin > token + right_reach) {
            return std::nullopt;
        }
        for (std::uint32_t t = token + 1; t < begin; ++t) {
            const bool bracket = t + 1 == begin && m_text.document().strict(m_text.document().token(t)) == "(";
            const bool comma = m_text[t].punct && m_text[t].break_before && !bracket;
            if (comma || harm_of(m_text, t) != Harm::none || m_text.has(t, Cue::in)) {
                return std::nullopt;
            }
        }
        const bool close = begin <= token + 2 || !m_counts[i].bare;
        return close ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::size_t> Assignment::left_of(std::uint32_t token) const {
    for (std::size_t i = m_counts.size(); i-- > 0;) {
        const std::uint32_t end = m_counts[i].tokens.end;
        if (end > token || m_used[i] || m_counts[i].kind == Count::Kind::missing ||
            (m_counts[i].bare && end != token)) {
            continue; // "and 20 wounded" counts people, a number further off anything
        }
        if (end + left_reach < token) {
            return std::nullopt;
        }
        for (std::uint32_t t = end; t < token; ++t) {
            if (harm_of(m_text, t) != Harm::none) {
                return std::nullopt;
            }
        }
        return i;
    }
    return std::nullopt;
}

/// "Killed a gunman with a rifle 17 pupils" (قتل مسلح 17 تلميذا): the verb's subject stands before its victims.
std::size_t Assignment::victims_behind(std::uint32_t token, std::size_t index) const {
    const std::uint32_t subject = m_counts[index].tokens.begin;
    if (subject != token + 1 || !m_text.has(subject, Cue::killer) || !m_text.has_form(token, FormFlag::verb)) {
        return index;
    }
    for (std::size_t i = index + 1; i < m_counts.size(); ++i) {
        const Count& count = m_counts[i];
        if (count.tokens.begin > subject + victim_reach) {
            return index;
        }
        for (std::uint32_t t = m_counts[i - 1].tokens.end; t < count.tokens.begin; ++t) {
            if (m_text[t].punct || harm_of(m_text, t) != Harm::none || m_text.has(t, Cue::in)) {
                return index;
            }
        }
        if (!count.bare && !count.conjoined && count.tokens.size() > 1) {
            return i;
        }
    }
    return index;
}

/// "Six officers were wounded", "ont été tués": those who come to harm stand before the verb.
bool Assignment::is_passive(std::uint32_t token) const {
    const std::string_view word = m_text.document().loose(m_text.document().token(token));
    if (m_text.rules().language() == Language::ar && word.ends_with("وا")) {
        return true; // a verb in the plural follows its subject: "seven people were killed" (سبعة أشخاص قتلوا)
    }
    for (std::uint32_t t = token; t > m_range.begin && token - t < 2; --t) {
        if (m_text.has(t - 1, Cue::passive)) {
            return true;
        }
    }
    return false;
}

/// مقتل قائدها, مقتل اللواء فلان: one person, by name or by rank.
bool Assignment::named_victim(std::uint32_t token) const {
    if (token + 1 >= m_range.end || m_text[token + 1].punct) {
        return false;
    }
    return m_text.has(token + 1, Cue::title);
}

void Assignment::add(std::uint32_t token, Harm harm, std::size_t index) {
    Casualties item{token, {}, {}, {}, {}};
    Quantity total = m_counts[index].quantity;
    m_used[index] = true;
    std::size_t last = index;
    // 22 children and four women: parts of one total while و joins them directly.
    for (std::size_t next = index + 1; next < m_counts.size(); ++next) {
        const Count& more = m_counts[next];
        const bool adjoins = more.tokens.begin <= m_counts[last].tokens.end + 2;
        if (!more.conjoined || !adjoins || more.bare || !are_people(more.kind)) {
            break;
        }
        total = sum(total, more.quantity);
        m_used[next] = true;
        last = next;
    }
    const bool hurt = harm == Harm::injury || m_counts[index].kind == Count::Kind::wounded;
    (hurt ? item.injured : item.dead) = total;
    m_found.push_back(item);
}

void Assignment::assign(std::uint32_t token, Harm harm) {
    const bool passive = is_passive(token);
    std::optional<std::size_t> index = passive ? left_of(token) : right_of(token);
    if (!index) {
        index = passive ? right_of(token) : left_of(token);
    }
    if (index) {
        add(token, harm, victims_behind(token, *index));
    } else if (named_victim(token)) {
        Casualties item{token, {}, {}, {}, {}};
        (harm == Harm::injury ? item.injured : item.dead) = {1, 1, 1};
        m_found.push_back(item);
    } else {
        m_found.push_back({token, {}, {}, {}, {}});
    }
}

/// "20 dead and 15 wounded" without a verb of killing.
void Assignment::assign_nouns() {
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        const Count& count = m_counts[i];
        if (m_used[i] || are_people(count.kind) || count.kind == Count::Kind::missing) {
            continue;
        }
        const std::uint32_t before = count.tokens.begin;
        if (before > m_range.begin && negated(before, 4)) {
            continue;
        }
        add(count.tokens.begin, count.kind == Count::Kind::wounded ? Harm::injury : Harm::death, i);
    }
}

} // namespace

std::vector<Casualties> assign_casualties(const TaggedText& text, TokenRange range, std::vector<Count> counts,
                                          std::span<const std::uint32_t> leaving) {
    return Assignment(text, range, std::move(counts), leaving).run();
}

} // namespace yaqut::events
