// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "spatial/admin_units.hpp"

namespace yaqut::cli {

/// The file of the first-level units of the world: in the folder of `gazetteer` (empty: none), or where the program has
/// it. nullopt: nowhere.
[[nodiscard]] std::optional<std::filesystem::path> find_unit_file(const std::filesystem::path& gazetteer);

/// The first-level units of the world, which lie beside the bundled gazetteer. Read when they are first asked for,
/// which takes about a second. Not safe to share between threads before that.
class BundledUnits {
  public:
    /// `gazetteer` gives the units' names, and they may lie in its folder, too. Empty: none.
    explicit BundledUnits(std::filesystem::path gazetteer) : m_gazetteer(std::move(gazetteer)) {}

    /// Throws GazetteerError (not there, names the places looked at) and InputError (damaged).
    [[nodiscard]] const spatial::AdminUnits& get();

  private:
    std::filesystem::path m_gazetteer;
    std::optional<spatial::AdminUnits> m_units;
};

} // namespace yaqut::cli
