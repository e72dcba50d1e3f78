// SPDX-License-Identifier: Apache-2.0
#include "io/kept_reports.hpp"

#include <filesystem>

#include "core/base64.hpp"
#include "core/error.hpp"
#include "io/postgis_reports.hpp"
#include "io/postgis_writer.hpp"
#include "io/vector_reader.hpp"

namespace yaqut::io {

namespace {

constexpr const char* table_name = "yaqut_reports";
constexpr const char* file_remedy = "; make it anew from all articles, with --append --overwrite";

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

KeptReports unpack_kept_reports(const std::string& where, const std::string& article_id,
                                const std::string& found_version, const std::string& base64, std::int64_t version,
                                const std::string& remedy) {
    if (found_version != std::to_string(version)) {
        throw InputError(where, "expected reports of version " + std::to_string(version) + ", found version " +
                                    found_version + " of another release" + remedy);
    }
    std::optional<std::string> packed = from_base64(base64);
    if (!packed) {
        throw InputError(where, "damaged reports" + remedy);
    }
    return {article_id, version, std::move(*packed)};
}

void read_kept_reports(const std::string& path, std::int64_t version,
                       const std::function<void(const KeptReports&)>& use) {
    if (is_database(path)) {
        read_postgis_reports(path, version, use);
        return;
    }
    if (!std::filesystem::exists(path)) {
        return;
    }
    if (!holds_table(path)) {
        throw InputError(path, std::string("has no table ") + table_name +
                                   ": it was written without --append, and what its articles told is not known" +
                                   file_remedy);
    }
    VectorOptions options;
    options.driver = "GPKG";
    options.layer = table_name;
    VectorReader reader(path, options);
    if (reader.columns() != std::vector<std::string>{"article_id", "version", "reports"}) {
        throw InputError(path, std::string("table ") + table_name +
                                   ": expected the columns article_id, version, reports" + file_remedy);
    }
    while (reader.next()) {
        use(unpack_kept_reports(reader.where(), reader.field(0), reader.field(1), reader.field(2), version,
                                file_remedy));
    }
}

} // namespace yaqut::io
