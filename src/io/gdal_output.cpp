// SPDX-License-Identifier: Apache-2.0
#include "io/gdal_output.hpp"

#include "core/error.hpp"
#include "io/output_file.hpp"

namespace yaqut::io {

namespace {

const std::string& checked(const std::string& path, bool overwrite) {
    if (path == "-") {
        throw OutputError("standard output", "this format cannot go there: name a file");
    }
    check_may_write(path, overwrite);
    return path;
}

} // namespace

GdalOutput::GdalOutput(const std::string& driver, const std::string& path, bool overwrite)
    : m_path(checked(path, overwrite)), m_scratch(driver, m_path, overwrite),
      m_dataset(driver, m_scratch.work(), m_path) {}

void GdalOutput::publish() {
    m_dataset.close();
    m_scratch.publish();
}

} // namespace yaqut::io
