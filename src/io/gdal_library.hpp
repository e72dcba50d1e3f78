// SPDX-License-Identifier: Apache-2.0
// GDAL is opened when the first archive or shapefile asks for it: with everything that it links it takes longer to load
// than yaqut needs for its other work. Source files of this folder name the functions that they use like this:
//
//     struct Gdal { decltype(::VSIFOpenL)* open = gdal_function<decltype(::VSIFOpenL)>("VSIFOpenL"); };
#pragma once

#include <cstddef>
#include <string>

namespace yaqut::io {

/// Address of a function of the GDAL library, which is opened on first use. Throws yaqut::Error when the library or
/// the function is missing.
[[nodiscard]] void* gdal_symbol(const char* name);

template <typename Function> [[nodiscard]] Function* gdal_function(const char* name) {
    return reinterpret_cast<Function*>(gdal_symbol(name));
}

/// Keeps GDAL's messages of this thread from standard error while it lives, and remembers the first failure.
class GdalErrors {
  public:
    GdalErrors();
    GdalErrors(const GdalErrors&) = delete;
    GdalErrors& operator=(const GdalErrors&) = delete;
    ~GdalErrors();

    [[nodiscard]] bool failed() const { return m_failed; }
    /// The message of the first failure, or of the first warning, or `otherwise`.
    [[nodiscard]] std::string message(const char* otherwise) const;
    void forget();

    /// Called by GDAL; `level` is a CPLErr.
    void receive(int level, const char* text);

  private:
    bool m_failed = false;
    std::string m_message;
};

} // namespace yaqut::io
