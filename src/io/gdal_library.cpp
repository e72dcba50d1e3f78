// SPDX-License-Identifier: Apache-2.0
#include "io/gdal_library.hpp"

#include <dlfcn.h>

#include <cpl_error.h>
#include <gdal_version.h>

#include "core/error.hpp"
#include "io/readable.hpp"

namespace yaqut::io {

namespace {

// The library's major number rises by one with each minor version: 3.6 is libgdal.so.32.
static_assert(GDAL_VERSION_MAJOR == 3, "the name of the library must be checked for another major version of GDAL");
constexpr int library_number = 26 + GDAL_VERSION_MINOR;

void* open_library() {
    const std::string name = "libgdal.so." + std::to_string(library_number);
    void* library = ::dlopen(name.c_str(), RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr) {
        const char* reason = ::dlerror();
        throw Error("archives and this format need the GDAL library: " +
                    std::string(reason == nullptr ? name : reason));
    }
    return library;
}

struct Gdal {
    decltype(::CPLPushErrorHandlerEx)* push = gdal_function<decltype(::CPLPushErrorHandlerEx)>("CPLPushErrorHandlerEx");
    decltype(::CPLPopErrorHandler)* pop = gdal_function<decltype(::CPLPopErrorHandler)>("CPLPopErrorHandler");
    decltype(::CPLGetErrorHandlerUserData)* user_data =
        gdal_function<decltype(::CPLGetErrorHandlerUserData)>("CPLGetErrorHandlerUserData");
    decltype(::CPLErrorReset)* reset = gdal_function<decltype(::CPLErrorReset)>("CPLErrorReset");
};

const Gdal& gdal() {
    static const Gdal functions;
    return functions;
}

void CPL_STDCALL receive_error(CPLErr level, CPLErrorNum /*number*/, const char* text) {
    static_cast<GdalErrors*>(gdal().user_data())->receive(level, text);
}

} // namespace

void* gdal_symbol(const char* name) {
    static void* const library = open_library();
    void* address = ::dlsym(library, name);
    if (address == nullptr) {
        throw Error("the GDAL library has no function " + std::string(name));
    }
    return address;
}

GdalErrors::GdalErrors() {
    gdal().reset();
    gdal().push(receive_error, this);
}

GdalErrors::~GdalErrors() { gdal().pop(); }

void GdalErrors::receive(int level, const char* text) {
    if (level < CE_Warning || m_failed) { // debug output
        return;
    }
    const bool failure = level >= CE_Failure;
    if (failure || m_message.empty()) {
        m_message = readable(text == nullptr ? "" : text, 300);
    }
    m_failed = failure;
}

std::string GdalErrors::message(const char* otherwise) const { return m_message.empty() ? otherwise : m_message; }

void GdalErrors::forget() {
    m_failed = false;
    m_message.clear();
}

} // namespace yaqut::io
