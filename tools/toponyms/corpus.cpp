// SPDX-License-Identifier: Apache-2.0
#include "corpus.hpp"

#include <fstream>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "text/code_points.hpp"

namespace yaqut::training {

namespace {

using Json = nlohmann::json;

std::string text_of(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

TextSpan bytes(const text::CodePointMap& map, const Json& begin, const Json& end) {
    return {map.to_bytes(begin.get<std::uint32_t>()), map.to_bytes(end.get<std::uint32_t>())};
}

GoldToponym read_toponym(const Json& object, const text::CodePointMap& map) {
    GoldToponym gold;
    gold.span = bytes(map, object.at("start"), object.at("end"));
    gold.use = text_of(object, "use");
    gold.type = text_of(object, "type");
    gold.nested = object.contains("nested_in");
    gold.suspect = object.contains("suspect");
    gold.feature = text_of(object, "feature");
    gold.country = text_of(object, "country");
    if (object.contains("lat") && object["lat"].is_number()) {
        gold.location = Location{object["lon"].get<double>(), object["lat"].get<double>()};
    }
    if (object.contains("geonameid") && object["geonameid"].is_number_unsigned()) {
        gold.geonameid = object["geonameid"].get<std::uint32_t>();
    }
    if (object.contains("bbox") && object["bbox"].is_array()) {
        gold.box = object["bbox"].get<std::array<double, 4>>();
    }
    return gold;
}

} // namespace

std::vector<GoldDocument> read_corpus(const std::string& file) {
    std::ifstream in(file);
    if (!in) {
        throw std::runtime_error(file + ": cannot be read");
    }
    std::vector<GoldDocument> documents;
    for (std::string line; std::getline(in, line);) {
        if (line.empty()) {
            continue;
        }
        const Json object = Json::parse(line);
        GoldDocument document;
        document.id = text_of(object, "id");
        document.text = text_of(object, "text");
        document.language = parse_language(text_of(object, "lang")).value_or(Language::other);
        const text::CodePointMap map(document.text);
        for (const Json& toponym : object.value("toponyms", Json::array())) {
            document.toponyms.push_back(read_toponym(toponym, map));
        }
        const Json meta = object.value("meta", Json::object());
        for (const Json& pair : meta.is_object() ? meta.value("ignore", Json::array()) : Json::array()) {
            document.ignored.push_back(bytes(map, pair.at(0), pair.at(1)));
        }
        documents.push_back(std::move(document));
    }
    return documents;
}

} // namespace yaqut::training
