// SPDX-License-Identifier: Apache-2.0
#include "io/packed_text.hpp"

#include <algorithm>
#include <filesystem>

#include "core/error.hpp"
#include "io/ascii.hpp"
#include "io/virtual_files.hpp"

namespace yaqut::io {

namespace {

std::string member_of(const std::string& archive, const std::string& stem) {
    std::vector<std::string> members = list_virtual_folder(archive);
    std::erase_if(members, [](const std::string& name) { return !ends_with(name, ".txt"); });
    const auto same = std::find(members.begin(), members.end(), stem + ".txt");
    if (same != members.end()) {
        return *same;
    }
    if (members.size() != 1) {
        throw Error("expected " + stem + ".txt or a single .txt in the archive, found " +
                    std::to_string(members.size()) + " others");
    }
    return members.front();
}

} // namespace

PackedText open_packed_text(const std::string& path) {
    const std::filesystem::path file(path);
    try {
        if (ends_with(path, ".zip") && !is_virtual_path(path)) {
            const std::string archive = "/vsizip/" + path;
            const std::string member = member_of(archive, file.stem().string());
            return {open_stream(archive + '/' + member), member};
        }
        if (ends_with(path, ".gz") && !is_virtual_path(path)) {
            return {open_stream("/vsigzip/" + path), file.stem().string()};
        }
        return {open_stream(path), file.filename().string()};
    } catch (const InputError&) {
        throw;
    } catch (const Error& error) {
        throw InputError(path, error.what());
    }
}

} // namespace yaqut::io
