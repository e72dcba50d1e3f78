// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "toponyms/use_features.hpp"
#include "toponyms/use_model.hpp"

namespace yaqut::toponyms {

/// Does the candidate go on a list that the one before it is in: nothing but "and", a comma, a hyphen or the like
/// stands between them?
[[nodiscard]] bool continues_list(const UseContext& context, std::size_t candidate);

/// The names of a list are used alike: what stands before the first of them holds for all. Gives the places of a list
/// (`scores`, one per name, in order) one mean share of location against metonym; how likely each is a place stays.
void agree_in_list(std::span<UseScores> scores);

/// The same for each list of a document; one entry of `scores` per candidate.
void agree_in_lists(const UseContext& context, std::span<UseScores> scores);

} // namespace yaqut::toponyms
