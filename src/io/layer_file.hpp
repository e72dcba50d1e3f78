// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "io/layer_writer.hpp"
#include "io/output_file.hpp"
#include "io/style_file.hpp"

namespace yaqut::io {

/// The file of a layer in a format that is written here, not by GDAL: opened, counted and completed the same way in all
/// of them. Path "-" is standard output.
class LayerFile {
  public:
    /// `style`: for QGIS, written beside a file unless it is empty or the options say no. Throws ExistsError,
    /// OutputError.
    LayerFile(const std::string& path, const LayerOptions& options, std::string style = {});

    void write(std::string_view bytes) { m_file.write(bytes); }
    /// Passes on what was written to whoever reads a pipe's other end.
    void deliver() { m_file.deliver(); }
    void count(bool located) {
        ++m_report.events;
        m_report.located += located ? 1U : 0U;
    }
    [[nodiscard]] bool empty() const { return m_report.events == 0; }
    /// Gives the files their names.
    [[nodiscard]] LayerReport finish();

  private:
    bool m_to_file;
    OutputFile m_file;
    std::optional<StyleFile> m_style;
    LayerReport m_report;
};

} // namespace yaqut::io
