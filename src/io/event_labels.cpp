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

const Entry* find(const Entries& entries, std::string_view name) {
    const auto found = entries.find(name);
    return found == entries.end() ? nullptr : &found->second;
}

/// What the type of which a column is the number is called.
const Entries& type_counts() {
    static const Entries entries = load_entries("event_labels", "count", "type");
    return entries;
}

std::unordered_map<std::string_view, std::string> count_meanings() {
    std::unordered_map<std::string_view, std::string> meanings;
    for (const auto& [field, entry] : type_counts()) {
        meanings.emplace(field, "Of the events that happened, those of the type " + std::string(entry.extra));
    }
    return meanings;
}

const Entry& field_entry(std::string_view field, std::string_view labels) {
    static const Entries events = load_entries("event_fields", "name", "meaning");
    static const Entries areas = load_entries("area_fields", "name", "meaning");
    static const Entries mentions = load_entries("mention_fields", "name", "meaning");
    const Entry* entry = labels == "area_fields"      ? find(areas, field)
                         : labels == "mention_fields" ? find(mentions, field)
                                                      : nullptr;
    entry = entry == nullptr ? find(events, field) : entry;
    entry = entry == nullptr ? find(type_counts(), field) : entry;
    if (entry == nullptr) {
        throw TableError("event_fields", "no row for " + std::string(field));
    }
    return *entry;
}

/// With `extra` of the row.
const Entry& type_entry(const Entries& entries, EventType type) {
    const Entry* entry = find(entries, to_string(type));
    if (entry == nullptr) {
        throw TableError("event_labels", "no row for " + std::string(to_string(type)));
    }
    return *entry;
}

const Entries& type_colours() {
    static const Entries entries = load_entries("event_labels", "type", "colour");
    return entries;
}

const Entries& type_count_fields() {
    static const Entries entries = load_entries("event_labels", "type", "count");
    return entries;
}

std::string type_name(const Column& field) {
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

Labels field_labels(std::string_view field, std::string_view labels) { return field_entry(field, labels).labels; }
std::string_view field_meaning(std::string_view field, std::string_view labels) {
    static const std::unordered_map<std::string_view, std::string> counts = count_meanings();
    const auto count = counts.find(field);
    return count == counts.end() ? field_entry(field, labels).extra : std::string_view(count->second);
}
Labels event_type_labels(EventType type) { return type_entry(type_colours(), type).labels; }
std::string_view event_type_colour(EventType type) { return type_entry(type_colours(), type).extra; }
std::string_view event_type_count_field(EventType type) { return type_entry(type_count_fields(), type).extra; }

std::string schema_markdown(std::span<const Column> columns, std::string_view labels) {
    std::string out = "| Field | Type | Meaning | Arabic label |\n|---|---|---|---|\n";
    for (const Column& column : columns) {
        std::string meaning;
        for (const char c : field_meaning(column.name, labels)) {
            meaning += c == '|' ? "\\|" : std::string(1, c); // a bar would begin a cell
        }
        out.append("| `").append(column.name).append("` | ").append(type_name(column)).append(" | ").append(meaning);
        out.append(" | ").append(field_labels(column.name, labels).ar).append(" |\n");
    }
    return out;
}

} // namespace yaqut::io
