// SPDX-License-Identifier: Apache-2.0
#include "use_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <iterator>
#include <string_view>

namespace yaqut::training {

using namespace toponyms;

namespace {

/// Stochastic gradient with a step per weight (AdaGrad) on the likelihood of the uses that the labels leave open.
class Trainer {
  public:
    Trainer(const std::vector<const UseExample*>& examples, const UseDictionary& dictionary,
            const std::vector<Prior>& priors, const UseSettings& settings)
        : m_settings(settings), m_squares(dictionary.size()), m_pull(dictionary.size()), m_prior(dictionary.size()),
          m_is_name(dictionary.size()) {
        for (const Prior& prior : priors) {
            m_prior[prior.row].at(static_cast<std::size_t>(prior.use)) += prior.weight;
        }
        m_weights = m_prior;
        for (std::uint32_t row = 0; row < m_is_name.size(); ++row) {
            const UseSlot slot = dictionary.slot_of(row);
            m_is_name[row] = slot == UseSlot::name_word || slot == UseSlot::token_word;
        }
        std::vector<float> counts(dictionary.size());
        for (const UseExample* example : examples) {
            for (const std::uint32_t row : example->features) {
                counts[row] += 1.0F;
            }
        }
        const std::vector<bool> left_out = rows_left_out(dictionary, counts);
        for (const UseExample* example : examples) {
            if (example->allowed != 0) {
                m_examples.push_back({{}, example->allowed, example->weight});
                std::copy_if(example->features.begin(), example->features.end(),
                             std::back_inserter(m_examples.back().features),
                             [&left_out](std::uint32_t row) { return !left_out[row]; });
            }
        }
        for (std::size_t row = 0; row < counts.size(); ++row) {
            const float decay = row < use_slot_begin.back() ? settings.decay_dense : settings.decay_word;
            m_pull[row] = counts[row] > 0 ? decay / counts[row] : 0.0F;
        }
    }

    /// The mean weights of several runs in different orders: one run alone depends on its order.
    std::vector<UseRow> run() {
        std::vector<UseRow> mean(m_weights.size());
        std::uint64_t random = 88172645463325252ULL; // xorshift: the same orders everywhere
        for (int run = 0; run < m_settings.runs; ++run) {
            m_weights = m_prior;
            std::fill(m_squares.begin(), m_squares.end(), UseRow{});
            random = run_once(random, mean);
        }
        return mean;
    }

  private:
    struct Example {
        std::vector<std::uint32_t> features;
        unsigned allowed = 0;
        float weight = 1.0F;
    };

    /// Features that get no weight: those of a slot left out, and rare words.
    [[nodiscard]] std::vector<bool> rows_left_out(const UseDictionary& dictionary,
                                                  const std::vector<float>& counts) const {
        std::vector<bool> result(counts.size());
        for (std::uint32_t row = 0; row < result.size(); ++row) {
            const std::string_view slot = use_slots.at(static_cast<std::size_t>(dictionary.slot_of(row))).name;
            const auto& without = m_settings.without;
            result[row] = (row >= use_slot_begin.back() && counts[row] < static_cast<float>(m_settings.fewest_words)) ||
                          std::find(without.begin(), without.end(), slot) != without.end();
        }
        return result;
    }

    std::uint64_t run_once(std::uint64_t random, std::vector<UseRow>& mean) {
        std::vector<std::uint32_t> order(m_examples.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            order[i] = i;
        }
        const int epochs = m_settings.epochs;
        const int first_counted = epochs / 2;
        const auto shares = static_cast<float>((epochs - first_counted) * m_settings.runs);
        for (int epoch = 0; epoch < epochs; ++epoch) {
            for (std::size_t i = order.size(); i > 1; --i) {
                random = next(random);
                std::swap(order[i - 1], order[random % i]);
            }
            double loss = 0.0;
            for (const std::uint32_t i : order) {
                random = next(random);
                loss += learn(m_examples[i], m_settings.forget_name != 0 && random % m_settings.forget_name == 0);
            }
            if (epoch >= first_counted) { // the mean of the later epochs is steadier than the last one
                for (std::size_t row = 0; row < m_weights.size(); ++row) {
                    for (std::size_t use = 0; use < use_count; ++use) {
                        mean[row].at(use) += m_weights[row].at(use) / shares;
                    }
                }
            }
            if (epoch + 1 == epochs) {
                std::cerr << "epoch " << epoch + 1 << ": mean loss " << loss / static_cast<double>(order.size())
                          << "\n";
            }
        }
        return random;
    }

    static std::uint64_t next(std::uint64_t random) {
        random ^= random << 13U;
        random ^= random >> 7U;
        return random ^ (random << 17U);
    }

    double learn(const Example& example, bool forget) {
        m_active.clear();
        for (const std::uint32_t row : example.features) {
            if (!forget || !m_is_name[row]) {
                m_active.push_back(row);
            }
        }
        UseRow scores{};
        for (const std::uint32_t row : m_active) {
            for (std::size_t use = 0; use < use_count; ++use) {
                scores.at(use) += m_weights[row].at(use);
            }
        }
        const float top = *std::max_element(scores.begin(), scores.end());
        float total = 0.0F;
        float right = 0.0F;
        for (std::size_t use = 0; use < use_count; ++use) {
            scores.at(use) = std::exp(scores.at(use) - top);
            total += scores.at(use);
            right += ((example.allowed >> use) & 1U) != 0 ? scores.at(use) : 0.0F;
        }
        const float belief = m_settings.doubt > 0 ? std::pow(right / total, m_settings.doubt) : 1.0F;
        UseRow gradient{};
        for (std::size_t use = 0; use < use_count; ++use) {
            const bool open = ((example.allowed >> use) & 1U) != 0;
            gradient.at(use) = example.weight * belief *
                               (scores.at(use) / total - (open ? scores.at(use) / std::max(right, 1e-20F) : 0.0F));
        }
        for (const std::uint32_t row : m_active) {
            for (std::size_t use = 0; use < use_count; ++use) {
                const float g = gradient.at(use) + m_pull[row] * (m_weights[row].at(use) - m_prior[row].at(use));
                m_squares[row].at(use) += g * g;
                m_weights[row].at(use) -= m_settings.rate * g / (std::sqrt(m_squares[row].at(use)) + 1e-4F);
            }
        }
        return -std::log(std::max(right / total, 1e-20F)) * example.weight;
    }

    UseSettings m_settings;
    std::vector<Example> m_examples;
    std::vector<UseRow> m_weights;
    std::vector<UseRow> m_squares;
    std::vector<float> m_pull;
    std::vector<UseRow> m_prior;
    std::vector<bool> m_is_name;
    std::vector<std::uint32_t> m_active;
};

} // namespace

std::vector<UseRow> learn_use_weights(const std::vector<const UseExample*>& examples, const UseDictionary& dictionary,
                                      const std::vector<Prior>& priors, const UseSettings& settings) {
    return Trainer(examples, dictionary, priors, settings).run();
}

UseScores use_scores(const UseExample& example, const std::vector<UseRow>& weights) {
    UseRow sums{};
    for (const std::uint32_t row : example.features) {
        for (std::size_t use = 0; use < sums.size(); ++use) {
            sums.at(use) += weights[row].at(use);
        }
    }
    return toponyms::probabilities_of(sums);
}

} // namespace yaqut::training
