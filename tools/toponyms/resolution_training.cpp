// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>

#include "corpus.hpp"
#include "spatial/geodesic.hpp"
#include "toponyms/recognizer.hpp"
#include "toponyms/resolution.hpp"
#include "use_training.hpp"

namespace yaqut::training {

using namespace toponyms;

namespace {

constexpr int passes = 10; // over the corpora: the context changes with the weights
constexpr int epochs = 20; // over the examples of one pass
constexpr float rate = 0.05F;
constexpr float decay = 5.0F;
constexpr double near_km = 10.0;
constexpr double far_km = 161.0;

struct Example {
    std::vector<Grounds> choices; ///< the last one: none of them
    std::vector<bool> right;
    float weight = 1.0F;
};

struct Labelled {
    GoldDocument gold;
    std::vector<ToponymMention> mentions;
    float weight = 1.0F;
};

bool right_within(const GoldToponym& gold, const Place& place, double km) {
    if (gold.geonameid != 0 && geonames_id(place.id) == gold.geonameid) {
        return true;
    }
    if (gold.feature == "country" && !gold.country.empty()) {
        return gold.country == place.country && place.feature == FeatureClass::country;
    }
    if (gold.box) { // of an area: any point in it will do
        const auto& b = *gold.box;
        const Location l = place.location;
        if (b[0] <= l.lon && l.lon <= b[2] && b[1] <= l.lat && l.lat <= b[3]) {
            return true;
        }
    }
    return spatial::distance_km(*gold.location, place.location) <= km;
}

void add_examples(const Labelled& labelled, const Resolution& resolution, std::vector<Example>& examples) {
    for (const GoldToponym& gold : labelled.gold.toponyms) {
        if (!gold.location || gold.suspect || gold.nested) {
            continue;
        }
        for (std::size_t m = 0; m < labelled.mentions.size(); ++m) {
            const std::int32_t group = resolution.group_of(m);
            if (group < 0 || !labelled.mentions[m].span.overlaps(gold.span)) {
                continue;
            }
            const NameGroup& names = resolution.groups()[static_cast<std::size_t>(group)];
            Example example;
            example.weight = labelled.weight;
            for (const double km : {near_km, far_km}) {
                example.right.clear();
                for (const PlaceChoice& choice : names.choices) {
                    example.right.push_back(right_within(gold, choice.place, km));
                }
                if (std::find(example.right.begin(), example.right.end(), true) != example.right.end()) {
                    break;
                }
            }
            const bool some = std::find(example.right.begin(), example.right.end(), true) != example.right.end();
            example.right.push_back(!some);
            for (const PlaceChoice& choice : names.choices) {
                example.choices.push_back(choice.grounds);
            }
            example.choices.push_back(names.nil);
            examples.push_back(std::move(example));
            break;
        }
    }
}

/// Not learned: the labelled files hold few names that their descriptor alone tells apart.
constexpr float descriptor_weight = 2.0F;

/// What holds as long as the labelled files do not say otherwise: explicit words in the text outweigh fame.
Grounds priors_of_grammar() {
    Grounds priors{};
    priors.at(static_cast<std::size_t>(Ground::descriptor)) = descriptor_weight;
    priors.at(static_cast<std::size_t>(Ground::other_descriptor)) = -descriptor_weight;
    priors.at(static_cast<std::size_t>(Ground::containment)) = 3.0F;
    priors.at(static_cast<std::size_t>(Ground::contradiction)) = -2.0F;
    priors.at(static_cast<std::size_t>(Ground::country_context)) = 2.0F;
    return priors;
}

class Learner {
  public:
    explicit Learner(const Grounds& start) : m_weights(start) {
        for (const std::size_t i : fixed) {
            m_weights.at(i) = m_priors.at(i);
        }
    }
    [[nodiscard]] const Grounds& weights() const { return m_weights; }

    double learn(const Example& example, double count) {
        std::vector<double> p;
        double top = -1e9;
        for (const Grounds& g : example.choices) {
            double s = 0;
            for (std::size_t i = 0; i < ground_count; ++i) {
                s += static_cast<double>(m_weights.at(i)) * static_cast<double>(g.at(i));
            }
            p.push_back(s);
            top = std::max(top, s);
        }
        double total = 0;
        double right = 0;
        for (std::size_t c = 0; c < p.size(); ++c) {
            p[c] = std::exp(p[c] - top);
            total += p[c];
            right += example.right[c] ? p[c] : 0;
        }
        right = std::max(right, 1e-12);
        for (std::size_t i = 0; i < ground_count; ++i) {
            double g = 0;
            for (std::size_t c = 0; c < p.size(); ++c) {
                g += (p[c] / total - (example.right[c] ? p[c] / right : 0)) *
                     static_cast<double>(example.choices[c].at(i));
            }
            if (std::find(fixed.begin(), fixed.end(), i) != fixed.end()) {
                continue;
            }
            const float step = static_cast<float>(g) * example.weight +
                               decay * (m_weights.at(i) - m_priors.at(i)) / static_cast<float>(count);
            m_squares.at(i) += step * step;
            m_weights.at(i) -= rate * step / (std::sqrt(m_squares.at(i)) + 1e-4F);
        }
        return -std::log(right / total) * static_cast<double>(example.weight);
    }

  private:
    static constexpr std::array<std::size_t, 2> fixed{static_cast<std::size_t>(Ground::descriptor),
                                                      static_cast<std::size_t>(Ground::other_descriptor)};
    Grounds m_weights;
    Grounds m_squares{};
    Grounds m_priors = priors_of_grammar();
};

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

} // namespace

void train_resolution(const gazetteer::Gazetteer& gazetteer, const std::vector<WeightedCorpus>& corpora,
                      Language /*language*/, const std::string& output) {
    const Recognizer recognizer(gazetteer);
    std::vector<Labelled> documents;
    for (const WeightedCorpus& corpus : corpora) {
        for (GoldDocument& gold : read_corpus(corpus.file)) {
            Labelled labelled{std::move(gold), {}, corpus.weight};
            const text::Document document(labelled.gold.text);
            labelled.mentions = recognizer.recognize(document, labelled.gold.language);
            documents.push_back(std::move(labelled));
        }
    }
    Learner learner(priors_of_grammar());
    for (int pass = 0; pass < passes; ++pass) {
        const ResolutionModel model(learner.weights());
        std::vector<Example> examples;
        for (const Labelled& labelled : documents) {
            const text::Document document(labelled.gold.text);
            Resolution resolution(gazetteer, document, labelled.mentions);
            resolution.run(model);
            add_examples(labelled, resolution, examples);
        }
        double loss = 0;
        for (int epoch = 0; epoch < epochs; ++epoch) {
            loss = 0;
            for (std::size_t i = 0; i < examples.size(); ++i) {
                const std::size_t at = (i * 7919U + static_cast<std::size_t>(epoch)) % examples.size();
                loss += learner.learn(examples[at], static_cast<double>(examples.size()));
            }
        }
        std::cerr << "pass " << pass + 1 << ": " << examples.size() << " mentions, mean loss "
                  << loss / static_cast<double>(examples.size()) << "\n";
    }
    write_table(output, learner.weights());
}

} // namespace yaqut::training
