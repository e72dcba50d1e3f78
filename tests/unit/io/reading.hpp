// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "io/article_reader.hpp"

namespace yaqut::test {

/// All that a reader gives.
struct Reading {
    std::vector<Article> articles;
    std::vector<std::string> errors;
    std::vector<std::string> warnings;
    io::ReaderCounts counts;
};

inline Reading read_inputs(std::vector<std::string> inputs, io::ReaderOptions options = {}) {
    Reading reading;
    options.on_error = [&](const InputError& error) { reading.errors.emplace_back(error.what()); };
    options.on_warning = [&](const InputError& warning) { reading.warnings.emplace_back(warning.what()); };
    io::ArticleReader reader(std::move(inputs), options);
    while (auto article = reader.next()) {
        reading.articles.push_back(std::move(*article));
    }
    reading.counts = reader.counts();
    return reading;
}

inline bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

} // namespace yaqut::test
