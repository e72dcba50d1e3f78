// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "core/toponym.hpp"
#include "gazetteer/gazetteer.hpp"
#include "text/document.hpp"
#include "toponyms/map_features.hpp"

namespace yaqut::toponyms {

/// Says which place each mention means, looking at the whole article. Built once; const and safe for any number of
/// threads.
class Resolver {
  public:
    /// Keeps a reference to the gazetteer, which must outlive the resolver. Throws TableError.
    explicit Resolver(const gazetteer::Gazetteer& gazetteer);

    /// One result per mention, in the same order. The document must be the one the mentions were found in. Places point
    /// into the gazetteer. Below a threshold a mention stays unresolved, with its candidates as alternatives.
    /// `features`, where given, gets what each mention's right to be on the map was judged by: for training.
    [[nodiscard]] std::vector<ResolvedToponym> resolve(const text::Document& document,
                                                       std::vector<ToponymMention> mentions,
                                                       MapJudgement map = MapJudgement::made,
                                                       std::vector<MapFeatures>* features = nullptr) const;

  private:
    struct Impl;
    std::shared_ptr<const Impl> m_impl;
};

} // namespace yaqut::toponyms
