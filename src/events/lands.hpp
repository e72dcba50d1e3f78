// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <utility>

#include "core/scratch.hpp"
#include "events/tagged_text.hpp"

namespace yaqut::events {

/// A country that the text names, be it as a place, as a government or by an adjective: "an Iranian court".
struct Land {
    TokenRange tokens;
    std::uint32_t sentence = 0;
    std::int32_t toponym = -1;
};

/// A name in or of a country, whatever it stands for.
struct LandName {
    std::uint32_t sentence = 0;
    std::string_view country; ///< of the gazetteer
};

/// "Near the border with Niger": the name at the token is the country beyond it.
[[nodiscard]] bool is_beyond_border(const TaggedText& text, std::uint32_t token);

/// The countries of an article, in order, and the one that it is mostly about.
class Lands {
  public:
    /// `text` is not kept.
    explicit Lands(const TaggedText& text);

    [[nodiscard]] const ScratchVector<Land>& all() const { return m_all; }
    /// All names that count, in order of sentences.
    [[nodiscard]] const ScratchVector<LandName>& names() const { return m_names; }
    /// Toponym of the country that most names are in or of; -1 when none is named itself.
    [[nodiscard]] std::int32_t main() const { return m_main; }
    /// Its share of all names, 0 to 1.
    [[nodiscard]] float share() const { return m_share; }
    /// Toponym of this country where the text names it, as a place if it does so; -1 when it is not named itself.
    [[nodiscard]] std::int32_t named(const TaggedText& text, std::string_view country) const;
    /// Share of the names that are in or of a country, 0 to 1.
    [[nodiscard]] float share_of(std::string_view country) const;
    /// That of the country with most names, named itself or not.
    [[nodiscard]] float largest_share() const { return m_largest_share; }

  private:
    ScratchVector<Land> m_all;
    ScratchVector<LandName> m_names;
    ScratchVector<std::pair<std::string_view, float>> m_shares; ///< by country
    std::int32_t m_main = -1;
    float m_share = 0.0F;
    float m_largest_share = 0.0F;
};

} // namespace yaqut::events
