// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "core/place.hpp"
#include "gazetteer/builder.hpp"
#include "gazetteer/file_view.hpp"
#include "gazetteer/name_keys.hpp"
#include "gazetteer/terms.hpp"

namespace yaqut::gazetteer {

/// Decides which names are ordinary words, names of persons or too short to be a place without a cue: by lists, and by
/// the number of letters of names of places that are not well known.
class AmbiguityRule {
  public:
    /// Takes over the lists of a compiled gazetteer.
    void add(const FileView& base, Terms& terms);
    /// Reads the lists. Throws InputError.
    void add(const AmbiguityFiles& files, Terms& terms);

    [[nodiscard]] bool is_ambiguous(const NameKeys& name, NameKind kind, FeatureClass feature, float importance) const;
    [[nodiscard]] std::vector<format::AmbiguousRecord> records() const;

  private:
    void add_never(std::string_view name);

    std::map<std::uint64_t, std::uint32_t> m_reasons; ///< by phrase of loose words: term; 0: never for being short
};

} // namespace yaqut::gazetteer
