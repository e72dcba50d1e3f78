// SPDX-License-Identifier: Apache-2.0
#include "toponyms/use_model.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <string>

#include "core/error.hpp"
#include "text/key_hash.hpp"

namespace yaqut::toponyms {

namespace {

constexpr float hundredth = 0.01F;

std::optional<UseSlot> parse_slot(std::string_view name) {
    for (std::size_t i = 0; i < use_slot_count; ++i) {
        if (use_slots.at(i).name == name) {
            return static_cast<UseSlot>(i);
        }
    }
    return std::nullopt;
}

std::size_t parse_value(const UseSlotInfo& slot, std::string_view value, std::string_view table) {
    if (slot.kind == ValueKind::cue) {
        const auto found = std::find(cue_names.begin(), cue_names.end(), value);
        if (found != cue_names.end()) {
            return static_cast<std::size_t>(found - cue_names.begin());
        }
    } else if (slot.kind == ValueKind::feature) {
        if (const auto feature = parse_feature_class(value)) {
            return static_cast<std::size_t>(*feature);
        }
    } else {
        std::size_t number = 0;
        for (const char c : value) {
            number = number * 10 + static_cast<std::size_t>(c - '0');
        }
        if (!value.empty() && number < slot.size) {
            return number;
        }
    }
    throw TableError(std::string(table), "no value of " + std::string(slot.name) + ": '" + std::string(value) + "'");
}

} // namespace

std::uint64_t loose_phrase_hash(std::string_view phrase) {
    std::uint64_t hash = 0;
    bool first = true;
    while (!phrase.empty()) {
        const std::size_t end = std::min(phrase.find(' '), phrase.size());
        const std::uint64_t word = text::KeyHash::of(phrase.substr(0, end));
        hash = first ? word : text::extend_phrase(hash, word);
        first = false;
        phrase.remove_prefix(std::min(end + 1, phrase.size()));
    }
    return hash;
}

UseModel::UseModel(std::string_view table) : m_dense(use_slot_begin.back()) {
    if (lexicon::exists(table)) {
        read(lexicon::load(table));
    }
    build_index(table);
}

UseModel::UseModel(const lexicon::Table& rows) : m_dense(use_slot_begin.back()) {
    read(rows);
    build_index(rows.name());
}

void UseModel::read(const lexicon::Table& rows) {
    for (const lexicon::Row& row : rows.rows()) {
        std::array<float, 2 * half> values{};
        for (std::size_t use = 0; use < use_count; ++use) {
            const std::string_view column = to_string(static_cast<ToponymUse>(use));
            if (!row[column].empty()) {
                values.at(use) = hundredth * static_cast<float>(row.number(column));
            }
        }
        const Weights weights{{values[0], values[1], values[2], values[3]},
                              {values[4], values[5], values[6], values[7]}};
        const auto slot = parse_slot(row["feature"]);
        if (!slot) {
            throw TableError(rows.name(), "unknown feature '" + std::string(row["feature"]) + "'");
        }
        if (static_cast<std::size_t>(*slot) < first_word_slot) {
            add_dense(*slot, row["value"], weights, rows.name());
        } else {
            m_word_hashes.push_back(word_feature_hash(*slot, loose_phrase_hash(row["value"])));
            m_word_weights.push_back(weights);
        }
    }
}

void UseModel::add_dense(UseSlot slot, std::string_view value, const Weights& weights, std::string_view table) {
    const auto at = static_cast<std::size_t>(slot);
    m_dense[use_slot_begin.at(at) + parse_value(use_slots.at(at), value, table)] = weights;
}

void UseModel::build_index(std::string_view table) {
    if (m_word_hashes.size() >= no_row) {
        throw TableError(std::string(table),
                         "expected fewer than 65535 words, found " + std::to_string(m_word_hashes.size()));
    }
    m_index.resize(std::bit_ceil(2 * m_word_hashes.size() + 16));
    for (std::size_t row = 0; row < m_word_hashes.size(); ++row) {
        std::size_t at = m_word_hashes[row] & (m_index.size() - 1);
        while (m_index[at].row != no_row) {
            at = (at + 1) & (m_index.size() - 1);
        }
        m_index[at] = {check_of(m_word_hashes[row]), static_cast<std::uint16_t>(row)};
    }
}

const UseModel::Weights* UseModel::find(std::uint64_t word) const {
    const std::size_t mask = m_index.size() - 1;
    for (std::size_t at = word & mask; m_index[at].row != no_row; at = (at + 1) & mask) {
        const WordSlot slot = m_index[at];
        if (slot.check == check_of(word) && m_word_hashes[slot.row] == word) {
            return &m_word_weights[slot.row];
        }
    }
    return nullptr;
}

UseScores probabilities_of(const std::array<float, use_count + 1>& sums) {
    UseScores scores{};
    const float top = *std::max_element(sums.begin(), sums.begin() + use_count);
    float total = 0.0F;
    for (std::size_t use = 0; use < use_count; ++use) {
        scores.at(use) = std::exp(sums.at(use) - top);
        total += scores.at(use);
    }
    for (float& score : scores) {
        score /= total;
    }
    return scores;
}

UseScores UseModel::scores(const UseFeatures& features) const {
    for (const WordFeature& word : features.words) {
        __builtin_prefetch(&m_index[word.hash & (m_index.size() - 1)]);
    }
    Four low{};
    Four high{};
    for (const std::uint32_t index : features.dense) {
        low += m_dense[index].low;
        high += m_dense[index].high;
    }
    for (const WordFeature& word : features.words) {
        if (const Weights* weights = find(word.hash)) {
            low += weights->low;
            high += weights->high;
        }
    }
    return probabilities_of({low[0], low[1], low[2], low[3], high[0], high[1], high[2], high[3]});
}

} // namespace yaqut::toponyms
