// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace yaqut::gazetteer {

/// Source tables of a gazetteer: places.tsv and names.tsv as gazetteer/README.md describes them; ".zst" is unpacked.
struct BuildInput {
    std::filesystem::path places;
    std::filesystem::path names;
};

struct BuildReport {
    std::uint64_t places = 0;
    std::uint64_t names = 0;
    std::uint64_t keys = 0;
    std::uint64_t skipped = 0; ///< bad rows, each reported through the callback
};

/// Compiles tables into a gazetteer file: written to a temporary name, then renamed. The same tables give the same
/// bytes. A bad row is reported ("names.tsv:12: ...") and skipped. Throws InputError and OutputError.
BuildReport build(const BuildInput& input, const std::filesystem::path& output,
                  const std::function<void(const std::string&)>& report);

} // namespace yaqut::gazetteer
