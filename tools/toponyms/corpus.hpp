// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/language.hpp"
#include "core/location.hpp"
#include "core/span.hpp"

namespace yaqut::training {

/// A labelled mention of a training file.
struct GoldToponym {
    TextSpan span;    ///< bytes
    std::string use;  ///< empty: the corpus does not say
    std::string type; ///< the corpus' own class
    bool nested = false;
    bool suspect = false;
    std::optional<Location> location;
    std::optional<std::array<double, 4>> box; ///< west, south, east, north
    std::uint32_t geonameid = 0;
    std::string feature;
    std::string country;
};

struct GoldDocument {
    std::string id;
    std::string text;
    Language language = Language::other;
    std::vector<GoldToponym> toponyms;
    std::vector<TextSpan> ignored; ///< neither right nor wrong
};

/// Reads a JSON Lines file of documents with "text", "toponyms" and "meta". Throws std::exception.
[[nodiscard]] std::vector<GoldDocument> read_corpus(const std::string& file);

} // namespace yaqut::training
