// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/event.hpp"

namespace yaqut::events {

/// Puts together what several articles tell of one event: types that the press mixes up, places within reach of each
/// other, overlapping dates, numbers that do not contradict or grow from report to report, no two different known
/// parties. The first report in the order (date, article, trigger) stays in front; sources are kept in that order
/// without repetition, casualties become the range of what is told, a mere attack takes the kind that another report
/// gives it. Events without place or date are never merged; a place from the context or a stretch of days needs a
/// party, a number or the same days in common. The result does not depend on the order of the input; events come
/// ordered by first day, then article, then trigger. Near-linear in their number: only neighbours in space and time are
/// compared.
[[nodiscard]] std::vector<Event> merge_reports(std::vector<Event> events);

} // namespace yaqut::events
