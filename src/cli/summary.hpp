// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "core/annotation.hpp"

namespace yaqut::cli {

/// Counts of one run of `yaqut map`, printed at its end.
class Summary {
  public:
    void add_article(const Annotation& annotation);
    void add_event(const Event& event);
    void add_output(const std::string& file) { m_outputs.push_back(file); }

    std::uint64_t failed = 0;         ///< articles and inputs that could not be read
    std::uint64_t skipped = 0;        ///< files in folders that are no articles
    std::uint64_t truncated = 0;      ///< text values cut to fit the format
    std::uint64_t left_out = 0;       ///< events without a point that a format cannot hold
    std::uint64_t not_in_profile = 0; ///< events of a kind that a profile's data set does not hold
    std::uint64_t reports = 0;        ///< events before merging across articles

    [[nodiscard]] std::uint64_t articles() const { return m_articles; }
    void print(std::ostream& out) const;

  private:
    void print_events(std::ostream& out) const;

    std::uint64_t m_articles = 0;
    std::uint64_t m_without_dct = 0;
    std::uint64_t m_places = 0;
    std::uint64_t m_unresolved = 0;
    std::uint64_t m_not_places = 0;
    std::uint64_t m_events = 0;
    std::uint64_t m_without_place = 0;
    std::uint64_t m_country_only = 0;
    std::uint64_t m_without_date = 0;
    std::array<std::uint64_t, event_type_count> m_by_type{};
    std::vector<std::string> m_outputs;
};

} // namespace yaqut::cli
