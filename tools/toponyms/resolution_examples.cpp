// SPDX-License-Identifier: Apache-2.0
#include "resolution_examples.hpp"

#include <algorithm>

#include "spatial/geodesic.hpp"
#include "toponyms/recognizer.hpp"

namespace yaqut::training {

using namespace toponyms;

namespace {

constexpr double near_km = 10.0;
constexpr double far_km = 161.0;

/// Any point will do for the place that a label calls Europe or the Sahara: gazetteers set them far apart. A label that
/// lies so near to a country or region means it, and not a place that the gazetteer lacks.
bool may_be_area(const GoldToponym& gold, const Place& place) {
    constexpr double area_km = 2500.0;
    const FeatureClass f = place.feature;
    const bool area = f == FeatureClass::country || f == FeatureClass::region || f == FeatureClass::sea;
    return area && spatial::distance_km(*gold.location, place.location) <= area_km;
}

bool is_unit(FeatureClass feature) { return feature == FeatureClass::adm1 || feature == FeatureClass::adm2; }

/// Is the place of another level than the label: the town for the governorate of its name, or the other way round?
bool is_other_level(const GoldToponym& gold, const Place& place) {
    if (gold.feature == "admin" || gold.feature == "adm1" || gold.feature == "adm2") {
        return !is_unit(place.feature);
    }
    return gold.feature == "city" && (is_unit(place.feature) || place.feature == FeatureClass::country);
}

bool some(const std::vector<bool>& values) { return std::find(values.begin(), values.end(), true) != values.end(); }

} // namespace

std::vector<LabelledNames> read_labelled_names(const gazetteer::Gazetteer& gazetteer,
                                               const std::vector<WeightedCorpus>& corpora) {
    const Recognizer recognizer(gazetteer);
    std::vector<LabelledNames> documents;
    for (std::size_t corpus = 0; corpus < corpora.size(); ++corpus) {
        for (GoldDocument& gold : read_corpus(corpora[corpus].file)) {
            LabelledNames labelled{std::move(gold), {}, corpus, corpora[corpus].weight};
            const text::Document document(labelled.gold.text);
            labelled.mentions = recognizer.recognize(document, labelled.gold.language);
            documents.push_back(std::move(labelled));
        }
    }
    return documents;
}

bool is_right(const GoldToponym& gold, const Place& place, double km) {
    if (gold.geonameid != 0 && geonames_id(place.id) == gold.geonameid) {
        return true;
    }
    if (gold.feature == "country" && !gold.country.empty()) {
        return gold.country == place.country && place.feature == FeatureClass::country;
    }
    if (is_other_level(gold, place)) {
        return false;
    }
    if (gold.box) { // of an area: any point in it will do
        const auto& b = *gold.box;
        const Location l = place.location;
        if (b[0] <= l.lon && l.lon <= b[2] && b[1] <= l.lat && l.lat <= b[3]) {
            return true;
        }
    }
    constexpr double unit_km = 75.0; // sources set the points of units apart
    const double reach = is_unit(place.feature) && !gold.feature.empty() ? std::max(km, unit_km) : km;
    return spatial::distance_km(*gold.location, place.location) <= reach;
}

std::vector<MatchedGold> match_gold(const LabelledNames& labelled, const Resolution& resolution) {
    std::vector<MatchedGold> matches;
    for (const GoldToponym& gold : labelled.gold.toponyms) {
        if (!gold.location || gold.suspect || gold.nested) {
            continue;
        }
        MatchedGold match{&gold, nullptr, 0};
        for (std::size_t m = 0; m < labelled.mentions.size() && match.group == nullptr; ++m) {
            const std::int32_t group = resolution.group_of(m);
            if (group >= 0 && labelled.mentions[m].span.overlaps(gold.span)) {
                match.group = &resolution.groups()[static_cast<std::size_t>(group)];
                match.mention = m;
            }
        }
        matches.push_back(match);
    }
    return matches;
}

ResolutionExample example_of(const MatchedGold& matched, float weight) {
    ResolutionExample example;
    example.weight = weight;
    for (const double km : {near_km, far_km}) {
        example.right.clear();
        for (const PlaceChoice& choice : matched.group->choices) {
            example.right.push_back(is_right(*matched.gold, choice.place, km));
        }
        if (some(example.right)) {
            break;
        }
    }
    if (!some(example.right)) {
        std::transform(matched.group->choices.begin(), matched.group->choices.end(), example.right.begin(),
                       [&](const PlaceChoice& choice) { return may_be_area(*matched.gold, choice.place); });
    }
    example.right.push_back(!some(example.right));
    for (const PlaceChoice& choice : matched.group->choices) {
        example.choices.push_back(choice.grounds);
    }
    example.choices.push_back(matched.group->nil);
    return example;
}

} // namespace yaqut::training
