// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "cli/common_options.hpp"
#include "geocode/answer.hpp"

namespace CLI {
class App;
}

namespace yaqut::cli {

/// Options of yaqut geocode as they are typed.
struct GeocodeOptions {
    CommonOptions common;
    std::vector<std::string> columns;
    std::string text_template; ///< "{village}, {admin1}"
    std::string country_column;
    std::string admin1_column;
    std::vector<std::string> countries;
    std::vector<double> box;     ///< west, south, east, north
    std::vector<double> near;    ///< lat, lon
    std::vector<double> reverse; ///< lat, lon
    std::string feature;
    double min_score = 0.75;
    std::size_t candidates = 5;
    bool force = false;
    bool best = false;
    bool no_context = false;
    std::string output = "-";
    std::string format;
    std::string unmatched;
    std::string layer;
    std::string encoding;
    std::string delimiter;
};

void add_geocode_options(CLI::App& app, GeocodeOptions& options);

/// What they mean for the look-up. Throws UsageError.
[[nodiscard]] geocode::Settings settings_of(const GeocodeOptions& options);

/// Options that make no sense.
class UsageError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

} // namespace yaqut::cli
