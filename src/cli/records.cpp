// SPDX-License-Identifier: Apache-2.0
#include "cli/records.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>

#include <nlohmann/json.hpp>

#include "core/error.hpp"

namespace yaqut::cli {

namespace {

using nlohmann::json;

template <typename Value> std::optional<Value> get(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) {
        return std::nullopt;
    }
    return found->get<Value>();
}

std::string text(const json& object, const char* key) { return get<std::string>(object, key).value_or(""); }

/// A mark that corpora set as true, or as the reason for it.
bool is_set(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) {
        return false;
    }
    return found->is_boolean() ? found->get<bool>()
                               : !found->is_string() || !found->get_ref<const std::string&>().empty();
}

TextSpan span(const json& object) {
    return {get<std::uint32_t>(object, "start").value_or(0), get<std::uint32_t>(object, "end").value_or(0)};
}

std::optional<Location> location(const json& object) {
    const auto lat = get<double>(object, "lat");
    const auto lon = get<double>(object, "lon");
    return lat && lon ? std::optional{Location{*lon, *lat}} : std::nullopt;
}

std::optional<Date> date(const json& object, const char* key) { return parse_iso_date(text(object, key)); }

evaluate::Mention mention(const json& object) {
    evaluate::Mention result;
    result.span = span(object);
    result.text = text(object, "text");
    result.use = get<std::string>(object, "use");
    result.type = text(object, "type");
    result.name = text(object, "name");
    result.location = location(object);
    result.country = text(object, "country");
    result.feature = text(object, "feature");
    result.geonameid = get<std::int64_t>(object, "geonameid");
    result.bbox = get<std::array<double, 4>>(object, "bbox");
    result.nested = object.contains("nested_in") && !object["nested_in"].is_null();
    result.suspect = is_set(object, "suspect");
    return result;
}

evaluate::TimeExpression time_expression(const json& object) {
    return {span(object), text(object, "text"), get<std::string>(object, "value"),
            object.contains("value_issue") && !object["value_issue"].is_null()};
}

evaluate::EventRecord event(const json& object) {
    evaluate::EventRecord result;
    result.span = span(object);
    result.type = text(object, "type");
    result.place = object.contains("place_name") ? text(object, "place_name") : text(object, "place");
    result.location = location(object);
    result.country = text(object, "country");
    result.geo_precision = text(object, "geo_precision");
    result.date_start = date(object, "date_start");
    result.date_end = date(object, "date_end");
    result.date_precision = text(object, "date_precision");
    result.optional = get<bool>(object, "optional").value_or(false);
    return result;
}

template <typename Item, typename Convert>
std::optional<std::vector<Item>> list(const json& object, const char* key, Convert convert) {
    if (!object.contains(key)) {
        return std::nullopt;
    }
    std::vector<Item> items;
    for (const json& item : object[key]) {
        items.push_back(convert(item));
    }
    return items;
}

evaluate::Record to_record(const json& object) {
    evaluate::Record record;
    record.id = text(object, "id");
    if (object.contains("meta") && object["meta"].is_object()) {
        record.partial = get<bool>(object["meta"], "partial").value_or(false);
        for (const auto& pair : object["meta"].value("ignore", json::array())) {
            record.ignore.push_back({pair.at(0).get<std::uint32_t>(), pair.at(1).get<std::uint32_t>()});
        }
    }
    record.toponyms = list<evaluate::Mention>(object, "toponyms", mention);
    record.timexes = list<evaluate::TimeExpression>(object, "timex", time_expression);
    record.events = list<evaluate::EventRecord>(object, "events", event);
    return record;
}

Article to_article(const json& object, const std::string& where) {
    Article article;
    article.id = text(object, "id");
    article.text = text(object, "text");
    article.dct = date(object, "dct");
    article.language = parse_language(text(object, "lang"));
    article.origin = where;
    return article;
}

/// Calls `use` with the parsed object; what JSON finds wrong becomes an InputError.
template <typename Use> auto parsed(std::string_view line, const std::string& where, Use use) {
    try {
        return use(json::parse(line));
    } catch (const json::exception& error) {
        throw InputError(where, std::string("expected an annotated article as a JSON object: ") + error.what());
    }
}

} // namespace

evaluate::Record parse_record(std::string_view line, const std::string& where) {
    return parsed(line, where, to_record);
}

GoldFile read_records(const std::string& file) {
    std::ifstream stream(file);
    if (!stream) {
        throw InputError(file, std::string("cannot be read: ") + std::strerror(errno));
    }
    GoldFile result;
    std::string line;
    for (std::size_t number = 1; std::getline(stream, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) {
            continue;
        }
        const std::string where = file + ':' + std::to_string(number);
        result.records.push_back(parse_record(line, where));
        result.articles.push_back(parsed(line, where, [&](const json& object) { return to_article(object, where); }));
    }
    return result;
}

} // namespace yaqut::cli
