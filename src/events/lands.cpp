// SPDX-License-Identifier: Apache-2.0
#include "events/lands.hpp"

#include <algorithm>
#include <string_view>

#include "events/places.hpp"

namespace yaqut::events {

namespace {

/// Names of media, people and operations say little of where an article plays.
bool counts(const ResolvedToponym& toponym) {
    switch (toponym.mention.use) {
    case ToponymUse::location:
    case ToponymUse::metonym:
    case ToponymUse::demonym:
    case ToponymUse::org: return toponym.place && !toponym.place->country.empty();
    default: return false;
    }
}

struct Votes {
    std::string_view country;
    int count = 0;
    std::int32_t named = -1; ///< the country itself, as a place when it is named so
    bool as_place = false;
};

} // namespace

bool is_beyond_border(const TaggedText& text, std::uint32_t token) {
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t t = token; t > 0 && token - t < reach && !text[t - 1].punct; --t) {
        if (text.has(t - 1, Cue::border)) {
            return true;
        }
    }
    return false;
}

Lands::Lands(const TaggedText& text) {
    ScratchVector<Votes> votes;
    int total = 0;
    for (std::size_t i = 0; i < text.mentions().size(); ++i) {
        const ResolvedToponym& toponym = text.toponyms()[i];
        const TokenRange tokens = toponym.mention.tokens;
        if (!counts(toponym) || tokens.empty() || tokens.end > text.size() || is_beyond_border(text, tokens.begin)) {
            continue;
        }
        const std::uint32_t sentence = text.document().sentence_of(tokens.begin);
        const std::string_view code = toponym.place->country;
        m_names.push_back({sentence, code});
        auto country = std::find_if(votes.begin(), votes.end(), [&](const Votes& v) { return v.country == code; });
        if (country == votes.end()) {
            country = votes.insert(votes.end(), Votes{code});
        }
        ++country->count;
        ++total;
        if (place_rank(toponym) == 0) {
            const auto index = static_cast<std::int32_t>(i);
            m_all.push_back({tokens, sentence, index});
            const bool as_place = supplies_place(toponym);
            if (country->named < 0 || (as_place && !country->as_place)) {
                country->named = index;
                country->as_place = as_place;
            }
        }
    }
    int most = 0;
    for (const Votes& country : votes) {
        const float share = static_cast<float>(country.count) / static_cast<float>(total);
        m_shares.emplace_back(country.country, share);
        m_largest_share = std::max(m_largest_share, share);
        if (country.named >= 0 && country.count > most) {
            most = country.count;
            m_main = country.named;
            m_share = share;
        }
    }
}

std::int32_t Lands::named(const TaggedText& text, std::string_view country) const {
    std::int32_t found = -1;
    for (const Land& land : m_all) {
        const ResolvedToponym& toponym = text.toponyms()[static_cast<std::size_t>(land.toponym)];
        if (toponym.place->country != country) {
            continue;
        }
        if (supplies_place(toponym)) {
            return land.toponym;
        }
        found = found < 0 ? land.toponym : found;
    }
    return found;
}

float Lands::share_of(std::string_view country) const {
    const auto found =
        std::find_if(m_shares.begin(), m_shares.end(), [&](const auto& share) { return share.first == country; });
    return found != m_shares.end() ? found->second : 0.0F;
}

} // namespace yaqut::events
