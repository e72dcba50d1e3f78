// SPDX-License-Identifier: Apache-2.0
#include "io/layer_file.hpp"

#include <utility>

namespace yaqut::io {

LayerFile::LayerFile(const std::string& path, const LayerOptions& options, std::string style)
    : m_to_file(path != "-"), m_file(path, options.overwrite) {
    if (m_to_file && options.style && !style.empty()) {
        m_style.emplace(style_path(path), std::move(style), options.overwrite);
    }
}

LayerReport LayerFile::finish() {
    m_file.complete();
    m_file.publish();
    if (m_to_file) {
        m_report.files.push_back(m_file.path());
    }
    if (m_style) {
        m_style->write();
        m_report.files.push_back(m_style->path());
    }
    return m_report;
}

} // namespace yaqut::io
