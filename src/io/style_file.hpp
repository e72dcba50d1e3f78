// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace yaqut::io {

/// The style that QGIS applies to an events layer when it stands beside it under the same name: one colour per event
/// type, labels, field names in English and Arabic, map tip, and time by the days of the events. Fits every format,
/// since all have the same fields.
[[nodiscard]] std::string event_style_qml();

/// The same as elements without their root, as a layer of a QGIS project holds it.
[[nodiscard]] std::string event_style_elements();

/// "dir/events.geojson" gives "dir/events.qml".
[[nodiscard]] std::string style_path(const std::string& layer_path);

/// The style beside a layer. One that is there already with the same content is kept and no obstacle: layers of
/// several formats may share it.
class StyleFile {
  public:
    /// Throws as check_may_write() does.
    StyleFile(std::string path, std::string style, bool overwrite);

    /// Writes it and gives it its name.
    void write() const;

    [[nodiscard]] const std::string& path() const { return m_path; }

  private:
    std::string m_path;
    std::string m_style;
    bool m_overwrite;
};

} // namespace yaqut::io
