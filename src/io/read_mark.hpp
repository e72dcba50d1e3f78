// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/error.hpp"

namespace yaqut::io {

struct ReaderCounts {
    std::uint64_t articles = 0;      ///< handed out
    std::uint64_t errors = 0;        ///< inputs and articles lost
    std::uint64_t warnings = 0;      ///< faults in articles that were kept
    std::uint64_t skipped_files = 0; ///< files in folders and archives that are no articles by their name
    std::uint64_t duplicate_ids = 0; ///< articles that got an id of their own ("a#2")
};

/// An id that was given out, as hashes.
struct IdUse {
    std::uint64_t given = 0;  ///< what the article got
    std::uint64_t wanted = 0; ///< what it had; the same unless that was taken
    std::uint32_t number = 1; ///< behind the "#"
};

/// Where a reader stands behind an article, and what happened on the way there since the article before.
struct ReadMark {
    std::vector<std::uint64_t> finished; ///< keys (file_stamp.hpp) of files that ended since
    std::uint64_t file = 0;              ///< key of the article's file
    std::uint64_t records = 0;           ///< articles and faults taken from it
    IdUse id;
    ReaderCounts counts; ///< so far, of what happened in files: not of inputs that are missing, or skipped files
    std::vector<InputError> failures; ///< since
};

/// Where a reader begins when a part of its inputs was read before.
struct ReadStart {
    std::uint64_t files = 0;   ///< first ones to leave out
    std::uint64_t records = 0; ///< first ones of the next file to leave out
    std::vector<IdUse> ids;
    ReaderCounts counts; ///< as in ReadMark
};

} // namespace yaqut::io
