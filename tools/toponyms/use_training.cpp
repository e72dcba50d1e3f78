// SPDX-License-Identifier: Apache-2.0
#include "use_training.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <unordered_map>

#include "corpus.hpp"
#include "text/key_hash.hpp"
#include "toponyms/analysis.hpp"
#include "use_priors.hpp"

namespace yaqut::training {

using namespace toponyms;

namespace {

constexpr float negligible = 0.06F;

using UseSet = unsigned; ///< bits of ToponymUse
constexpr UseSet one(ToponymUse use) { return 1U << static_cast<unsigned>(use); }
constexpr UseSet all_uses = (1U << use_count) - 1;
constexpr UseSet places = one(ToponymUse::location) | one(ToponymUse::metonym);

struct Example {
    std::vector<std::uint32_t> features; ///< rows
    UseSet allowed = 0;
    float weight = 1.0F;
};

/// Numbers features and remembers what they are called.
class Dictionary {
  public:
    std::uint32_t word(const WordFeature& feature, const std::string& text) {
        const auto [slot, fresh] =
            m_rows.try_emplace(feature.hash, static_cast<std::uint32_t>(use_slot_begin.back() + m_words.size()));
        if (fresh) {
            m_words.push_back({feature.slot, text});
            m_counts.push_back(0);
        }
        ++m_counts[slot->second - use_slot_begin.back()];
        return slot->second;
    }
    [[nodiscard]] std::size_t size() const { return use_slot_begin.back() + m_words.size(); }
    /// Features that get no weight: those of a slot left out, and rare words.
    [[nodiscard]] bool left_out(std::uint32_t row, const UseSettings& settings) const {
        if (row < use_slot_begin.back()) {
            const auto next = std::upper_bound(use_slot_begin.begin(), use_slot_begin.end(), row);
            const std::string_view slot =
                use_slots.at(static_cast<std::size_t>(next - use_slot_begin.begin()) - 1).name;
            return std::find(settings.without.begin(), settings.without.end(), slot) != settings.without.end();
        }
        const std::string_view slot = use_slots.at(static_cast<std::size_t>(name(row).first)).name;
        return m_counts[row - use_slot_begin.back()] < settings.fewest_words ||
               std::find(settings.without.begin(), settings.without.end(), slot) != settings.without.end();
    }
    [[nodiscard]] const std::pair<UseSlot, std::string>& name(std::uint32_t row) const {
        return m_words[row - use_slot_begin.back()];
    }

  private:
    std::unordered_map<std::uint64_t, std::uint32_t> m_rows;
    std::vector<std::pair<UseSlot, std::string>> m_words;
    std::vector<std::size_t> m_counts;
};

/// The text whose hash a word feature holds: the token's key, its beginning or end, or the whole name.
std::string text_of(const WordFeature& feature, const text::Document& document, const NameCandidate& name) {
    const std::string key(document.loose(document.token(feature.token)));
    std::vector<std::string> texts{key, name_key(document, name)};
    for (const std::size_t size : {3U, 4U}) {
        if (key.size() >= size) {
            texts.push_back(key.substr(0, size));
            texts.push_back(key.substr(key.size() - size));
        }
    }
    for (const std::string& text : texts) {
        if (word_feature_hash(feature.slot, loose_phrase_hash(text)) == feature.hash) {
            return text;
        }
    }
    return {};
}

UseSet uses_of_type(const GoldToponym& gold, bool demonym) {
    for (std::size_t use = 0; use < use_count; ++use) {
        if (gold.use == to_string(static_cast<ToponymUse>(use))) {
            return 1U << use;
        }
    }
    const std::map<std::string, UseSet> types{{"Literal", one(ToponymUse::location)},
                                              {"Literal_Modifier", one(ToponymUse::location)},
                                              {"Mixed", one(ToponymUse::location)},
                                              {"Coercion", one(ToponymUse::location)},
                                              {"Embedded_Literal", one(ToponymUse::location)},
                                              {"Metonymic", one(ToponymUse::metonym)},
                                              {"Demonym", one(ToponymUse::demonym)},
                                              {"Language", one(ToponymUse::demonym)},
                                              {"Embedded_Non_Lit", one(ToponymUse::org)},
                                              {"Homonym", one(ToponymUse::person) | one(ToponymUse::other)}};
    if (demonym) {
        return one(ToponymUse::demonym);
    }
    const auto found = types.find(gold.type);
    return found != types.end() ? found->second : places;
}

/// The uses that the labels leave open for a candidate; 0: the labels say nothing.
UseSet allowed_uses(const GoldDocument& gold, const NameCandidate& name, bool demonym, bool outlet, bool ordinary,
                    bool kingdom, bool full) {
    for (const GoldToponym& toponym : gold.toponyms) {
        if (toponym.span.overlaps(name.span)) {
            return toponym.nested ? 0 : uses_of_type(toponym, demonym && gold.language != Language::ar);
        }
    }
    for (const TextSpan& span : gold.ignored) {
        if (span.overlaps(name.span)) {
            return 0;
        }
    }
    if (full) {
        return one(ToponymUse::other);
    }
    if (kingdom) {
        return 0; // some corpora label المملكة, some never do
    }
    if (demonym) {
        // Nationalities are labelled in some corpora only: a missing label says nothing, but that it is one of them.
        const UseSet none = ordinary ? 0 : one(ToponymUse::other);
        return gold.language == Language::ar ? all_uses & ~places & ~none : 0;
    }
    return outlet ? one(ToponymUse::source) : all_uses & ~places & ~one(ToponymUse::demonym);
}

struct Coverage {
    std::size_t covered = 0;
    std::size_t total = 0;
};

void add_examples(const GoldDocument& gold, const Analysis& analysis, float weight, Dictionary& dictionary,
                  std::vector<Example>& examples) {
    const text::Document& document = analysis.context().document();
    const bool full =
        std::any_of(gold.toponyms.begin(), gold.toponyms.end(), [](const GoldToponym& t) { return !t.use.empty(); });
    UseFeatures features;
    const auto& names = analysis.candidates().names;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool demonym = analysis.candidates().summary(names[i]).demonym_only;
        // الاتحاد الأوروبي only begins like the newspaper.
        const CueSet own =
            analysis.words()[names[i].tokens.begin].cues & analysis.words()[names[i].tokens.end - 1].cues;
        const bool outlet = (own & (bit(Cue::outlet) | bit(Cue::agency))) != 0;
        const bool ordinary = analysis.candidates().summary(names[i]).ambiguous;
        const bool kingdom = names[i].tokens.size() == 1 && analysis.words()[names[i].tokens.begin].is(Cue::state_word);
        Example example;
        example.allowed = allowed_uses(gold, names[i], demonym, outlet, ordinary, kingdom, full);
        example.weight = weight;
        if (example.allowed == 0) {
            continue;
        }
        analysis.context().features(i, features);
        example.features.assign(features.dense.begin(), features.dense.end());
        for (const WordFeature& word : features.words) {
            if (const std::string text = text_of(word, document, names[i]); !text.empty()) {
                example.features.push_back(dictionary.word(word, text));
            }
        }
        examples.push_back(std::move(example));
    }
}

void count_covered(const GoldDocument& gold, const Analysis& analysis, Coverage& coverage) {
    const auto& names = analysis.candidates().names;
    for (const GoldToponym& toponym : gold.toponyms) {
        const bool found = std::any_of(names.begin(), names.end(),
                                       [&](const NameCandidate& n) { return n.span.overlaps(toponym.span); });
        coverage.total += toponym.nested ? 0 : 1;
        coverage.covered += !toponym.nested && found ? 1 : 0;
    }
}

std::vector<Example> read_examples(const gazetteer::Gazetteer& gazetteer, const std::vector<WeightedCorpus>& corpora,
                                   Language language, Dictionary& dictionary) {
    std::vector<Example> examples;
    for (const WeightedCorpus& corpus : corpora) {
        Coverage coverage;
        for (const GoldDocument& gold : read_corpus(corpus.file)) {
            const text::Document document(gold.text);
            const Analysis analysis(gazetteer, document, language, {});
            add_examples(gold, analysis, corpus.weight, dictionary, examples);
            count_covered(gold, analysis, coverage);
        }
        std::cerr << corpus.file << ": " << coverage.covered << " of " << coverage.total
                  << " labelled names are candidates\n";
    }
    return examples;
}

using Row = std::array<float, use_count>;

/// Stochastic gradient with a step per weight (AdaGrad) on the likelihood of the uses that the labels leave open.
class Trainer {
  public:
    Trainer(std::vector<Example> examples, const Dictionary& dictionary, const std::vector<Prior>& priors,
            const UseSettings& settings)
        : m_settings(settings), m_examples(std::move(examples)), m_weights(dictionary.size()),
          m_squares(dictionary.size()), m_pull(dictionary.size()), m_prior(dictionary.size()) {
        for (const Prior& prior : priors) {
            m_prior[prior.row].at(static_cast<std::size_t>(prior.use)) += prior.weight;
        }
        m_weights = m_prior;
        m_is_name.resize(dictionary.size());
        for (std::uint32_t row = use_slot_begin.back(); row < m_is_name.size(); ++row) {
            const UseSlot slot = dictionary.name(row).first;
            m_is_name[row] = slot == UseSlot::name_word || slot == UseSlot::token_word;
        }
        std::vector<float> counts(dictionary.size());
        for (Example& example : m_examples) {
            std::erase_if(example.features, [&](std::uint32_t row) { return dictionary.left_out(row, settings); });
            for (const std::uint32_t row : example.features) {
                counts[row] += 1.0F;
            }
        }
        for (std::size_t row = 0; row < counts.size(); ++row) {
            const float decay = row < use_slot_begin.back() ? settings.decay_dense : settings.decay_word;
            m_pull[row] = counts[row] > 0 ? decay / counts[row] : 0.0F;
        }
    }

    /// The mean weights of several runs in different orders: one run alone depends on its order.
    std::vector<Row> run() {
        std::vector<Row> mean(m_weights.size());
        std::uint64_t random = 88172645463325252ULL; // xorshift: the same orders everywhere
        for (int run = 0; run < m_settings.runs; ++run) {
            m_weights = m_prior;
            std::fill(m_squares.begin(), m_squares.end(), Row{});
            random = run_once(random, mean);
        }
        return mean;
    }

  private:
    std::uint64_t run_once(std::uint64_t random, std::vector<Row>& mean) {
        std::vector<std::uint32_t> order(m_examples.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            order[i] = i;
        }
        const int epochs = m_settings.epochs;
        const auto shares = static_cast<float>((epochs - epochs / 2) * m_settings.runs);
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
            if (epoch >= epochs / 2) { // the mean of the later epochs is steadier than the last one
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
        Row scores{};
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
        Row gradient{};
        for (std::size_t use = 0; use < use_count; ++use) {
            const bool open = ((example.allowed >> use) & 1U) != 0;
            gradient.at(use) =
                example.weight * (scores.at(use) / total - (open ? scores.at(use) / std::max(right, 1e-20F) : 0.0F));
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
    std::vector<Row> m_weights;
    std::vector<Row> m_squares;
    std::vector<float> m_pull;
    std::vector<Row> m_prior;
    std::vector<bool> m_is_name;
    std::vector<std::uint32_t> m_active;
};

std::string value_name(UseSlot slot, std::uint32_t value) {
    const UseSlotInfo& info = use_slots.at(static_cast<std::size_t>(slot));
    switch (info.kind) {
    case ValueKind::cue: return std::string(cue_names.at(value));
    case ValueKind::feature: return std::string(to_string(static_cast<FeatureClass>(value)));
    default: return std::to_string(value);
    }
}

std::string line_of(std::string_view slot, const std::string& value, const Row& weights) {
    std::string line(slot);
    line += '\t';
    line += value;
    bool some = false;
    for (const float weight : weights) {
        line += '\t';
        if (std::abs(weight) >= negligible) {
            line += std::to_string(std::lround(weight * 100.0F));
            some = true;
        }
    }
    while (line.ends_with('\t')) {
        line.pop_back();
    }
    return some ? line + '\n' : std::string();
}

void write_table(const std::string& output, const std::vector<Row>& weights, const Dictionary& dictionary) {
    std::ofstream out(output);
    out << "# How much each feature of a place name speaks for each use, in hundredths. Learned by tools/toponyms.\n";
    out << "feature\tvalue";
    for (std::size_t use = 0; use < use_count; ++use) {
        out << '\t' << to_string(static_cast<ToponymUse>(use));
    }
    out << '\n';
    for (std::size_t slot = 0; slot < first_word_slot; ++slot) {
        for (std::uint32_t row = use_slot_begin.at(slot); row < use_slot_begin.at(slot + 1); ++row) {
            out << line_of(use_slots.at(slot).name,
                           value_name(static_cast<UseSlot>(slot), row - use_slot_begin.at(slot)), weights[row]);
        }
    }
    std::vector<std::string> lines;
    for (std::uint32_t row = use_slot_begin.back(); row < weights.size(); ++row) {
        const auto& [slot, text] = dictionary.name(row);
        lines.push_back(line_of(use_slots.at(static_cast<std::size_t>(slot)).name, text, weights[row]));
    }
    std::sort(lines.begin(), lines.end());
    for (const std::string& line : lines) {
        out << line;
    }
    if (!out.flush()) {
        throw std::runtime_error(output + ": cannot be written");
    }
}

} // namespace

void train_uses(const gazetteer::Gazetteer& gazetteer, const std::vector<WeightedCorpus>& corpora, Language language,
                const UseSettings& settings, const std::string& output) {
    Dictionary dictionary;
    std::vector<Example> examples = read_examples(gazetteer, corpora, language, dictionary);
    std::cerr << examples.size() << " candidates, " << dictionary.size() << " features\n";
    Trainer trainer(std::move(examples), dictionary, priors_of_grammar(), settings);
    write_table(output, trainer.run(), dictionary);
}

} // namespace yaqut::training
