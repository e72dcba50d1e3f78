// SPDX-License-Identifier: Apache-2.0
#include "io/stated_facts.hpp"

#include <algorithm>

#include "io/input_date.hpp"
#include "io/page_text.hpp"
#include "io/readable.hpp"
#include "text/utf8.hpp"

namespace yaqut::io {

namespace {

constexpr std::size_t longest_value = 1000;
constexpr std::size_t most_facts = 200;

const StatedFact* first_of(const Article& article, std::string_view field) {
    const auto found = std::find_if(article.stated.begin(), article.stated.end(),
                                    [field](const StatedFact& fact) { return fact.field == field; });
    return found == article.stated.end() ? nullptr : &*found;
}

void take(std::string& to, const Article& article, std::string_view field) {
    if (const StatedFact* fact = first_of(article, field); fact != nullptr && to.empty()) {
        to = fact->value;
    }
}

/// The first title that is not just the outlet's name, which many a page has as its first heading.
void take_title(Article& article) {
    for (const StatedFact& fact : article.stated) {
        if (article.title.empty() && fact.field == "title" && fact.value != article.source) {
            article.title = fact.value;
        }
    }
}

/// Is most of the text in Arabic letters? nullopt when there are hardly any letters.
std::optional<bool> is_arabic_script(std::string_view text) {
    constexpr std::size_t sample = 4000;
    std::size_t arabic = 0;
    std::size_t latin = 0;
    text = text.substr(0, sample);
    for (std::size_t i = 0; i < text.size();) {
        const text::Utf8Char c = text::utf8_char(text, i);
        arabic += c.code_point >= 0x0620 && c.code_point <= 0x06FF ? 1 : 0;
        latin += (c.code_point | 0x20U) >= 'a' && (c.code_point | 0x20U) <= 'z' ? 1 : 0;
        i += c.size;
    }
    return arabic + latin < 10 ? std::nullopt : std::optional{arabic > latin};
}

/// Pages often give several days of publication: which others there are is worth knowing.
void note_other_days(Article& article) {
    std::string note = to_iso_string(*article.dct) + " (" + article.dct_source + ")";
    const std::size_t agreed = note.size();
    for (const StatedFact& fact : article.stated) {
        const auto other = fact.field == "published" ? parse_input_date(fact.value) : std::nullopt;
        if (other && *other != *article.dct) {
            note += ", " + to_iso_string(*other) + " (" + fact.source + ")";
        }
    }
    if (note.size() > agreed) {
        article.stated.push_back({"note", "days of publication disagree: " + readable(note, 500), "comparison"});
    }
}

} // namespace

void StatedFacts::add(int rank, std::string_view field, std::string_view value, std::string_view source) {
    std::string line = one_line(value.substr(0, 4 * longest_value));
    if (line.empty() || m_facts.size() >= most_facts) {
        return;
    }
    if (line.size() > longest_value || value.size() > 4 * longest_value) {
        line = readable(line, longest_value);
    }
    m_facts.push_back({rank, {std::string(field), std::move(line), std::string(source)}});
}

void StatedFacts::apply(ReadArticle& read) const {
    std::vector<Ranked> facts = m_facts;
    std::stable_sort(facts.begin(), facts.end(), [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
    Article& article = read.article;
    for (Ranked& ranked : facts) {
        const bool known = std::any_of(article.stated.begin(), article.stated.end(), [&ranked](const StatedFact& fact) {
            return fact.field == ranked.fact.field && fact.value == ranked.fact.value;
        });
        if (!known) {
            article.stated.push_back(std::move(ranked.fact));
        }
    }
    take(article.source, article, "outlet");
    take_title(article);
    take(article.url, article, "url");
    apply_language(article);
    apply_date(read);
}

void StatedFacts::apply_date(ReadArticle& read) {
    Article& article = read.article;
    if (article.dct) {
        return;
    }
    for (const StatedFact& fact : article.stated) {
        if (fact.field == "published") {
            article.dct = parse_input_date(fact.value);
            if (article.dct) {
                article.dct_source = fact.source;
                note_other_days(article);
                return;
            }
        }
    }
    if (const StatedFact* fact = first_of(article, "published")) {
        read.warnings.emplace_back(article.origin, fact->source + ": expected a date like 2016-07-13, found \"" +
                                                       readable(fact->value, 60) + "\"");
    } else if (const StatedFact* change = first_of(article, "modified")) {
        read.warnings.emplace_back(article.origin, "only the date of the last change is given (" + change->source +
                                                       ": " + readable(change->value, 60) +
                                                       "): not taken for the day of publication");
    }
}

void StatedFacts::apply_language(Article& article) {
    const auto arabic = is_arabic_script(article.text);
    for (const StatedFact& fact : article.stated) {
        if (article.language || fact.field != "language") {
            continue;
        }
        const auto language = parse_language(fact.value);
        if (language && *language != Language::other && arabic && *arabic == (*language == Language::ar)) {
            article.language = language;
        }
    }
}

} // namespace yaqut::io
