// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/place_source.hpp"
#include "gazetteer/file_view.hpp"

namespace yaqut::gazetteer {

/// Finds the place of a compiled gazetteer that an imported one is: by its id, or by a shared loose key, the country, a
/// class that fits and nearness. Two places of one source (one scheme of ids) are the same only when they are very
/// close. Safe to use from several threads.
class BaseMatcher {
  public:
    explicit BaseMatcher(const FileView& base) : m_base(base) {}
    [[nodiscard]] std::optional<PlaceIndex> find(const ImportedPlace& place) const;

  private:
    struct Best {
        std::optional<PlaceIndex> place;
        double km = 0.0;
    };
    void look_at(PlaceIndex index, const ImportedPlace& place, Best& best) const;

    const FileView& m_base;
};

} // namespace yaqut::gazetteer
