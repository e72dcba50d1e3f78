// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gazetteer/gazetteer.hpp"

namespace yaqut::training {

/// Writes what the program finds in the documents of a file, with the features of each location's right to be on the
/// map. fit_map_weights.py joins them with the labels. Throws std::exception.
void write_map_examples(const gazetteer::Gazetteer& gazetteer, const std::string& file, const std::string& output);

} // namespace yaqut::training
