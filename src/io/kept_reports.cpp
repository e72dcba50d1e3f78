// SPDX-License-Identifier: Apache-2.0
#include "io/kept_reports.hpp"

#include "core/base64.hpp"
#include "core/error.hpp"
#include "io/vector_reader.hpp"

namespace yaqut::io {

namespace {

constexpr const char* table_name = "yaqut_reports";
constexpr const char* remedy = "; make it anew from all articles, with --append --overwrite";

bool holds_table(const std::string& path) {
    VectorOptions options;
    options.driver = "GPKG";
    options.all_layers = true;
    const VectorReader reader(path, options);
    for (std::size_t layer = 0; layer < reader.layer_count(); ++layer) {
        if (reader.layer_name(layer) == table_name) {
            return true;
        }
    }
    return false;
}

} // namespace

FeatureSchema kept_reports_schema() {
    constexpr std::uint8_t any_width = 254;
    return {.name = table_name,
            .geometry = LayerGeometry::none,
            .columns = {{"article_id", FieldType::text, any_width, 0},
                        {"version", FieldType::integer, 9, 0},
                        {"reports", FieldType::text, any_width, 0}},
            .description = "What each article tells, to be merged with what more articles tell"};
}

std::vector<FieldValue> kept_reports_row(const KeptReports& reports) {
    return {reports.article_id, reports.version, to_base64(reports.packed)};
}

void read_kept_reports(const std::string& path, std::int64_t version,
                       const std::function<void(const KeptReports&)>& use) {
    if (!holds_table(path)) {
        throw InputError(path, std::string("has no table ") + table_name +
                                   ": it was written without --append, and what its articles told is not known" +
                                   remedy);
    }
    VectorOptions options;
    options.driver = "GPKG";
    options.layer = table_name;
    VectorReader reader(path, options);
    if (reader.columns() != std::vector<std::string>{"article_id", "version", "reports"}) {
        throw InputError(path, std::string("table ") + table_name +
                                   ": expected the columns article_id, version, reports" + remedy);
    }
    while (reader.next()) {
        if (const std::string found = reader.field(1); found != std::to_string(version)) {
            throw InputError(reader.where(), "expected reports of version " + std::to_string(version) +
                                                 ", found version " + found + " of another release" + remedy);
        }
        std::optional<std::string> packed = from_base64(reader.field(2));
        if (!packed) {
            throw InputError(reader.where(), std::string("damaged reports") + remedy);
        }
        use({reader.field(0), version, std::move(*packed)});
    }
}

} // namespace yaqut::io
