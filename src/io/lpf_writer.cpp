// SPDX-License-Identifier: Apache-2.0
#include "io/lpf_writer.hpp"

#include <algorithm>

#include "io/event_schema.hpp"
#include "io/feature_json.hpp"
#include "io/json_writer.hpp"
#include "io/output_file.hpp"

namespace yaqut::io {

namespace {

constexpr const char* context =
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld";

/// Feature class of GeoNames; empty when it is not certain.
std::string_view geonames_class(FeatureClass feature) {
    switch (feature) {
    case FeatureClass::country:
    case FeatureClass::adm1:
    case FeatureClass::adm2: return "A";
    case FeatureClass::city:
    case FeatureClass::district: return "P";
    case FeatureClass::airport:
    case FeatureClass::facility:
    case FeatureClass::camp: return "S";
    case FeatureClass::sea:
    case FeatureClass::water: return "H";
    case FeatureClass::island:
    case FeatureClass::mountain: return "T";
    case FeatureClass::road: return "R";
    case FeatureClass::region: return "L";
    default: return "";
    }
}

std::string_view certainty(float score) { return score >= 0.5F ? "less-certain" : "uncertain"; }

/// Names come first from the gazetteer; a place outside of it has the name that the article gives it.
const std::string& first_name(const EventPlace& place) {
    return !place.name.empty() ? place.name : !place.name_ar.empty() ? place.name_ar : place.text;
}

void write_properties(JsonWriter& json, const Event& event) {
    const EventPlace& place = *event.place;
    json.key("properties").begin_object();
    json.key("title").value(std::string(event_type_labels(event.type).en) + ": " + first_name(place));
    json.key("ccodes").begin_array();
    if (!place.country.empty()) {
        json.value(place.country);
    }
    json.end_array();
    if (const auto fclass = geonames_class(place.feature); !fclass.empty()) {
        json.key("fclasses").begin_array().value(fclass).end_array();
    }
    json.key("machine_coded").value(true);
    json.key("event_type").value(to_string(event.type)).key("status").value(to_string(event.status));
    json.key("confidence").value(static_cast<double>(event.confidence), 3).end_object();
}

/// A timespan must have a start: of an event of which only the end is known it is not later than that.
void write_time(JsonWriter& json, const Event& event) {
    if (!event.when || (!event.when->first && !event.when->last)) {
        return;
    }
    const auto& [first, last, precision] = *event.when;
    json.key("when").begin_object().key("timespans").begin_array().begin_object();
    json.key("start").begin_object().key(first ? "in" : "latest").value(first ? first : last).end_object();
    if (last) {
        json.key("end").begin_object().key("in").value(last).end_object();
    }
    json.end_object().end_array();
    if (!event.date_text.empty()) {
        json.key("label").value(event.date_text);
    }
    json.key("certainty").value(certainty(event.confidence)).end_object();
}

void write_citations(JsonWriter& json, const Event& event) {
    json.key("citations").begin_array();
    for (const EventSource& source : event.sources) {
        json.begin_object().key("label").value(source.title.empty() ? source.article_id : source.title);
        if (!source.url.empty()) {
            json.key("@id").value(source.url);
        }
        json.end_object();
    }
    json.end_array();
}

void write_names(JsonWriter& json, const Event& event) {
    const EventPlace& place = *event.place;
    json.key("names").begin_array().begin_object().key("toponym").value(first_name(place));
    write_citations(json, event);
    json.end_object();
    if (!place.name_ar.empty() && place.name_ar != first_name(place)) {
        json.begin_object().key("toponym").value(place.name_ar).key("lang").value("ar").end_object();
    }
    if (!place.text.empty() && place.text != first_name(place) && place.text != place.name_ar) {
        json.begin_object().key("toponym").value(place.text);
        if (!event.sources.empty() && !event.sources.front().language.empty()) {
            json.key("lang").value(event.sources.front().language);
        }
        json.end_object();
    }
    json.end_array();
}

void write_types(JsonWriter& json, const EventPlace& place) {
    json.key("types").begin_array().begin_object();
    const std::string_view fclass = geonames_class(place.feature);
    if (!fclass.empty() && !place.feature_code.empty()) {
        json.key("identifier")
            .value("http://www.geonames.org/ontology#" + std::string(fclass) + "." + place.feature_code);
    }
    json.key("label").value(to_string(place.feature)).end_object().end_array();
}

void write_links(JsonWriter& json, const EventPlace& place) {
    constexpr std::string_view geonames = "gn:";
    json.key("links").begin_array();
    if (place.id.starts_with(geonames)) {
        json.begin_object().key("type").value("closeMatch").key("identifier");
        json.value("https://www.geonames.org/" + place.id.substr(geonames.size()) + "/").end_object();
    }
    json.end_array();
}

void write_descriptions(JsonWriter& json, const Event& event) {
    json.key("descriptions").begin_array();
    for (const EventSource& source : event.sources) {
        json.begin_object();
        if (!source.url.empty()) {
            json.key("@id").value(source.url);
        }
        json.key("value").value(source.sentence);
        if (!source.language.empty()) {
            json.key("lang").value(source.language);
        }
        json.end_object();
    }
    json.end_array();
}

class LinkedPlaces : public LayerWriter {
  public:
    LinkedPlaces(const std::string& path, const LayerOptions& options)
        : m_options(options), m_to_file(path != "-"), m_file(path, options.overwrite) {
        JsonWriter json;
        json.begin_object().key("type").value("FeatureCollection").key("@context").value(context);
        json.key("description").value("Events read from news text by yaqut: machine-coded. " + options.attribution);
        json.key("features").begin_array();
        m_file.write(json.text());
    }

    void write(const Event& event) override {
        if (!profile_has(Profile::lpf, event)) {
            ++m_report.not_in_profile;
            return;
        }
        const std::optional<Location> point = event_point(event, m_options.drawn);
        m_file.write(m_report.events == 0 ? "\n" : ",\n");
        ++m_report.events;
        m_report.located += point ? 1U : 0U;
        JsonWriter json;
        json.begin_object().key("@id").value("urn:yaqut:event:" + event.id).key("type").value("Feature");
        write_properties(json, event);
        write_time(json, event);
        write_names(json, event);
        write_types(json, *event.place);
        json.key("geometry");
        write_point(json, point);
        write_links(json, *event.place);
        write_descriptions(json, event);
        json.end_object();
        m_file.write(json.text());
    }

    LayerReport finish() override {
        m_file.write("\n]}\n");
        m_file.complete();
        m_file.publish();
        if (m_to_file) {
            m_report.files.push_back(m_file.path());
        }
        return m_report;
    }

  private:
    LayerOptions m_options;
    bool m_to_file;
    OutputFile m_file;
    LayerReport m_report;
};

} // namespace

std::unique_ptr<LayerWriter> open_linked_places(const std::string& path, const LayerOptions& options) {
    return std::make_unique<LinkedPlaces>(path, options);
}

} // namespace yaqut::io
