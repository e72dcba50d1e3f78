// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

#include "core/annotation.hpp"

namespace yaqut::cli {

/// What is counted of one article.
struct ArticleTally {
    ArticleTally() = default;
    explicit ArticleTally(const Annotation& annotation);

    bool without_dct = false;
    std::uint64_t reports = 0;
    std::uint64_t places = 0;
    std::uint64_t unresolved = 0; ///< of the places
    std::uint64_t not_places = 0; ///< names used for something else
};

/// Counts of one run of `yaqut map`, printed at its end.
class Summary {
  public:
    void add_article(const ArticleTally& article);
    void add_event(const Event& event);
    void add_output(const std::string& file) { m_outputs.push_back(file); }

    /// Names and counts, in the order in which they are shown.
    using Counts = std::vector<std::pair<std::string, std::uint64_t>>;
    [[nodiscard]] Counts place_counts() const;
    [[nodiscard]] Counts event_counts() const;
    [[nodiscard]] Counts type_counts() const; ///< events of each type, most first

    /// What add_article() has counted, and the reports, to go on with later.
    [[nodiscard]] std::vector<std::uint64_t> counters() const;
    void restore(const std::vector<std::uint64_t>& counters);

    std::uint64_t failed = 0;         ///< articles and inputs that could not be read
    std::uint64_t skipped = 0;        ///< files in folders that are no articles
    std::uint64_t known = 0;          ///< articles that the output holds already
    std::uint64_t truncated = 0;      ///< text values cut to fit the format
    std::uint64_t left_out = 0;       ///< events without a point that a format cannot hold
    std::uint64_t not_in_profile = 0; ///< events of a kind that a profile's data set does not hold
    std::uint64_t reports = 0;        ///< events before merging across articles

    [[nodiscard]] std::uint64_t articles() const { return m_articles; }
    [[nodiscard]] std::uint64_t without_date() const { return m_without_dct; }
    [[nodiscard]] const std::vector<std::string>& outputs() const { return m_outputs; }
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
    std::uint64_t m_unsure_place = 0;
    std::uint64_t m_without_date = 0;
    std::array<std::uint64_t, event_type_count> m_by_type{};
    std::vector<std::string> m_outputs;
};

} // namespace yaqut::cli
