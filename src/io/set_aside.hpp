// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "io/work_folder.hpp"

namespace yaqut::io {

/// The files of a result that has several, moved out of the way while others take their names: at no moment does a part
/// of one stand beside a part of the other under the last of the endings, which readers look for. Whoever is killed in
/// between leaves no file of that ending, and the old parts whole in a hidden folder.
class SetAside {
  public:
    /// Moves base + ending for all of them, the last one first. Throws ExistsError, OutputError.
    SetAside(const std::string& base, std::span<const char* const> endings, bool overwrite);
    SetAside(const SetAside&) = delete;
    SetAside& operator=(const SetAside&) = delete;
    ~SetAside(); ///< puts everything back, unless the new files are complete

    /// The new files are in their places.
    void complete() { m_moved.clear(); }

  private:
    void put_back();

    std::optional<WorkFolder> m_folder;
    std::vector<std::pair<std::string, std::string>> m_moved; ///< from, to
};

} // namespace yaqut::io
