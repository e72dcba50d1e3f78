// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "toponyms/recognizer.hpp"
#include "toponyms/resolver.hpp"

namespace yaqut::toponyms::test {

/// A gazetteer of a few dozen places, compiled into a temporary folder of its own.
const gazetteer::Gazetteer& small_gazetteer();

/// Mentions and places of a text, kept together with the document that they refer to.
class Reading {
  public:
    explicit Reading(std::string text, Language language = Language::ar);
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    /// The result whose span is the `nth` place where `surface` stands in the text; nullptr when there is none.
    [[nodiscard]] const ResolvedToponym* at(std::string_view surface, int nth = 0) const;
    /// Use of that mention; nullopt when it is no mention.
    [[nodiscard]] std::optional<ToponymUse> use(std::string_view surface, int nth = 0) const;
    /// Id of the place of that mention; empty when unresolved or no mention.
    [[nodiscard]] std::string place(std::string_view surface, int nth = 0) const;
    [[nodiscard]] bool cue(std::string_view surface, MentionCue cue, int nth = 0) const;
    [[nodiscard]] const std::vector<ResolvedToponym>& results() const { return m_results; }
    [[nodiscard]] const text::Document& document() const { return m_document; }

  private:
    std::string m_text;
    text::Document m_document;
    std::vector<ResolvedToponym> m_results;
};

} // namespace yaqut::toponyms::test
