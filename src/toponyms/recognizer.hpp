// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "core/language.hpp"
#include "core/toponym.hpp"
#include "gazetteer/gazetteer.hpp"
#include "text/document.hpp"

namespace yaqut::toponyms {

/// Finds place names in a text and says how each is used. Built once; const and safe for any number of threads.
class Recognizer {
  public:
    /// Keeps a reference to the gazetteer, which must outlive the recognizer.
    explicit Recognizer(const gazetteer::Gazetteer& gazetteer);

    /// Mentions by position. They do not overlap, except that the anchor of an offset phrase (20 km east of X) lies
    /// inside the phrase and is marked nested. Names that are no toponyms here (use `other`) are left out.
    /// Language::other is read with the tables for the script.
    [[nodiscard]] std::vector<ToponymMention> recognize(const text::Document& document, Language language) const;

  private:
    struct Impl;
    std::shared_ptr<const Impl> m_impl;
};

} // namespace yaqut::toponyms
