// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/sounds.hpp"

namespace yaqut::geocode {

/// Finds keys of a gazetteer that are spelled or sound like another one. What is found is to be checked: it may be
/// farther away than asked for. Const and thread-safe.
class NearKeys {
  public:
    using Use = std::function<void(std::string_view key)>;

    NearKeys() = default;
    NearKeys(const NearKeys&) = delete;
    NearKeys& operator=(const NearKeys&) = delete;
    virtual ~NearKeys() = default;

    /// Keys one edit away from `key`, spaces apart, and many that are two away; the same key may come several times.
    virtual void spelled_like(std::string_view key, const Use& use) const = 0;
    /// Keys with one of the skeletons of `key`, and for longer ones with a skeleton one sound away.
    virtual void sounding_like(std::string_view key, const Use& use) const = 0;
};

/// Walks all keys for each question: for a few names. The gazetteer and the sounds must outlive it.
[[nodiscard]] std::unique_ptr<NearKeys> walk_keys(const gazetteer::Gazetteer& gazetteer,
                                                  const gazetteer::Sounds& sounds);

/// Makes an index first, which takes about a second for half a million keys and some 100 bytes for each of them: for
/// long lists. Of gazetteers of millions of places it holds the names of the weightiest ones. The same lives apply.
[[nodiscard]] std::unique_ptr<NearKeys> index_keys(const gazetteer::Gazetteer& gazetteer,
                                                   const gazetteer::Sounds& sounds);

} // namespace yaqut::geocode
