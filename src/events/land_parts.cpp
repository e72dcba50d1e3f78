// SPDX-License-Identifier: Apache-2.0
#include "events/land_parts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/error.hpp"
#include "lexicon/phrase_table.hpp"
#include "lexicon/table.hpp"
#include "text/normalize.hpp"

namespace yaqut::events {

namespace {

constexpr std::array<std::string_view, 10> part_names{"N", "NE", "E", "SE", "S", "SW", "W", "NW", "C", "capital"};
constexpr std::uint32_t middle = 8;
constexpr std::uint32_t capital = 9;
constexpr std::uint32_t absolute = 16;    ///< bit: "the south", which an adjective may follow
constexpr std::uint32_t phrase_reach = 3; ///< words of a phrase
constexpr std::uint32_t name_reach = 3;   ///< tokens from a phrase to the name of the capital
constexpr long degrees_between = 45;      ///< from one side of the compass to the next

double decimal(const lexicon::Table& table, const lexicon::Row& row, std::string_view column) {
    const std::string_view cell = row[column];
    double value = 0.0;
    if (std::from_chars(cell.data(), cell.data() + cell.size(), value).ec != std::errc()) {
        throw TableError(table.name(), "line " + std::to_string(row.line()) + ": expected a number in " +
                                           std::string(column) + ", found \"" + std::string(cell) + "\"");
    }
    return value;
}

std::uint32_t part_number(const lexicon::Table& table, std::string_view name) {
    const auto found = std::find(part_names.begin(), part_names.end(), name);
    if (found == part_names.end()) {
        throw TableError(table.name(), "unknown part of a country: " + std::string(name));
    }
    return static_cast<std::uint32_t>(found - part_names.begin());
}

/// What the table knows of all countries.
class LandTable {
  public:
    LandTable() : m_table(lexicon::load("land_parts")) {
        for (const lexicon::Row& row : m_table.rows()) {
            const std::uint32_t part = part_number(m_table, row["part"]);
            Place place;
            place.index = std::numeric_limits<PlaceIndex>::max(); // of no gazetteer
            place.id = row["id"];
            place.name = row["name"];
            place.name_ar = row["name_ar"];
            place.location = {.lon = decimal(m_table, row, "lon"), .lat = decimal(m_table, row, "lat")};
            place.feature = part == capital ? FeatureClass::city : FeatureClass::region;
            place.feature_code = part == capital ? "PPLC" : "RGN";
            place.country = row["country"];
            place.admin1 = row["admin1"];
            place.admin1_code = row["admin1_code"];
            place.radius_km = static_cast<float>(row.number("radius_km"));
            m_places.emplace(std::pair(place.country, part), place);
        }
    }
    [[nodiscard]] const Place* find(std::string_view country, std::uint32_t part) const {
        const auto found = m_places.find(std::pair(country, part));
        return found == m_places.end() ? nullptr : &found->second;
    }

  private:
    lexicon::Table m_table;
    std::map<std::pair<std::string_view, std::uint32_t>, Place> m_places;
};

struct Phrase {
    std::uint32_t part = 0;
    TokenRange tokens;
    std::uint32_t begin = 0; ///< byte behind the proclitics of its first word
};

/// Phrases of one language that make a part out of the country's word beside them.
class LandWords {
  public:
    explicit LandWords(Language language) {
        const std::string folder(to_string(language));
        std::vector<std::string_view> links;
        const lexicon::Table words = lexicon::load(folder + "/land_words");
        for (const lexicon::Row& row : words.rows()) {
            if (row["part"] == "link") {
                links.push_back(row["word"]);
                continue;
            }
            (row["order"] == "behind" ? m_behind : m_before)
                .add(row["word"], part_number(words, row["part"]) | absolute);
            if (row["order"] != "behind") {
                add_ending(row["word"]);
            }
        }
        const lexicon::Table directions = lexicon::load(folder + "/directions");
        for (const lexicon::Row& row : directions.rows()) {
            const bool bare = row["bearing"].empty();
            const std::uint32_t part =
                bare ? middle : static_cast<std::uint32_t>(row.number("bearing") / degrees_between);
            const bool alone = row["form"] == "absolute" || (!links.empty() && row["form"] == "noun");
            m_before.add(row["word"], part | (alone ? absolute : 0U));
            add_ending(row["word"]);
            for (const std::string_view link : links) {
                m_before.add(std::string(row["word"]) + " " + std::string(link), part);
                add_ending(link);
            }
        }
    }

    /// The part that the words right before `token` make, with the first of them.
    [[nodiscard]] std::optional<Phrase> before(const text::Document& document, std::uint32_t begin,
                                               std::uint32_t token) const {
        if (token == begin || !may_end(document.loose(document.token(token - 1)))) {
            return std::nullopt;
        }
        const std::uint32_t from = token - std::min(token - begin, phrase_reach);
        for (std::uint32_t t = from; t < token; ++t) {
            for (const text::Reading& reading : text::readings(document, document.token(t))) {
                const auto match = m_before.longest(document, t, reading, token);
                if (match && t + match->token_count == token) {
                    return Phrase{match->values.front(), {t, token}, reading.source_begin};
                }
            }
        }
        return std::nullopt;
    }
    /// The part that the words from `token` on make.
    [[nodiscard]] std::optional<Phrase> behind(const text::Document& document, std::uint32_t token,
                                               std::uint32_t end) const {
        if (m_behind.empty() || token >= end) {
            return std::nullopt;
        }
        const auto match = m_behind.longest(document, token, end);
        return match ? std::optional(Phrase{match->values.front(), {token, token + match->token_count}, 0})
                     : std::nullopt;
    }

  private:
    void add_ending(std::string_view phrase) {
        const std::string last = text::loose_key(phrase.substr(phrase.rfind(' ') + 1));
        if (std::find(m_endings.begin(), m_endings.end(), last) == m_endings.end()) {
            m_endings.push_back(last);
        }
    }
    /// A look at the word's end spares taking it apart.
    [[nodiscard]] bool may_end(std::string_view word) const {
        return std::any_of(m_endings.begin(), m_endings.end(),
                           [word](const std::string& ending) { return word.ends_with(ending); });
    }

    lexicon::PhraseTable m_before;
    lexicon::PhraseTable m_behind;
    std::vector<std::string> m_endings;
};

const LandWords* land_words(Language language) {
    static const std::array<LandWords, 3> words{LandWords(Language::ar), LandWords(Language::en),
                                                LandWords(Language::fr)};
    switch (language) {
    case Language::ar: return words.data();
    case Language::en: return &words[1];
    case Language::fr: return &words[2];
    default: return nullptr;
    }
}

const LandTable& land_table() {
    static const LandTable table;
    return table;
}

bool is_country_word(const ResolvedToponym& toponym) {
    const ToponymUse use = toponym.mention.use;
    return toponym.place && toponym.place->feature == FeatureClass::country && !toponym.mention.tokens.empty() &&
           (use == ToponymUse::location || use == ToponymUse::demonym);
}

/// "The Libyan capital, Tripoli", "the temporary Yemeni capital Aden": the name says which town it is.
bool is_named(const TaggedText& text, std::uint32_t token, std::uint32_t end) {
    for (std::uint32_t t = token; t < std::min(end, token + name_reach); ++t) {
        const std::int32_t toponym = text.toponym(t);
        if (toponym >= 0) {
            return text.mentions()[static_cast<std::size_t>(toponym)].mention.use == ToponymUse::location;
        }
    }
    return false;
}

std::optional<Phrase> phrase_of(const TaggedText& text, const LandWords& words, const ResolvedToponym& toponym) {
    const text::Document& document = text.document();
    const TokenRange own = toponym.mention.tokens;
    const TokenRange sentence = document.sentences()[document.sentence_of(own.begin)].tokens;
    std::optional<Phrase> found = words.before(document, sentence.begin, own.begin);
    if (found) {
        found->tokens.end = own.end;
    } else if (found = words.behind(document, own.end, sentence.end); found) {
        found->tokens.begin = own.begin;
        found->begin = toponym.mention.span.begin;
    } else {
        return std::nullopt;
    }
    Phrase& phrase = *found;
    const bool adjective = toponym.mention.use == ToponymUse::demonym;
    const std::uint32_t part = phrase.part & ~absolute;
    const bool fits = part == capital || adjective == ((phrase.part & absolute) != 0);
    if (!fits || (part == capital && is_named(text, phrase.tokens.end, sentence.end))) {
        return std::nullopt;
    }
    phrase.part = part;
    return phrase;
}

ResolvedToponym as_toponym(const TaggedText& text, const ResolvedToponym& country, const Phrase& phrase,
                           const Place& place) {
    const text::Document& document = text.document();
    ResolvedToponym part;
    part.mention.tokens = phrase.tokens;
    part.mention.span = {phrase.begin, document.token(phrase.tokens.end - 1).span.end};
    part.mention.use = ToponymUse::location;
    part.mention.use_score = country.mention.use_score;
    part.mention.key = text::loose_key(place.name);
    part.place = place;
    part.location = place.location;
    part.radius_km = static_cast<double>(place.radius_km);
    part.score = country.score;
    part.reasons.push_back(
        {place.feature == FeatureClass::city ? "capital of the country" : "side of the country", 1.0F});
    return part;
}

} // namespace

std::vector<LandPart> find_land_parts(const TaggedText& text) {
    std::vector<LandPart> parts;
    const LandWords* const words = land_words(text.rules().language());
    if (words == nullptr) {
        return parts;
    }
    for (std::size_t i = 0; i < text.mentions().size(); ++i) {
        const ResolvedToponym& toponym = text.mentions()[i];
        if (!is_country_word(toponym) || toponym.mention.tokens.end > text.size()) {
            continue;
        }
        if (const auto phrase = phrase_of(text, *words, toponym)) {
            if (const Place* place = land_table().find(toponym.place->country, phrase->part)) {
                parts.push_back({i, as_toponym(text, toponym, *phrase, *place)});
            }
        }
    }
    return parts;
}

} // namespace yaqut::events
