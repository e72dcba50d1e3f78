// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>

#include "core/annotation.hpp"
#include "core/article.hpp"

namespace yaqut::cli {

/// Writes for people why each name was taken for what it was: its use, the place chosen with its reasons, the
/// runners-up, and for each event where its place and date come from.
void explain(std::ostream& out, const Article& article, const Annotation& annotation);

} // namespace yaqut::cli
