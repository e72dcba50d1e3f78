// SPDX-License-Identifier: Apache-2.0
#include "io/event_values.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include <unicode/locid.h>

#include "lexicon/table.hpp"

namespace yaqut::io {

namespace {

/// The codes of one event type in the order of `code_columns`; cells point into the program's tables.
constexpr std::array<std::string_view, 6> code_columns{"acled_event", "acled_sub",     "cameo",
                                                       "plover",      "ucdp_violence", "goldstein"};
using Codes = std::array<std::string_view, code_columns.size()>;

std::unordered_map<EventType, Codes> load_codes() {
    std::unordered_map<EventType, Codes> codes;
    const lexicon::Table table = lexicon::load("event_types");
    for (const lexicon::Row& row : table.rows()) {
        if (const auto type = parse_event_type(row["type"])) {
            Codes& of_type = codes[*type];
            std::transform(code_columns.begin(), code_columns.end(), of_type.begin(),
                           [&row](std::string_view column) { return row[column]; });
        }
    }
    return codes;
}

FieldValue text_or_null(std::string_view text) { return text.empty() ? FieldValue{} : FieldValue{std::string(text)}; }

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        out.append(out.empty() ? "" : separator).append(part);
    }
    return out;
}

std::string_view code_cell(EventType type, std::string_view column) {
    static const std::unordered_map<EventType, Codes> codes = load_codes();
    const auto found = codes.find(type);
    const auto* const index = std::find(code_columns.begin(), code_columns.end(), column);
    return found == codes.end() || index == code_columns.end()
               ? std::string_view()
               : found->second.at(static_cast<std::size_t>(index - code_columns.begin()));
}

bool is_acted_upon(const Actor& actor) { return actor.role == "target" || actor.role == "victim"; }
bool is_acting(const Actor& actor) { return !is_acted_upon(actor) && actor.role != "source"; }

} // namespace

FieldValue event_code(EventType type, std::string_view column) {
    const std::string_view code = code_cell(type, column);
    return code.find('|') == std::string_view::npos ? text_or_null(code) : FieldValue{};
}

bool has_code(EventType type, std::string_view column) { return !code_cell(type, column).empty(); }

FieldValue place_reason(const Event& event) {
    if (!event.place) {
        return text_or_null(event.why_no_place);
    }
    const std::string why = join(event.place->why, "; ");
    return text_or_null(event.place->sure ? why : "not sure enough for the map; " + why);
}

FieldValue date_reason(const Event& event) {
    return event.when ? FieldValue{std::string(to_string(event.date_basis))} : text_or_null(event.why_no_date);
}

FieldValue first_actor(const Event& event) {
    const auto found = std::find_if(event.actors.begin(), event.actors.end(), is_acting);
    return found == event.actors.end() ? FieldValue{} : text_or_null(found->text);
}

FieldValue second_actor(const Event& event) {
    auto found = std::find_if(event.actors.begin(), event.actors.end(), is_acted_upon);
    if (found == event.actors.end()) {
        found = std::find_if(event.actors.begin(), event.actors.end(), is_acting);
        found = found == event.actors.end() ? found : std::find_if(found + 1, event.actors.end(), is_acting);
    }
    return found == event.actors.end() ? FieldValue{} : text_or_null(found->text);
}

FieldValue country_code3(const std::string& alpha2) {
    if (alpha2.empty()) {
        return {};
    }
    thread_local std::unordered_map<std::string, std::string> known; // ICU goes through all countries each time
    const auto [found, added] = known.try_emplace(alpha2);
    if (added) {
        found->second = icu::Locale("", alpha2.c_str()).getISO3Country();
    }
    return text_or_null(found->second);
}

FieldValue other_candidates(const Event& event) {
    return event.place ? text_or_null(join(event.place->alternatives, ";")) : FieldValue{};
}

} // namespace yaqut::io
