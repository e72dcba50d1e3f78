// SPDX-License-Identifier: Apache-2.0
// What every mention of an event could have for its place and date, with the features of each choice:
//   event_link_options GAZETTEER [GATE_WEIGHTS GATE_WORDS GATE_NEIGHBOURS] < articles.jsonl > options.jsonl
// An article is an object with id, text, lang and dct. train_links.py and train_gate.py read the result: besides the
// choices, every mention with the features of the gate (stage gate) and the events that come of it (stage event), with
// the weights of the gate from files if they are named.
#include <exception>
#include <fstream>
#include <iostream>
#include <span>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "dates/tagger.hpp"
#include "events/confidence_features.hpp"
#include "events/date_features.hpp"
#include "events/extractor.hpp"
#include "events/join_features.hpp"
#include "events/place_certainty_features.hpp"
#include "events/places.hpp"
#include "events/telling_features.hpp"
#include "gazetteer/gazetteer.hpp"
#include "text/code_points.hpp"
#include "text/document.hpp"
#include "toponyms/recognizer.hpp"
#include "toponyms/resolver.hpp"

namespace {

using Json = nlohmann::json;
using namespace yaqut;

std::string string_of(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::span<const std::string_view> names_of(std::string_view stage) {
    if (stage == "place_stated") {
        return events::place_feature_names;
    }
    if (stage == "place_inferred") {
        return events::inference_feature_names;
    }
    if (stage == "place_told") {
        return events::telling_feature_names;
    }
    if (stage == "date_stated") {
        return events::date_feature_names;
    }
    if (stage == "join") {
        return events::join_feature_names;
    }
    if (stage == "place_certainty") {
        return events::place_certainty_feature_names;
    }
    if (stage == "confidence") {
        return events::confidence_feature_names;
    }
    return events::inheritance_feature_names;
}

Json place_of(const ResolvedToponym& toponym, const text::CodePointMap& map) {
    const TextSpan span = map.to_code_points(toponym.mention.span);
    Json place{{"geo_precision", to_string(events::geo_precision(toponym))}, {"start", span.begin}, {"end", span.end}};
    if (toponym.place) {
        place["country"] = toponym.place->country;
    }
    const std::optional<Location> at = toponym.location ? toponym.location
                                       : toponym.place  ? std::optional(toponym.place->location)
                                                        : std::nullopt;
    if (at) {
        place["lat"] = at->lat;
        place["lon"] = at->lon;
    }
    return place;
}

void add_dates(Json& line, const DateRange& range) {
    const auto text = [](const std::optional<Date>& day) { return day ? Json(to_iso_string(*day)) : Json(); };
    line["date_start"] = text(range.first);
    line["date_end"] = text(range.last);
    line["date_precision"] = to_string(range.precision);
}

Json date_of(const events::LinkOption& option, std::span<const Timex> timexes, const text::CodePointMap& map) {
    Json date = Json::object();
    if (option.target >= 0) {
        const TextSpan span = map.to_code_points(timexes[static_cast<std::size_t>(option.target)].span);
        date = {{"start", span.begin}, {"end", span.end}};
    }
    if (option.range) {
        add_dates(date, *option.range);
    }
    return date;
}

Json option_of(const events::LinkOption& option, std::string_view stage, std::span<const Timex> timexes,
               const text::CodePointMap& map) {
    Json result = Json::object();
    if (stage.starts_with("place")) {
        result = option.place ? place_of(*option.place, map) : Json::object();
    } else if (stage == "join") {
        for (const TextSpan member : option.members) {
            const TextSpan span = map.to_code_points(member);
            result["members"].push_back({{"start", span.begin}, {"end", span.end}});
        }
    } else {
        result = date_of(option, timexes, map);
    }
    Json features = Json::object();
    for (const auto& [feature, value] : option.features) {
        features[std::string(names_of(stage)[feature])] = value;
    }
    for (const auto& [where, word] : option.words) {
        result["words"].push_back({where, word});
    }
    result["none"] = option.target < 0 && !option.range;
    result["features"] = std::move(features);
    return result;
}

class Reader {
  public:
    Reader(const std::string& file, events::GateWeights gate)
        : m_gazetteer(gazetteer::Gazetteer::open(file)), m_extractor(std::move(gate)) {}

    void read(const std::string& line) const {
        const Json object = Json::parse(line);
        Article article;
        article.id = string_of(object, "id");
        article.text = string_of(object, "text");
        article.dct = parse_iso_date(string_of(object, "dct"));
        const text::Document document(article.text);
        const Language language = parse_language(string_of(object, "lang")).value_or(document.language());
        const dates::DatedText dated = m_tagger.read(document, article.dct, language);
        std::vector<ResolvedToponym> toponyms =
            m_resolver.resolve(document, m_recognizer.recognize(document, language));
        std::erase_if(toponyms, [](const ResolvedToponym& toponym) { return toponym.mention.doubtful; });
        events::LinkTrace trace;
        events::GateTrace gate;
        const std::vector<Event> found =
            m_extractor.extract({document, article, language, toponyms, dated.timexes, dated.dct}, &trace, &gate);
        print(article, trace, dated.timexes);
        print(article, gate, found);
    }

  private:
    static void print(const Article& article, const events::LinkTrace& trace, std::span<const Timex> timexes) {
        const text::CodePointMap map(article.text);
        for (const events::LinkChoice& choice : trace) {
            const TextSpan span = map.to_code_points(choice.trigger);
            Json options = Json::array();
            for (const events::LinkOption& option : choice.options) {
                options.push_back(option_of(option, choice.stage, timexes, map));
            }
            std::cout << Json{{"article", article.id}, {"start", span.begin},
                              {"end", span.end},       {"type", to_string(choice.type)},
                              {"stage", choice.stage}, {"options", std::move(options)}}
                             .dump()
                      << '\n';
        }
    }

    static void print(const Article& article, const events::GateTrace& gate, std::span<const Event> found) {
        const text::CodePointMap map(article.text);
        for (const events::GateChoice& choice : gate) {
            Json features = Json::object();
            for (const auto& [feature, value] : choice.features) {
                features[std::string(events::gate_feature_names[feature])] = value;
            }
            Json line = line_of(article, "gate", map.to_code_points(choice.trigger), choice.type);
            line["features"] = std::move(features);
            line["word"] = choice.word;
            line["beside"] = choice.neighbours;
            std::cout << line.dump() << '\n';
        }
        for (const Event& event : found) {
            Json line = line_of(article, "event", map.to_code_points(event.trigger), event.type);
            line["geo_precision"] = to_string(event.geo_precision);
            if (event.place) {
                line["country"] = event.place->country;
            }
            if (event.place && event.place->location) {
                line["lat"] = event.place->location->lat;
                line["lon"] = event.place->location->lon;
            }
            if (event.when) {
                add_dates(line, *event.when);
            }
            std::cout << line.dump() << '\n';
        }
    }

    static Json line_of(const Article& article, std::string_view stage, TextSpan span, EventType type) {
        return {{"article", article.id},   {"start", span.begin}, {"end", span.end},
                {"type", to_string(type)}, {"stage", stage},      {"options", Json::array()}};
    }

    gazetteer::Gazetteer m_gazetteer;
    toponyms::Recognizer m_recognizer{m_gazetteer};
    toponyms::Resolver m_resolver{m_gazetteer};
    dates::Tagger m_tagger;
    events::Extractor m_extractor;
};

std::string content_of(const std::string& file) {
    std::ifstream stream(file);
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
}

events::GateWeights gate_weights(std::span<char*> files) {
    if (files.empty()) {
        return {};
    }
    const std::string features = content_of(files[0]);
    const std::string words = content_of(files[1]);
    const std::string neighbours = content_of(files[2]);
    return {lexicon::Table(files[0], features), lexicon::Table(files[1], words), lexicon::Table(files[2], neighbours)};
}

} // namespace

int main(int argc, char** argv) {
    const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() != 2 && arguments.size() != 5) {
        std::cerr << "usage: event_link_options GAZETTEER [GATE_WEIGHTS GATE_WORDS GATE_NEIGHBOURS] < articles.jsonl "
                     "> options.jsonl\n";
        return 2;
    }
    try {
        const Reader reader(arguments[1], gate_weights(arguments.subspan(2)));
        for (std::string line; std::getline(std::cin, line);) {
            if (!line.empty()) {
                reader.read(line);
            }
        }
    } catch (const std::exception& error) {
        std::cerr << "event_link_options: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
