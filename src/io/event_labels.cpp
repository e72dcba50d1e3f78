// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string>
#include <unordered_map>

#include "core/error.hpp"
#include "io/event_schema.hpp"
#include "lexicon/table.hpp"

namespace yaqut::io {

namespace {

/// The cells point into the program's tables.
struct Entry {
    Labels labels;
    std::string_view extra; ///< meaning of a field, colour of a type
};
using Entries = std::unordered_map<std::string_view, Entry>;

Entries load_entries(std::string_view table_name, std::string_view key, std::string_view extra) {
    Entries entries;
    const lexicon::Table table = lexicon::load(table_name);
    for (const lexicon::Row& row : table.rows()) {
        entries.emplace(row[key], Entry{{row["en"], row["ar"], row["fr"]}, row[extra]});
    }
    return entries;
}

const Entry& find(const Entries& entries, std::string_view name, const char* table) {
    const auto found = entries.find(name);
    if (found == entries.end()) {
        throw TableError(table, "no row for " + std::string(name));
    }
    return found->second;
}

const Entry& field_entry(std::string_view field) {
    static const Entries entries = load_entries("event_fields", "name", "meaning");
    return find(entries, field, "event_fields");
}

const Entry& type_entry(EventType type) {
    static const Entries entries = load_entries("event_labels", "type", "colour");
    return find(entries, to_string(type), "event_labels");
}

std::string type_name(const EventField& field) {
    switch (field.type) {
    case FieldType::text: return "text, " + std::to_string(field.width) + " bytes";
    case FieldType::integer: return "integer";
    case FieldType::real: return field.decimals == 0 ? "real" : "real, " + std::to_string(field.decimals) + " decimals";
    case FieldType::time: return "time, UTC";
    case FieldType::date: break;
    }
    return "date";
}

} // namespace

Labels field_labels(std::string_view field) { return field_entry(field).labels; }
std::string_view field_meaning(std::string_view field) { return field_entry(field).extra; }
Labels event_type_labels(EventType type) { return type_entry(type).labels; }
std::string_view event_type_colour(EventType type) { return type_entry(type).extra; }

std::string schema_markdown() {
    std::string out = "| Field | Type | Meaning | Arabic label |\n|---|---|---|---|\n";
    for (const EventField& field : event_fields()) {
        std::string meaning;
        for (const char c : field_meaning(field.name)) {
            meaning += c == '|' ? "\\|" : std::string(1, c); // a bar would begin a cell
        }
        out.append("| `").append(field.name).append("` | ").append(type_name(field)).append(" | ").append(meaning);
        out.append(" | ").append(field_labels(field.name).ar).append(" |\n");
    }
    return out;
}

} // namespace yaqut::io
