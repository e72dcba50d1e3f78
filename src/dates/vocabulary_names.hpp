// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "dates/vocabulary.hpp"
#include "lexicon/table.hpp"

/// How the cells of the tables of time words are spelled. `table` is the table's name, for messages.
namespace yaqut::dates::names {

/// Column `kind`. Throws TableError for a kind that there is not.
[[nodiscard]] Word word_of(const std::string& table, const lexicon::Row& row);
/// Column `flags`. Throws TableError for a flag that there is not.
[[nodiscard]] std::uint8_t flags_of(const std::string& table, const lexicon::Row& row);
/// Column `value`: a number, or the name of a unit, of a part of the day, of an edge. Empty: 0.
[[nodiscard]] int value_of(const lexicon::Row& row);

} // namespace yaqut::dates::names
