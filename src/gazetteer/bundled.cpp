// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

#include "core/error.hpp"
#include "gazetteer/gazetteer.hpp"

namespace yaqut::gazetteer {

namespace {

constexpr const char* variable = "YAQUT_GAZETTEER";
constexpr const char* file_name = "gazetteer.yqg";

bool is_there(const std::filesystem::path& file) {
    std::error_code ignored;
    return std::filesystem::exists(file, ignored);
}

/// The folder of the program itself when `program` is a link to it.
std::filesystem::path folder_of(const std::filesystem::path& program) {
    std::error_code error;
    const std::filesystem::path real = std::filesystem::canonical(program, error);
    return (error ? std::filesystem::absolute(program, error) : real).parent_path();
}

} // namespace

std::filesystem::path bundled_gazetteer(const std::filesystem::path& program) {
    const char* given = std::getenv(variable);
    if (given != nullptr && *given != '\0') {
        if (!is_there(given)) {
            throw GazetteerError(given, std::string("no such file; ") + variable + " names it");
        }
        return given;
    }
    const std::filesystem::path folder = folder_of(program);
    const std::vector<std::filesystem::path> looked_at{
        (folder.parent_path() / "share" / "yaqut" / file_name).lexically_normal(), folder / file_name};
    std::string all;
    for (const auto& file : looked_at) {
        if (is_there(file)) {
            return file;
        }
        all += (all.empty() ? "" : ", ") + file.string();
    }
    throw GazetteerError(file_name, "not found; looked at " + all + "; " + variable + " is not set");
}

} // namespace yaqut::gazetteer
