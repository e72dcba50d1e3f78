// SPDX-License-Identifier: Apache-2.0
#include "io/sql_session.hpp"

#include <array>
#include <memory>
#include <type_traits>

#include <gdal.h>
#include <ogr_api.h>

#include "core/error.hpp"
#include "io/gdal_library.hpp"

namespace yaqut::io {

namespace {

// NOLINTNEXTLINE(bugprone-macro-parentheses): the argument is a name to declare
#define YAQUT_GDAL(function) decltype(::function)* function = gdal_function<decltype(::function)>(#function)

struct Gdal {
    YAQUT_GDAL(GDALOpenEx);
    YAQUT_GDAL(GDALClose);
    YAQUT_GDAL(GDALDatasetExecuteSQL);
    YAQUT_GDAL(GDALDatasetReleaseResultSet);
    YAQUT_GDAL(GDALDatasetStartTransaction);
    YAQUT_GDAL(GDALDatasetCommitTransaction);
    YAQUT_GDAL(OGR_L_GetNextFeature);
    YAQUT_GDAL(OGR_F_GetFieldCount);
    YAQUT_GDAL(OGR_F_IsFieldSetAndNotNull);
    YAQUT_GDAL(OGR_F_GetFieldAsString);
    YAQUT_GDAL(OGR_F_Destroy);

    Gdal() {
        gdal_function<void()>("RegisterOGRPG")();
        gdal_function<void()>("RegisterOGRMEM")(); // it keeps the answers to what is no plain SELECT
    }
};

#undef YAQUT_GDAL

const Gdal& gdal() {
    static const Gdal functions;
    return functions;
}

/// "ERROR:  relation ...\nLINE 1: ..." without its line end.
std::string first_line(const std::string& message) { return message.substr(0, message.find('\n')); }

/// Replaces what stands from `begin` to the first of `ends`, or between quotes.
void hide(std::string& text, std::size_t begin, std::string_view ends) {
    std::size_t end = begin;
    if (begin < text.size() && text[begin] == '\'') {
        for (++end; end < text.size() && text[end] != '\''; ++end) {
            end += text[end] == '\\' ? 1U : 0U;
        }
        end = std::min(end + 1, text.size());
    } else {
        end = std::min(text.find_first_of(ends, begin), text.size());
    }
    text.replace(begin, end - begin, "***");
}

} // namespace

std::string without_password(std::string_view connection) {
    std::string shown(connection);
    if (const std::size_t key = shown.find("password"); key != std::string::npos) {
        const std::size_t sign = shown.find('=', key);
        const std::size_t value = sign == std::string::npos ? sign : shown.find_first_not_of(' ', sign + 1);
        if (value != std::string::npos) {
            hide(shown, value, " &");
        }
    }
    const std::size_t scheme = shown.find("://"); // postgresql://user:password@host/name
    const std::size_t at = scheme == std::string::npos ? scheme : shown.rfind('@', shown.find('/', scheme + 3));
    const std::size_t colon = at == std::string::npos ? at : shown.find(':', scheme + 3);
    if (colon < at) {
        shown.replace(colon + 1, at - colon - 1, "***");
    }
    return shown;
}

std::string sql_text(std::string_view text) {
    std::string literal = "'";
    for (const char c : text) {
        literal.append(c == '\'' ? 2 : 1, c);
    }
    return literal + "'";
}

SqlSession::SqlSession(const std::string& connection) : m_shown(without_password(connection)) {
    try {
        const Gdal& api = gdal();
        const GdalErrors errors;
        constexpr std::array<const char*, 2> drivers{"PostgreSQL", nullptr};
        m_dataset =
            api.GDALOpenEx(connection.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, drivers.data(), nullptr, nullptr);
        if (m_dataset == nullptr) {
            fail("no connection: " + errors.message("no reason given"));
        }
    } catch (const OutputError&) {
        throw;
    } catch (const Error& error) { // the library is missing
        fail(error.what());
    }
    execute("SET standard_conforming_strings = on");
}

SqlSession::~SqlSession() {
    if (m_dataset != nullptr) {
        const GdalErrors silenced;
        gdal().GDALClose(m_dataset); // the server undoes what was not committed
    }
}

void SqlSession::fail(const std::string& reason) const { throw OutputError(m_shown, reason); }

void SqlSession::execute(const std::string& sql) { (void)row(sql); }

std::vector<std::optional<std::string>> SqlSession::row(const std::string& sql) {
    std::vector<std::optional<std::string>> first;
    ask(sql, [&first](std::vector<std::optional<std::string>> values) {
        first = std::move(values);
        return false;
    });
    return first;
}

void SqlSession::each_row(const std::string& sql,
                          const std::function<void(std::vector<std::optional<std::string>>)>& use) {
    ask(sql, [&use](std::vector<std::optional<std::string>> values) {
        use(std::move(values));
        return true;
    });
}

void SqlSession::ask(const std::string& sql,
                     const std::function<bool(std::vector<std::optional<std::string>>)>& wants_more) {
    const Gdal& api = gdal();
    const GdalErrors errors;
    const auto release = [&](OGRLayerH answer) { api.GDALDatasetReleaseResultSet(m_dataset, answer); };
    const std::unique_ptr<std::remove_pointer_t<OGRLayerH>, decltype(release)> answer(
        api.GDALDatasetExecuteSQL(m_dataset, sql.c_str(), nullptr, nullptr), release);
    bool more = answer != nullptr;
    while (more) {
        OGRFeatureH feature = api.OGR_L_GetNextFeature(answer.get());
        if (feature == nullptr) {
            break;
        }
        std::vector<std::optional<std::string>> values;
        values.reserve(static_cast<std::size_t>(api.OGR_F_GetFieldCount(feature)));
        for (int i = 0; i < api.OGR_F_GetFieldCount(feature); ++i) {
            values.push_back(api.OGR_F_IsFieldSetAndNotNull(feature, i) != 0
                                 ? std::optional<std::string>(api.OGR_F_GetFieldAsString(feature, i))
                                 : std::nullopt);
        }
        api.OGR_F_Destroy(feature);
        more = wants_more(std::move(values));
    }
    if (errors.failed()) {
        fail(first_line(errors.message("no reason given")));
    }
}

void SqlSession::begin() {
    const GdalErrors errors;
    if (gdal().GDALDatasetStartTransaction(m_dataset, FALSE) != OGRERR_NONE) {
        fail("no transaction: " + first_line(errors.message("no reason given")));
    }
}

void SqlSession::commit() {
    const GdalErrors errors;
    if (gdal().GDALDatasetCommitTransaction(m_dataset) != OGRERR_NONE || errors.failed()) {
        fail("could not be committed: " + first_line(errors.message("no reason given")));
    }
}

} // namespace yaqut::io
