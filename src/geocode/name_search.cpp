// SPDX-License-Identifier: Apache-2.0
#include "geocode/name_search.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "gazetteer/key_words.hpp"
#include "gazetteer/name_keys.hpp"
#include "geocode/code_points.hpp"
#include "text/key_hash.hpp"

namespace yaqut::geocode {

namespace {

constexpr double by_spelling = 1.0;
constexpr double by_habit = 0.985; // hamza, ta marbuta, diacritics
constexpr double by_article = 0.96;
constexpr double by_joining = 0.95;
constexpr double by_descriptor = 0.99; // times what the rest of the name is worth
constexpr double best_similar = 0.93;
constexpr double best_across_scripts = 0.80; // of names with many sounds
constexpr double per_sound = 0.03;
constexpr std::size_t many_sounds = 6;
constexpr double of_other_sound = 0.1;          // when one sound is another one, too
constexpr std::size_t most_names = 5000;        // of one key that are looked at
constexpr std::size_t names_unrestricted = 100; // when the weightiest are enough
constexpr std::size_t most_similar_keys = 24;
constexpr std::string_view arabic_article = "\xD8\xA7\xD9\x84"; // ال

bool is_arabic(std::string_view key) {
    return !key.empty() && (static_cast<unsigned char>(key.front()) & 0xF8U) == 0xD8U;
}

double kind_penalty(NameKind kind) {
    switch (kind) {
    case NameKind::historic: return 0.03;
    case NameKind::abbreviation: return 0.04;
    default: return 0.0;
    }
}

} // namespace

bool Scope::admits(const Place& place) const {
    const std::optional<FeatureClass> wanted = feature ? feature : settings->feature;
    if (wanted && place.feature != *wanted) {
        return false;
    }
    if (settings->box && !settings->box->contains(place.location)) {
        return false;
    }
    const auto among = [&](const auto& list) {
        return std::find(list.begin(), list.end(), place.country) != list.end();
    };
    return countries.empty() ? settings->countries.empty() || among(settings->countries) : among(countries);
}

bool Scope::restricts() const {
    return feature || settings->feature || settings->box || settings->near || !settings->countries.empty() ||
           !countries.empty();
}

/// Keeps the best hit of each place.
class NameSearch::Hits {
  public:
    Hits(const gazetteer::Gazetteer& gazetteer, const Scope& scope) : m_gazetteer(gazetteer), m_scope(scope) {}

    void add(std::span<const gazetteer::NameEntry> entries, double quality, MatchType match, const NameForm& form,
             std::uint32_t strict = 0) {
        const std::size_t most = m_scope.restricts() ? most_names : names_unrestricted;
        for (const gazetteer::NameEntry& entry : entries.first(std::min(entries.size(), most))) {
            if (entry.kind == NameKind::demonym) {
                continue;
            }
            const bool spelled_so = strict != 0 && entry.strict_check == strict;
            const double worth = (spelled_so ? by_spelling : quality) - kind_penalty(entry.kind);
            add(entry.place, form.descriptor ? worth * by_descriptor : worth,
                form.descriptor && match == MatchType::normalized ? match
                : spelled_so                                      ? MatchType::exact
                                                                  : match,
                form);
        }
    }
    [[nodiscard]] std::vector<Hit> take() { return std::move(m_hits); }

  private:
    void add(PlaceIndex index, double quality, MatchType match, const NameForm& form) {
        const auto [at, added] = m_position.try_emplace(index, m_hits.size());
        if (!added) {
            if (at->second < m_hits.size()) {
                Hit& hit = m_hits[at->second];
                // A descriptor that says what the place is makes up for the little that cutting it off costs.
                const bool better = quality > hit.quality || (form.descriptor == hit.place.feature && !hit.descriptor &&
                                                              quality + 0.02 > hit.quality);
                if (better) {
                    hit.quality = std::max(quality, hit.quality);
                    hit.match = match;
                    hit.descriptor = form.descriptor;
                }
            }
            return;
        }
        Place place = m_gazetteer.place(index);
        if (!m_scope.admits(place)) {
            at->second = static_cast<std::size_t>(-1);
            return;
        }
        m_hits.push_back({place, quality, match, form.descriptor});
    }

    const gazetteer::Gazetteer& m_gazetteer;
    const Scope& m_scope;
    std::vector<Hit> m_hits;
    std::unordered_map<PlaceIndex, std::size_t> m_position;
};

void NameSearch::look_up(const NameForm& form, Hits& hits) const {
    hits.add(m_gazetteer.probe(form.phrase).names, by_habit, MatchType::normalized, form,
             static_cast<std::uint32_t>(form.strict));
    hits.add(m_gazetteer.probe_fused(form.fused), by_joining, MatchType::normalized, form);
    const auto add_key = [&](const std::string& key) {
        hits.add(m_gazetteer.probe(gazetteer::phrase_of_loose(key)).names, by_article, MatchType::normalized, form);
    };
    const std::string bare = m_sounds.without_articles(form.loose);
    if (bare != form.loose) {
        add_key(bare);
    }
    if (is_arabic(form.loose)) {
        add_key(std::string(arabic_article) + bare);
    } else if (bare == form.loose) {
        add_key("al " + bare);
        add_key("el " + bare);
    }
}

std::vector<Hit> NameSearch::exact(const std::vector<NameForm>& forms, const Scope& scope) const {
    Hits hits(m_gazetteer, scope);
    for (const NameForm& form : forms) {
        look_up(form, hits);
    }
    return hits.take();
}

std::string NameSearch::common_skeleton(std::string_view a, std::string_view b) const {
    std::vector<std::string> of_a;
    std::vector<std::string> of_b;
    m_sounds.skeletons(a, of_a);
    m_sounds.skeletons(b, of_b);
    const auto same = std::find_first_of(of_a.begin(), of_a.end(), of_b.begin(), of_b.end());
    return same == of_a.end() ? std::string() : *same;
}

std::optional<NameSearch::SimilarKey> NameSearch::judge(const NameForm& form, std::string_view key, bool sounds) const {
    if (is_arabic(form.loose) != is_arabic(key)) {
        constexpr std::size_t least_sounds = 3;
        const std::size_t found = std::min(common_skeleton(form.loose, key).size(), many_sounds);
        return found < least_sounds ? std::nullopt
                                    : std::optional(SimilarKey{best_across_scripts -
                                                                   per_sound * static_cast<double>(many_sounds - found),
                                                               std::string(key), MatchType::transliterated});
    }
    const std::u32string a = code_points_of(form.loose);
    const std::u32string b = code_points_of(key);
    const double letters = static_cast<double>(std::max(a.size(), b.size()));
    const double most = sounds ? letters * 0.3 : std::min(2.3, letters * 0.3);
    double cost = m_spelling.distance(a, b, most);
    const std::string bare = m_sounds.without_articles(form.loose);
    const std::string other = m_sounds.without_articles(key);
    if (bare != form.loose || other != key) {
        constexpr double article = 0.15;
        cost = std::min(cost, m_spelling.distance(code_points_of(bare), code_points_of(other), most) + article);
    }
    if (cost >= most) {
        return std::nullopt;
    }
    const double slope = sounds ? 1.3 : 1.2;
    const double other_sound = sounds && common_skeleton(form.loose, key).empty() ? of_other_sound : 0.0;
    return SimilarKey{best_similar - slope * cost / letters - other_sound, std::string(key),
                      sounds ? MatchType::transliterated : MatchType::fuzzy};
}

std::vector<NameSearch::SimilarKey> NameSearch::similar_keys(const NameForm& form, const NearKeys& near) const {
    std::unordered_map<std::uint64_t, std::size_t> seen;
    std::vector<SimilarKey> keys;
    const auto offer = [&](std::string_view key, bool sounds) {
        const std::uint64_t hash = text::KeyHash::of(key) + (sounds ? 1 : 0);
        if (!seen.try_emplace(hash, 0).second || key == form.loose) {
            return;
        }
        if (auto found = judge(form, key, sounds)) {
            keys.push_back(std::move(*found));
        }
    };
    near.spelled_like(form.loose, [&](std::string_view key) { offer(key, false); });
    near.sounding_like(form.loose, [&](std::string_view key) { offer(key, true); });
    std::sort(keys.begin(), keys.end(), [](const SimilarKey& a, const SimilarKey& b) {
        return a.quality != b.quality ? a.quality > b.quality : a.key < b.key;
    });
    return keys;
}

std::vector<Hit> NameSearch::similar(const std::vector<NameForm>& forms, const Scope& scope,
                                     const NearKeys& near) const {
    Hits hits(m_gazetteer, scope);
    for (const NameForm& form : forms) {
        std::size_t used = 0;
        for (const SimilarKey& key : similar_keys(form, near)) {
            hits.add(m_gazetteer.probe(gazetteer::phrase_of_loose(key.key)).names, key.quality, key.match, form);
            if (++used == most_similar_keys * (scope.restricts() ? 4 : 1)) {
                break;
            }
        }
    }
    return hits.take();
}

} // namespace yaqut::geocode
