// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/place_source.hpp"

namespace yaqut::gazetteer {

/// Gets a line for each row that was left out: "names.tsv:12: name: expected 1 to 1000 bytes, found 0".
using Report = std::function<void(const std::string&)>;

struct BuildReport {
    std::uint64_t places = 0;
    std::uint64_t names = 0;
    std::uint64_t keys = 0;
    std::uint64_t skipped = 0; ///< rows left out by the builder, each reported; sources count their own
    std::uint64_t merged = 0;  ///< imported places that were found in the base gazetteer or an earlier source
};

/// Lists of names that need a cue; see gazetteer/README.md. Either may be empty. Names of a source that says nothing
/// about a name's ambiguity are judged by them, and by being short.
struct AmbiguityFiles {
    std::filesystem::path names; ///< table with the columns name and why
    std::filesystem::path never; ///< one name a line, or several with '|' between them: never for being short
};

/// What a gazetteer is made of.
struct BuildPlan {
    /// By falling precedence: what an earlier source has, a later one only adds names to.
    std::vector<std::unique_ptr<PlaceSource>> sources;
    /// A compiled gazetteer that goes first; its lists of ambiguous names are taken over. Empty: none.
    std::filesystem::path base;
    AmbiguityFiles ambiguity; ///< besides those of the base
};

struct BuildProgress {
    std::string_view stage; ///< "reading", "sorting", "writing"
    std::uint64_t done = 0; ///< places so far in this stage
};

struct BuildOptions {
    /// Bytes for sorting: what does not fit goes to temporary files. Tables of words and of ids come on top, about
    /// 40 bytes a place.
    std::uint64_t memory_limit = std::uint64_t{1} << 30U;
    std::filesystem::path temp_folder;                  ///< empty: beside the output
    std::vector<std::string> countries;                 ///< ISO codes: places of sources elsewhere are left out
    std::function<void(const BuildProgress&)> progress; ///< called now and then; may be empty
};

/// Compiles a gazetteer: written to a temporary name, then renamed; temporary files go away, also after an error. The
/// same input gives the same bytes, whatever the limit of memory. A place is merged with one that is already there when
/// their ids are the same, or when they share a loose key, the country and a class that fits, and lie close together:
/// then the place of the base (or the earlier source) keeps all it has and gets the new names.
/// Throws InputError, GazetteerError (the base) and OutputError.
BuildReport build(BuildPlan plan, const std::filesystem::path& output, const BuildOptions& options,
                  const Report& report);

/// Source tables of a gazetteer: places.tsv and names.tsv as gazetteer/README.md describes them; ".zst" is unpacked.
struct BuildInput {
    std::filesystem::path places;
    std::filesystem::path names;
    std::filesystem::path licences{}; ///< table with the columns src and licence; empty: licences stay unknown
    AmbiguityFiles ambiguity{};       ///< kept for imports; names of tables say themselves whether they are ambiguous
};

/// The tables as a source. Reads them at once into memory. Throws InputError when a file cannot be read or lacks a
/// column; bad rows are reported ("names.tsv:12: ...") and left out.
[[nodiscard]] std::unique_ptr<PlaceSource> make_table_source(const BuildInput& input, const Report& report);

/// Compiles tables alone. `skipped` counts their bad rows, too.
BuildReport build(const BuildInput& input, const std::filesystem::path& output, const Report& report);

} // namespace yaqut::gazetteer
