// SPDX-License-Identifier: Apache-2.0
#include "map_examples.hpp"

#include <fstream>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "corpus.hpp"
#include "text/code_points.hpp"
#include "toponyms/map_features.hpp"
#include "toponyms/recognizer.hpp"
#include "toponyms/resolver.hpp"

namespace yaqut::training {

using namespace toponyms;

namespace {

nlohmann::json features_of(const MapFeatures& features) {
    nlohmann::json list = nlohmann::json::array();
    for (const MapFeature feature : features) {
        list.push_back({map_slot_names.at(static_cast<std::size_t>(feature.slot)), feature.value});
    }
    return list;
}

nlohmann::json names_of(const std::string& text, const std::vector<ResolvedToponym>& toponyms,
                        const std::vector<MapFeatures>& features) {
    const text::CodePointMap map(text);
    nlohmann::json names = nlohmann::json::array();
    for (std::size_t i = 0; i < toponyms.size(); ++i) {
        const ResolvedToponym& toponym = toponyms[i];
        nlohmann::json name{{"start", map.to_code_points(toponym.mention.span.begin)},
                            {"end", map.to_code_points(toponym.mention.span.end)},
                            {"use", to_string(toponym.mention.use)},
                            {"lat", nullptr}};
        if (toponym.place && toponym.mention.use == ToponymUse::location) {
            const Location at = toponym.location.value_or(toponym.place->location);
            name.update({{"lat", at.lat},
                         {"lon", at.lon},
                         {"place_id", toponym.place->id},
                         {"name", toponym.place->name},
                         {"feature", to_string(toponym.place->feature)},
                         {"country", toponym.place->country},
                         {"radius_km", toponym.radius_km},
                         {"score", toponym.score},
                         {"use_score", toponym.mention.use_score},
                         {"map", features_of(features[i])}});
        }
        names.push_back(std::move(name));
    }
    return names;
}

} // namespace

void write_map_examples(const gazetteer::Gazetteer& gazetteer, const std::string& file, const std::string& output) {
    const Recognizer recognizer(gazetteer);
    const Resolver resolver(gazetteer);
    std::ofstream out(output);
    std::vector<MapFeatures> features;
    for (const GoldDocument& gold : read_corpus(file)) {
        const text::Document document(gold.text);
        features.clear();
        const auto toponyms =
            resolver.resolve(document, recognizer.recognize(document, gold.language), MapJudgement::made, &features);
        out << nlohmann::json{{"id", gold.id}, {"toponyms", names_of(gold.text, toponyms, features)}}.dump() << '\n';
    }
    if (!out.flush()) {
        throw std::runtime_error(output + ": cannot be written");
    }
}

} // namespace yaqut::training
