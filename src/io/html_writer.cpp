// SPDX-License-Identifier: Apache-2.0
#include "io/html_writer.hpp"

#include <algorithm>
#include <array>

#include "io/event_schema.hpp"
#include "io/field_json.hpp"
#include "io/json_writer.hpp"
#include "io/layer_file.hpp"
#include "io/page_parts.hpp"

namespace yaqut::io {

namespace {

/// The columns that the page shows, under the names its scripts know. Empty ones are left out.
struct Shown {
    std::string_view key;
    std::string_view column;
};
constexpr std::array shown_columns{Shown{"id", "event_id"},
                                   Shown{"type", "event_type"},
                                   Shown{"status", "status"},
                                   Shown{"start", "date_start"},
                                   Shown{"end", "date_end"},
                                   Shown{"date_text", "date_text"},
                                   Shown{"date_why", "date_why"},
                                   Shown{"written", "place_text"},
                                   Shown{"place", "place_name"},
                                   Shown{"name_ar", "name_ar"},
                                   Shown{"admin1", "admin1"},
                                   Shown{"country", "country"},
                                   Shown{"level", "geo_level"},
                                   Shown{"place_why", "place_why"},
                                   Shown{"confidence", "confidence"},
                                   Shown{"fatal", "fatal_best"},
                                   Shown{"injured", "injured"},
                                   Shown{"missing", "miss_best"},
                                   Shown{"displaced", "displ_best"},
                                   Shown{"actor1", "actor1"},
                                   Shown{"actor2", "actor2"},
                                   Shown{"according", "attributed"},
                                   Shown{"title", "title"},
                                   Shown{"source", "source"},
                                   Shown{"url", "url"},
                                   Shown{"published", "published"},
                                   Shown{"snippet", "snippet"},
                                   Shown{"n", "n_sources"}};

const EventField& field_of(std::string_view column) {
    const auto fields = event_fields();
    const auto found =
        std::find_if(fields.begin(), fields.end(), [column](const EventField& field) { return field.name == column; });
    return found == fields.end() ? fields.front() : *found; // a test writes every column
}

/// The JSON inside its script element: "<" could end the element, or begin a comment that hides its end.
std::string escaped(const std::string& json) {
    std::string out;
    out.reserve(json.size());
    for (const char c : json) {
        c == '<' ? out += "\\u003c" : out += c;
    }
    return out;
}

void write_event(JsonWriter& json, const Event& event, const std::optional<Location>& point) {
    constexpr int degree_decimals = 5;
    json.begin_object();
    for (const Shown& shown : shown_columns) {
        const EventField& field = field_of(shown.column);
        const FieldValue value = field.value(event, point);
        if (!std::holds_alternative<std::monostate>(value)) {
            json.key(shown.key);
            write_field(json, field, value);
        }
    }
    json.key("lat");
    point ? json.value(point->lat, degree_decimals) : json.null();
    json.key("lon");
    point ? json.value(point->lon, degree_decimals) : json.null();
    json.key("others").begin_array();
    if (event.place) {
        for (const std::string& other : event.place->alternatives) {
            json.value(std::string_view(other).substr(0, other.rfind('|')));
        }
    }
    json.end_array().end_object();
}

void write_types(JsonWriter& json) {
    json.key("types").begin_object();
    for (std::size_t i = 0; i < event_type_count; ++i) {
        const auto type = static_cast<EventType>(i);
        const Labels labels = event_type_labels(type);
        json.key(to_string(type)).begin_object().key("colour").value(event_type_colour(type));
        json.key("names").begin_object().key("en").value(labels.en).key("ar").value(labels.ar);
        json.key("fr").value(labels.fr).end_object().end_object();
    }
    json.end_object();
}

class Html : public LayerWriter {
  public:
    Html(const std::string& path, const LayerOptions& options) : m_drawn(options.drawn), m_file(path, options) {
        m_file.write(page_parts().head);
        JsonWriter json;
        json.begin_object().key("attribution").value(options.attribution);
        write_types(json);
        json.key("events").begin_array();
        m_file.write(escaped(json.text()));
    }

    void write(const Event& event) override {
        const std::optional<Location> point = event_point(event, m_drawn);
        m_file.write(m_file.empty() ? "\n" : ",\n");
        m_file.count(point.has_value());
        JsonWriter json;
        write_event(json, event, point);
        m_file.write(escaped(json.text()));
    }

    LayerReport finish() override {
        m_file.write("]}");
        m_file.write(page_parts().tail);
        return m_file.finish();
    }

  private:
    DrawnPoints m_drawn;
    LayerFile m_file;
};

} // namespace

std::unique_ptr<LayerWriter> open_html(const std::string& path, const LayerOptions& options) {
    return std::make_unique<Html>(path, options);
}

} // namespace yaqut::io
