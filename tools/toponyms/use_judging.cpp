// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "corpus.hpp"
#include "lexicon/table.hpp"
#include "text/code_points.hpp"
#include "toponyms/analysis.hpp"
#include "toponyms/use_decision.hpp"
#include "toponyms/use_lists.hpp"
#include "use_training.hpp"

namespace yaqut::training {

using namespace toponyms;

namespace {

std::string content(const std::string& file) {
    std::ifstream in(file);
    if (!in) {
        throw std::runtime_error(file + ": cannot be read");
    }
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

nlohmann::json judged(const std::string& text, const Analysis& analysis, const UseModel& model,
                      const UseDecision& decision) {
    const text::CodePointMap map(text);
    nlohmann::json toponyms = nlohmann::json::array();
    UseFeatures features;
    const auto& names = analysis.candidates().names;
    std::vector<UseScores> scores;
    for (std::size_t i = 0; i < names.size(); ++i) {
        analysis.context().features(i, features);
        scores.push_back(model.scores(features));
    }
    if (decision.lists_agree) {
        agree_in_lists(analysis.context(), scores);
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto [use, score] = decision.use(scores[i]);
        if (decision.keeps(use, score, names[i].match == MatchKind::descriptor)) {
            toponyms.push_back({{"start", map.to_code_points(names[i].span.begin)},
                                {"end", map.to_code_points(names[i].span.end)},
                                {"use", to_string(use)}});
        }
    }
    return toponyms;
}

} // namespace

void judge_uses(const gazetteer::Gazetteer& gazetteer, const std::string& file, Language language,
                const std::string& table, std::optional<float> place_share, const std::string& output) {
    const std::string rows = content(table);
    const UseModel model(lexicon::Table(table, rows));
    UseDecision decision = use_decision(language);
    decision.place = place_share.value_or(decision.place);
    std::ofstream out(output);
    for (const GoldDocument& gold : read_corpus(file)) {
        const text::Document document(gold.text);
        const Analysis analysis(gazetteer, document, language, {});
        out << nlohmann::json{{"id", gold.id}, {"toponyms", judged(gold.text, analysis, model, decision)}}.dump()
            << '\n';
    }
    if (!out.flush()) {
        throw std::runtime_error(output + ": cannot be written");
    }
}

} // namespace yaqut::training
