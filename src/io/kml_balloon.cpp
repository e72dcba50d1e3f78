// SPDX-License-Identifier: Apache-2.0
#include "io/kml_balloon.hpp"

#include "io/event_schema.hpp"
#include "io/xml_writer.hpp"

namespace yaqut::io {

namespace {

bool is_web_address(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

void write_source(Xml& html, const EventSource& source) {
    const std::string& title = source.title.empty() ? source.url : source.title;
    html.raw("<p dir=\"auto\">");
    if (is_web_address(source.url)) {
        html.raw("<a").attribute("href", source.url).raw(">").escaped(title).raw("</a>");
    } else {
        html.escaped(title);
    }
    if (!source.source.empty()) {
        html.raw(" (").escaped(source.source).raw(")");
    }
    html.raw("</p>");
}

} // namespace

std::string kml_title(const Event& event) {
    std::string title(event_type_labels(event.type).en);
    if (event.place) {
        title.append(": ").append(event.place->name.empty() ? event.place->text : event.place->name);
    }
    return title;
}

std::string kml_balloon(const Event& event) {
    Xml html;
    html.raw("<p>").escaped(edtf_date(event).value_or("no date")).raw(", ").escaped(to_string(event.status));
    html.raw("</p>");
    if (!event.sources.empty()) {
        html.raw("<p dir=\"auto\">").escaped(event.sources.front().sentence).raw("</p>");
        write_source(html, event.sources.front());
    }
    return html.take();
}

} // namespace yaqut::io
