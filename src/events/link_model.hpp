// SPDX-License-Identifier: Apache-2.0
// How events find their places and dates: everything that could be meant gets a score, a sum of weights of named
// features, and the highest wins; "none" is one of the choices. tools/events/train_links.py learns the weights.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/event_type.hpp"
#include "core/span.hpp"
#include "core/timex.hpp"
#include "core/toponym.hpp"
#include "events/keyed_weights.hpp"
#include "lexicon/table.hpp"

namespace yaqut::events {

/// A cell of a table of weights as a number. Throws TableError.
[[nodiscard]] float weight_in(const lexicon::Table& table, std::string_view cell);

/// The weights of the rows by the keys that key_of(row) gives.
template <typename KeyOf> [[nodiscard]] KeyedWeights read_keyed(const lexicon::Table& table, const KeyOf& key_of) {
    std::vector<std::pair<std::uint32_t, float>> weights;
    for (const lexicon::Row& row : table.rows()) {
        weights.emplace_back(key_of(row), weight_in(table, row["weight"]));
    }
    return KeyedWeights(weights);
}

/// Weights by feature number.
class LinkWeights {
  public:
    /// Reads a built-in table with the columns feature and weight, which must hold exactly these names. Throws
    /// TableError.
    LinkWeights(const std::string& table, std::span<const std::string_view> names);

    LinkWeights(const lexicon::Table& table, std::span<const std::string_view> names);

    [[nodiscard]] float operator[](std::size_t feature) const { return m_weights[feature]; }

  private:
    std::vector<float> m_weights;
};

/// A part of a score, for the trainer.
using LinkFeature = std::pair<std::uint8_t, float>;

/// Sums weights; remembers what it summed when asked to.
template <typename Feature> class LinkScore {
  public:
    LinkScore(const LinkWeights& weights, bool remember) : m_weights(&weights), m_remember(remember) {}

    void add(Feature feature, float value = 1.0F) {
        m_value += (*m_weights)[static_cast<std::size_t>(feature)] * value;
        if (m_remember) {
            note(feature, value);
        }
    }
    void add_if(bool holds, Feature feature) {
        if (holds) {
            add(feature);
        }
    }
    /// What is no named feature.
    void add_value(float value) { m_value += value; }
    [[nodiscard]] float value() const { return m_value; }
    [[nodiscard]] std::vector<LinkFeature>& parts() { return m_parts; }

  private:
    /// For the trainer only, and so not among the code that every score runs through.
    [[gnu::noinline, gnu::cold]] void note(Feature feature, float value) {
        m_parts.emplace_back(static_cast<std::uint8_t>(feature), value);
    }

    const LinkWeights* m_weights;
    bool m_remember;
    float m_value = 0.0F;
    std::vector<LinkFeature> m_parts;
};

/// What scores of choices come to together: a score's share is how sure it is, as the learned weights see it.
class ChoiceSum {
  public:
    void add(float score) {
        if (score > m_top) {
            m_sum = m_sum * std::exp(m_top - score) + 1.0F;
            m_top = score;
        } else {
            m_sum += std::exp(score - m_top);
        }
    }
    /// Of one of the scores added.
    [[nodiscard]] float share(float score) const { return std::exp(score - m_top) / m_sum; }

  private:
    float m_top = -1000.0F;
    float m_sum = 0.0F;
};

/// Words around a choice, each with the name of where it stands.
using LinkWordList = std::vector<std::pair<std::string_view, std::string>>;

/// One choice that an event had.
struct LinkOption {
    std::int32_t target = -1; ///< toponym or time expression; -1: none
    std::optional<DateRange> range;
    float score = 0.0F;
    std::vector<LinkFeature> features;
    std::vector<TextSpan> members; ///< of a join: the mentions that it would join
    LinkWordList words{};
    std::optional<ResolvedToponym> place{}; ///< of a place: the target as events take it
};

/// All choices of one mention of an event.
struct LinkChoice {
    TextSpan trigger;
    EventType type = EventType::attack;
    std::string_view stage; ///< static string: place_stated, place_inferred, date_stated, date_inherited, join,
                            ///< confidence
    std::vector<LinkOption> options;
};

/// What the linkers chose from, when somebody wants to know.
using LinkTrace = std::vector<LinkChoice>;

} // namespace yaqut::events
