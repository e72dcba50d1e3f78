// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/language.hpp"

namespace yaqut::toponyms {

/// What speaks for or against one place of a name. The names are those of toponym_resolution_weights.tsv, and of the
/// reasons that a resolved toponym carries.
enum class Ground : std::uint8_t {
    importance,
    first_rank,
    country,
    adm1,
    adm2,
    city,
    seat,
    district,
    airport,
    other_class,
    no_population,
    no_country,
    loose_match,
    fused_match,
    other_name,
    descriptor,
    other_descriptor,
    beside_country,
    beside_city,
    namesake_seat,
    of_town,
    of_state,
    among_towns,
    among_states,
    foreign,
    country_context,
    country_named,
    no_context,
    admin_context,
    admin_named,
    named_so,
    containment,
    contradiction,
    near_50,
    near_200,
    near_600,
    alone,
    nil,
    nil_small,
    nil_ambiguous,
    nil_no_context,
    nil_words,
    nil_arabic,
    nil_known,
};
inline constexpr std::size_t ground_count = static_cast<std::size_t>(Ground::nil_known) + 1;
extern const std::array<std::string_view, ground_count> ground_names;

using Grounds = std::array<float, ground_count>;
[[nodiscard]] inline float& at(Grounds& grounds, Ground ground) { return grounds[static_cast<std::size_t>(ground)]; }

/// Weights of the grounds.
class ResolutionModel {
  public:
    /// Reads the language's table toponym_resolution_weights, the English one for languages without one.
    explicit ResolutionModel(Language language);
    explicit ResolutionModel(const Grounds& weights) : m_weights(weights) {}
    [[nodiscard]] float score(const Grounds& grounds) const { return score(grounds, 0, ground_count, 0.0F); }
    /// Of a place, what the name itself gives (in the order of Ground, all before `foreign`), and with the article's.
    [[nodiscard]] float fixed_score(const Grounds& grounds) const {
        return score(grounds, 0, index(Ground::foreign), 0.0F);
    }
    [[nodiscard]] float place_score(float fixed, const Grounds& grounds) const {
        return score(grounds, index(Ground::foreign), index(Ground::nil), fixed);
    }
    /// Of none of the places.
    [[nodiscard]] float nil_score(const Grounds& grounds) const {
        return score(grounds, index(Ground::nil), ground_count, 0.0F);
    }
    [[nodiscard]] const Grounds& weights() const { return m_weights; }

  private:
    [[nodiscard]] static constexpr std::size_t index(Ground ground) { return static_cast<std::size_t>(ground); }
    /// `sum` and the weights of the grounds from `begin` to `end`.
    [[nodiscard]] float score(const Grounds& grounds, std::size_t begin, std::size_t end, float sum) const {
        for (std::size_t i = begin; i < end; ++i) {
            sum += m_weights[i] * grounds[i]; // NOLINT: unrolled
        }
        return sum;
    }

    Grounds m_weights{};
};

} // namespace yaqut::toponyms
