// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/finder.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <queue>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>

#include "gazetteer/edit_rows.hpp"
#include "gazetteer/name_keys.hpp"
#include "spatial/geodesic.hpp"

namespace yaqut::gazetteer {

namespace {

/// What the score begins with, by how the name was met, and how much the place's weight adds. Among names of the same
/// letters an important place may overtake one that is spelled exactly so; the other tiers keep apart.
struct Tier {
    double base;
    double weight;
};
constexpr Tier by_id{1.0, 0.0};
constexpr Tier strict{0.75, 0.25};
constexpr Tier loose{0.70, 0.25};
constexpr Tier fused{0.60, 0.08};
constexpr Tier article{0.55, 0.08};
constexpr Tier prefix{0.35, 0.08};
constexpr double longest_prefix_bonus = 0.1; ///< for a name that is hardly longer than what was typed
constexpr Tier one_edit{0.25, 0.08};
constexpr Tier two_edits{0.15, 0.08};

constexpr std::size_t most_prefix_keys = 50'000;
/// In gazetteers of millions of places, the well-known places are searched with care, the others in haste.
constexpr std::size_t most_prefix_keys_in_haste = 5'000;
constexpr unsigned most_edits_in_haste = 1;
/// Names that are looked at because of other keys than the one that was asked for.
constexpr std::size_t most_similar_names = 200'000;
constexpr std::string_view arabic_article = "\xD8\xA7\xD9\x84"; // ال

/// Names that people seldom mean when they ask for a place.
double penalty(NameKind kind) {
    switch (kind) {
    case NameKind::demonym: return 0.2;
    case NameKind::historic:
    case NameKind::translit:
    case NameKind::abbreviation: return 0.03;
    default: return 0.0;
    }
}

std::string upper(std::string_view code) {
    std::string result(code);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return result;
}

/// Edits that still make sense for a name of so many letters.
unsigned edits_for(std::size_t letters) {
    constexpr std::size_t short_name = 4;
    constexpr std::size_t long_name = 6;
    if (letters < short_name) {
        return 0;
    }
    return letters < long_name ? 1 : 2;
}

class Finder {
  public:
    Finder(const Gazetteer& gazetteer, const FileView& file, const FindOptions& options)
        : m_gazetteer(gazetteer), m_file(file), m_options(options), m_country(upper(options.country)) {}

    std::vector<Found> find(std::string_view name) {
        if (const auto place = m_gazetteer.by_id(name)) {
            offer(place->index, m_file.place(place->index), 0.0, by_id, Match{});
        }
        const NameKeys keys = keys_of(name);
        if (keys.usable()) {
            search(keys);
        }
        return best_first();
    }

  private:
    /// Which name of a place was met: the phrase hash of its loose words, and the check of its spelling.
    struct Match {
        std::uint64_t phrase = 0;
        std::uint64_t fused = 0;
        std::uint32_t strict_check = 0;
    };
    struct Hit {
        double score = 0.0;
        Match match;
    };

    void search(const NameKeys& keys) {
        offer_all(m_gazetteer.probe(keys.phrase).names, strict, [&](const NameEntry& entry) {
            const bool same = entry.strict_check == static_cast<std::uint32_t>(keys.strict);
            return std::pair(same ? strict : loose, Match{keys.phrase, 0, entry.strict_check});
        });
        offer_all(m_gazetteer.probe_fused(keys.fused), fused, [&](const NameEntry& entry) {
            return std::pair(fused, Match{0, keys.fused, entry.strict_check});
        });
        search_other_article(keys);
        const bool exact = !m_hits.empty();
        if (m_hits.size() < m_options.limit) {
            search_prefix(keys);
        }
        if (!exact) {
            search_near(keys);
        }
    }

    /// Arabic names with and without their article.
    void search_other_article(const NameKeys& keys) {
        if (keys.script != text::Script::arabic) {
            return;
        }
        std::string other = keys.loose;
        if (other.starts_with(arabic_article)) {
            other.erase(0, arabic_article.size());
        } else {
            other.insert(0, arabic_article);
        }
        offer_key(other, article);
    }

    void search_prefix(const NameKeys& keys) {
        const std::size_t letters = code_points_of(keys.loose).size();
        if (letters < 2) {
            return;
        }
        if (m_file.known_keys.empty()) {
            search_prefix(keys, m_file.keys, most_prefix_keys);
        } else {
            search_prefix(keys, m_file.known_keys, most_prefix_keys);
            search_prefix(keys, m_file.keys, most_prefix_keys_in_haste);
        }
    }

    void search_prefix(const NameKeys& keys, const KeyList& list, std::size_t most) {
        std::size_t seen = 0;
        list.with_prefix(keys.loose, [&](std::string_view key) {
            const double covered = static_cast<double>(keys.loose.size()) / static_cast<double>(key.size());
            offer_key(key, {prefix.base + covered * longest_prefix_bonus, prefix.weight});
            return ++seen < most;
        });
    }

    void search_near(const NameKeys& keys) {
        const unsigned most = edits_for(code_points_of(keys.loose).size());
        if (m_file.known_keys.empty()) {
            search_near(keys, m_file.keys, most);
        } else {
            search_near(keys, m_file.known_keys, most);
            search_near(keys, m_file.keys, std::min(most, most_edits_in_haste));
        }
    }

    void search_near(const NameKeys& keys, const KeyList& list, unsigned most) {
        if (most > 0) {
            list.near(keys.loose, most,
                      [&](std::string_view key, unsigned edits) { offer_key(key, edits < 2 ? one_edit : two_edits); });
        }
    }

    void offer_key(std::string_view loose_key, Tier tier) {
        const std::uint64_t phrase = phrase_of_loose(loose_key);
        auto names = m_gazetteer.probe(phrase).names;
        names = names.first(std::min(names.size(), m_similar_left));
        m_similar_left -= offer_all(names, tier, [&](const NameEntry& entry) {
            return std::pair(tier, Match{phrase, 0, entry.strict_check});
        });
    }

    /// The names of one key, by falling importance of their places, none met in a better way than `best`. `met` gives
    /// tier and match of each. Gives how many were looked at.
    template <typename Met> std::size_t offer_all(std::span<const NameEntry> names, Tier best, Met met) {
        std::size_t seen = 0;
        for (const NameEntry& entry : names) {
            ++seen;
            const format::PlaceRecord& place = m_file.place(entry.place);
            if (!m_options.near && score_of(place, best) < least_wanted()) {
                break; // those that follow weigh even less
            }
            const auto [tier, match] = met(entry);
            offer(entry.place, place, penalty(entry.kind), tier, match);
        }
        return seen;
    }

    void offer(PlaceIndex index, const format::PlaceRecord& place, double less, Tier tier, const Match& match) {
        const std::string_view country(place.country.data(), place.country[0] == '\0' ? 0 : place.country.size());
        if ((!m_country.empty() && country != m_country) ||
            (m_options.feature && place.feature != static_cast<std::uint8_t>(*m_options.feature))) {
            return;
        }
        const double score = std::clamp(score_of(place, tier) - less, 0.0, 1.0);
        const auto [hit, is_new] = m_hits.try_emplace(index);
        if (is_new || score > hit->second.score) {
            hit->second = {score, match};
        }
        if (is_new) {
            m_best.push(score);
            if (m_best.size() > m_options.limit) {
                m_best.pop();
            }
        }
    }

    /// What scores less is among the best no more.
    [[nodiscard]] double least_wanted() const {
        return m_best.size() < m_options.limit || m_best.empty() ? 0.0 : m_best.top();
    }

    [[nodiscard]] double score_of(const format::PlaceRecord& place, Tier tier) const {
        return tier.base + tier.weight * weight_of(place);
    }

    /// 0 to 1: importance, or closeness to the point that was asked for and a little importance.
    [[nodiscard]] double weight_of(const format::PlaceRecord& place) const {
        const double importance = std::clamp(static_cast<double>(place.importance), 0.0, 1.0);
        if (!m_options.near) {
            return importance;
        }
        constexpr double far_km = 100.0;
        constexpr double share = 0.7;
        const Location location{place.lon / format::degrees_per_unit, place.lat / format::degrees_per_unit};
        const double closeness =
            location.valid() ? std::exp(-spatial::distance_km(*m_options.near, location) / far_km) : 0.0;
        return share * closeness + (1.0 - share) * importance;
    }

    [[nodiscard]] std::vector<Found> best_first() const {
        std::vector<std::pair<PlaceIndex, Hit>> hits(m_hits.begin(), m_hits.end());
        const std::size_t wanted = std::min(m_options.limit, hits.size());
        std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(wanted), hits.end(),
                          [](const auto& a, const auto& b) {
                              return a.second.score != b.second.score ? a.second.score > b.second.score
                                                                      : a.first < b.first;
                          });
        std::vector<Found> result;
        for (std::size_t i = 0; i < wanted; ++i) {
            const auto& [index, hit] = hits[i];
            result.push_back({m_gazetteer.place(index), matched_name(index, hit.match), hit.score});
        }
        return result;
    }

    /// The name as written, of the right spelling when there is one.
    [[nodiscard]] std::string matched_name(PlaceIndex index, const Match& match) const {
        std::optional<std::string> similar;
        for (const Gazetteer::PlaceName& name : m_gazetteer.names(index)) {
            const NameKeys keys = keys_of(name.name);
            if (!keys.usable() || (keys.phrase != match.phrase && keys.fused != match.fused)) {
                continue;
            }
            if (static_cast<std::uint32_t>(keys.strict) == match.strict_check) {
                return std::string(name.name);
            }
            similar = similar.value_or(std::string(name.name));
        }
        return similar.value_or(std::string(m_gazetteer.place(index).name));
    }

    const Gazetteer& m_gazetteer;
    const FileView& m_file;
    const FindOptions& m_options;
    std::string m_country;
    std::size_t m_similar_left = most_similar_names;
    std::unordered_map<PlaceIndex, Hit> m_hits;
    /// Scores of the best hits, the least one on top, as they were first met.
    std::priority_queue<double, std::vector<double>, std::greater<>> m_best;
};

} // namespace

std::vector<Found> find_names(const Gazetteer& gazetteer, const FileView& file, std::string_view name,
                              const FindOptions& options) {
    return Finder(gazetteer, file, options).find(name);
}

} // namespace yaqut::gazetteer
