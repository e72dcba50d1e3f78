// SPDX-License-Identifier: Apache-2.0
#include "resolution_training.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>
#include <stdexcept>

#include "resolution_examples.hpp"
#include "text/key_hash.hpp"

namespace yaqut::training {

using namespace toponyms;

namespace {

constexpr int passes = 10; // over the corpora: the context changes with the weights
constexpr int epochs = 20; // over the examples of one pass
constexpr float rate = 0.05F;
constexpr float decay = 5.0F;

/// Not learned: the labelled files hold few names that their descriptor alone tells apart.
constexpr float descriptor_weight = 2.0F;

/// What holds as long as the labelled files do not say otherwise: explicit words in the text outweigh fame.
Grounds priors_of_grammar() {
    Grounds priors{};
    at(priors, Ground::descriptor) = descriptor_weight;
    at(priors, Ground::other_descriptor) = -descriptor_weight;
    at(priors, Ground::containment) = 3.0F;
    at(priors, Ground::contradiction) = -2.0F;
    at(priors, Ground::country_context) = 2.0F;
    at(priors, Ground::named_so) = 2.0F;
    at(priors, Ground::other_name) = -1.0F;
    at(priors, Ground::of_town) = 4.0F;
    at(priors, Ground::of_state) = 1.0F;
    at(priors, Ground::among_towns) = 4.0F;
    at(priors, Ground::among_states) = 1.0F;
    return priors;
}

class Learner {
  public:
    explicit Learner(const std::vector<std::string>& without) {
        for (const Ground ground : {Ground::descriptor, Ground::other_descriptor}) {
            m_fixed.at(static_cast<std::size_t>(ground)) = true;
        }
        for (std::size_t i = 0; i < ground_count; ++i) {
            if (std::find(without.begin(), without.end(), ground_names.at(i)) != without.end()) {
                m_fixed.at(i) = true;
                m_priors.at(i) = 0.0F;
            }
        }
        m_weights = m_priors;
    }
    [[nodiscard]] const Grounds& weights() const { return m_weights; }

    double learn(const ResolutionExample& example, double count) {
        m_shares.clear();
        double top = -1e9;
        for (const Grounds& g : example.choices) {
            double s = 0;
            for (std::size_t i = 0; i < ground_count; ++i) {
                s += static_cast<double>(m_weights.at(i)) * static_cast<double>(g.at(i));
            }
            m_shares.push_back(s);
            top = std::max(top, s);
        }
        double total = 0;
        double right = 0;
        for (std::size_t c = 0; c < m_shares.size(); ++c) {
            m_shares[c] = std::exp(m_shares[c] - top);
            total += m_shares[c];
            right += example.right[c] ? m_shares[c] : 0;
        }
        right = std::max(right, 1e-12);
        for (std::size_t i = 0; i < ground_count; ++i) {
            if (!m_fixed.at(i)) {
                step(i, slope(example, i, total, right), example.weight, count);
            }
        }
        return -std::log(right / total) * static_cast<double>(example.weight);
    }

  private:
    [[nodiscard]] double slope(const ResolutionExample& example, std::size_t ground, double total, double right) const {
        double sum = 0;
        for (std::size_t c = 0; c < m_shares.size(); ++c) {
            sum += (m_shares[c] / total - (example.right[c] ? m_shares[c] / right : 0)) *
                   static_cast<double>(example.choices[c].at(ground));
        }
        return sum;
    }

    void step(std::size_t i, double slope, float weight, double count) {
        const float step =
            static_cast<float>(slope) * weight + decay * (m_weights.at(i) - m_priors.at(i)) / static_cast<float>(count);
        m_squares.at(i) += step * step;
        m_weights.at(i) -= rate * step / (std::sqrt(m_squares.at(i)) + 1e-4F);
    }

    std::array<bool, ground_count> m_fixed{};
    Grounds m_priors = priors_of_grammar();
    Grounds m_weights{};
    Grounds m_squares{};
    std::vector<double> m_shares;
};

using Wanted = std::function<bool(const LabelledNames&)>;

Grounds learn(const gazetteer::Gazetteer& gazetteer, const std::vector<LabelledNames>& documents, const Wanted& wanted,
              const std::vector<std::string>& without) {
    Learner learner(without);
    for (int pass = 0; pass < passes; ++pass) {
        const ResolutionModel model(learner.weights());
        std::vector<ResolutionExample> examples;
        for (const LabelledNames& labelled : documents) {
            if (!wanted(labelled)) {
                continue;
            }
            const text::Document document(labelled.gold.text);
            Resolution resolution(gazetteer, document, labelled.mentions, {});
            resolution.run(model);
            for (const MatchedGold& matched : match_gold(labelled, resolution)) {
                if (matched.group != nullptr) {
                    examples.push_back(example_of(matched, labelled.weight));
                }
            }
        }
        for (int epoch = 0; epoch < epochs; ++epoch) {
            for (std::size_t i = 0; i < examples.size(); ++i) {
                const std::size_t at = (i * 7919U + static_cast<std::size_t>(epoch)) % examples.size();
                learner.learn(examples[at], static_cast<double>(examples.size()));
            }
        }
    }
    return learner.weights();
}

void write_table(const std::string& output, const Grounds& weights) {
    std::ofstream out(output);
    out << "# What speaks for a place among those that a name may mean, in hundredths; larger sums are likelier. "
           "Learned by tools/toponyms.\n";
    out << "ground\tweight\n";
    for (std::size_t i = 0; i < ground_count; ++i) {
        out << ground_names.at(i) << '\t' << std::lround(weights.at(i) * 100.0F) << '\n';
    }
    if (!out.flush()) {
        throw std::runtime_error(output + ": cannot be written");
    }
}

/// What came of the held-out documents of one file.
struct Tally {
    std::size_t gold = 0, found = 0, possible = 0, near = 0, far = 0;
};

/// How often scores of one size are right.
struct ScoreBand {
    double sum = 0;
    std::size_t count = 0, right = 0;
};

class Judge {
  public:
    Judge(std::size_t files, const std::string& errors) : m_tallies(files) {
        if (!errors.empty()) {
            m_errors.open(errors);
        }
    }

    void judge(const LabelledNames& labelled, const Resolution& resolution) {
        Tally& tally = m_tallies[labelled.corpus];
        for (const MatchedGold& matched : match_gold(labelled, resolution)) {
            ++tally.gold;
            if (matched.group == nullptr || matched.group->choices.empty()) {
                continue;
            }
            ++tally.found;
            const auto& choices = matched.group->choices;
            const auto best = std::max_element(choices.begin(), choices.end(), [](const auto& a, const auto& b) {
                return a.probability < b.probability;
            });
            const bool right = best->probability >= least_score && is_right(*matched.gold, best->place, far_km);
            const auto possible = std::find_if(choices.begin(), choices.end(), [&](const PlaceChoice& c) {
                return is_right(*matched.gold, c.place, far_km);
            });
            tally.possible += possible != choices.end() ? 1U : 0U;
            tally.far += right ? 1U : 0U;
            tally.near += best->probability >= least_score && is_right(*matched.gold, best->place, near_km) ? 1U : 0U;
            if (best->probability >= least_score) {
                ScoreBand& band =
                    m_bands.at(std::min<std::size_t>(9, static_cast<std::size_t>(best->probability * 10)));
                band.sum += static_cast<double>(best->probability);
                ++band.count;
                band.right += right ? 1U : 0U;
            }
            if (!right) {
                m_errors << labelled.gold.id << '\t' << labelled.mentions[matched.mention].key << '\t' << best->place.id
                         << ' ' << best->place.name << ' ' << best->place.country << '/' << best->place.admin1 << ' '
                         << to_string(best->place.feature) << ' ' << best->probability << '\t';
                if (possible != choices.end()) {
                    m_errors << possible->place.id << ' ' << possible->place.country << '/' << possible->place.admin1
                             << ' ' << to_string(possible->place.feature) << ' ' << possible->probability;
                } else {
                    m_errors << "none of " << choices.size() << "; gold " << matched.gold->location->lat << ' '
                             << matched.gold->location->lon << ' ' << matched.gold->geonameid;
                }
                m_errors << '\n';
            }
        }
    }

    void print(std::ostream& out, const std::vector<WeightedCorpus>& corpora) const {
        out << std::fixed << std::setprecision(4) << "file\tgold\tfound\tpossible\tat10\tat161\n";
        for (std::size_t i = 0; i < m_tallies.size(); ++i) {
            const Tally& t = m_tallies[i];
            const double gold = std::max<double>(1.0, static_cast<double>(t.gold));
            out << corpora[i].file << '\t' << t.gold << '\t' << static_cast<double>(t.found) / gold << '\t'
                << static_cast<double>(t.possible) / gold << '\t' << static_cast<double>(t.near) / gold << '\t'
                << static_cast<double>(t.far) / gold << '\n';
        }
        out << "mean score\tnames\tright\n";
        for (const ScoreBand& band : m_bands) {
            if (band.count != 0) {
                const auto count = static_cast<double>(band.count);
                out << band.sum / count << '\t' << band.count << '\t' << static_cast<double>(band.right) / count
                    << '\n';
            }
        }
    }

  private:
    static constexpr float least_score = 0.2F;
    static constexpr double near_km = 10.0;
    static constexpr double far_km = 161.0;
    std::vector<Tally> m_tallies;
    std::array<ScoreBand, 10> m_bands{};
    std::ofstream m_errors;
};

} // namespace

void train_resolution(const gazetteer::Gazetteer& gazetteer, const std::vector<WeightedCorpus>& corpora,
                      const std::string& output) {
    const auto documents = read_labelled_names(gazetteer, corpora);
    write_table(output, learn(gazetteer, documents, [](const LabelledNames&) { return true; }, {}));
}

void cross_resolution(const gazetteer::Gazetteer& gazetteer, const std::vector<WeightedCorpus>& corpora,
                      const std::vector<std::string>& without, const std::string& errors) {
    const auto documents = read_labelled_names(gazetteer, corpora);
    constexpr std::uint64_t folds = 5;
    const auto fold_of = [](const LabelledNames& labelled) { return text::KeyHash::of(labelled.gold.id) % folds; };
    Judge judge(corpora.size(), errors);
    for (std::uint64_t fold = 0; fold < folds; ++fold) {
        const auto others = [&](const LabelledNames& labelled) { return fold_of(labelled) != fold; };
        const ResolutionModel model(learn(gazetteer, documents, others, without));
        for (const LabelledNames& labelled : documents) {
            if (!others(labelled)) {
                const text::Document document(labelled.gold.text);
                Resolution resolution(gazetteer, document, labelled.mentions, {});
                resolution.run(model);
                judge.judge(labelled, resolution);
            }
        }
    }
    judge.print(std::cout, corpora);
}

} // namespace yaqut::training
