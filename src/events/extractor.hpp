// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/article.hpp"
#include "core/event.hpp"
#include "core/timex.hpp"
#include "core/toponym.hpp"
#include "events/gate_model.hpp"
#include "text/document.hpp"

namespace yaqut::events {

/// All that is known of one article before its events. Views: everything must outlive the call.
struct EventContext {
    const text::Document& document;
    const Article& article;
    Language language = Language::other;
    std::span<const ResolvedToponym> toponyms; ///< in order of span.begin
    std::span<const Timex> timexes;            ///< in order of span.begin
    std::optional<Date> dct;
};

/// Finds the events of an article. Reads the event tables once; then usable from any number of threads.
class Extractor {
  public:
    Extractor();
    /// With other weights of the gate than the built-in ones.
    explicit Extractor(GateWeights gate);
    Extractor(const Extractor&) = delete;
    Extractor& operator=(const Extractor&) = delete;
    Extractor(Extractor&&) noexcept;
    Extractor& operator=(Extractor&&) noexcept;
    ~Extractor();

    /// Events in order of trigger.begin, mentions of one event merged. A language without tables gives none.
    /// `trace`, if given, takes down what places and dates every mention could have had, for learning from;
    /// `gate_trace` what spoke for and against every mention.
    [[nodiscard]] std::vector<Event> extract(const EventContext& context, LinkTrace* trace = nullptr,
                                             GateTrace* gate_trace = nullptr) const;

  private:
    struct LanguageRules;
    GateWeights m_gate;
    std::array<std::unique_ptr<const LanguageRules>, 3> m_rules; ///< by Language
};

} // namespace yaqut::events
