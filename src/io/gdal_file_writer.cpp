// SPDX-License-Identifier: Apache-2.0
#include "io/gdal_file_writer.hpp"

#include "core/error.hpp"
#include "io/gdal_output.hpp"
#include "io/style_file.hpp"

namespace yaqut::io {

namespace {

/// What sets one of these formats apart.
struct FileFormat {
    const char* driver;
    bool geometry = true;
    bool only_located = false;   ///< it cannot hold features without a geometry
    std::uint64_t most_rows = 0; ///< 0: no limit
    bool styled = false;         ///< QGIS reads a .qml beside it
};

/// One layer in one file, written by GDAL.
class GdalFile : public FeatureWriter {
  public:
    GdalFile(const std::string& path, const FeatureSchema& schema, const LayerOptions& options,
             const FileFormat& format)
        : m_format(format), m_output(format.driver, path, options.overwrite) {
        if (options.style && format.styled && !schema.style.empty()) {
            m_style.emplace(style_path(path), schema.style, options.overwrite);
        }
        m_output.dataset().add_layer({.name = schema.name,
                                      .geometry = format.geometry ? schema.geometry : LayerGeometry::none,
                                      .columns = schema.columns,
                                      .options = {}});
    }

    void write(const Feature& feature) override {
        if (m_format.most_rows != 0 && m_report.events == m_format.most_rows) {
            throw OutputError(m_output.path(), "the format holds at most " + std::to_string(m_format.most_rows) +
                                                   " rows: write another format, or fewer events");
        }
        if (m_format.only_located && !feature.located()) {
            ++m_report.left_out;
            return;
        }
        m_output.dataset().add(0, feature);
        ++m_report.events;
        m_report.located += feature.located() ? 1U : 0U;
    }

    LayerReport finish() override {
        m_output.publish();
        m_report.files.push_back(m_output.path());
        if (m_style) {
            m_style->write();
            m_report.files.push_back(m_style->path());
        }
        return m_report;
    }

  private:
    FileFormat m_format;
    GdalOutput m_output;
    std::optional<StyleFile> m_style;
    LayerReport m_report;
};

} // namespace

std::unique_ptr<FeatureWriter> open_flatgeobuf(const std::string& path, const FeatureSchema& schema,
                                               const LayerOptions& options) {
    const FileFormat format{.driver = "FlatGeobuf", .only_located = true, .styled = true};
    return std::make_unique<GdalFile>(path, schema, options, format);
}

std::unique_ptr<FeatureWriter> open_xlsx(const std::string& path, const FeatureSchema& schema,
                                         const LayerOptions& options) {
    constexpr std::uint64_t rows_of_a_sheet = 1048576;
    const FileFormat format{.driver = "XLSX", .geometry = false, .most_rows = rows_of_a_sheet - 1};
    return std::make_unique<GdalFile>(path, schema, options, format);
}

} // namespace yaqut::io
