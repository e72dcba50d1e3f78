// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "events/quantities.hpp"

namespace yaqut::events {

Quantity sum(const Quantity& a, const Quantity& b) {
    const auto add = [](std::optional<std::int64_t> x, std::optional<std::int64_t> y) {
        return x && y ? std::optional(*x + *y) : std::nullopt;
    };
    Quantity total{add(a.min, b.min), add(a.best, b.best), add(a.max, b.max)};
    if (!total.min) {
        total.min = a.min ? a.min : b.min;
    }
    return total;
}

Quantity refined(const Quantity& a, const Quantity& b) {
    const auto exactness = [](const Quantity& q) {
        return q.min && q.max && *q.min == *q.max ? 4
               : q.best && (q.min || q.max)       ? 3
               : q.min && q.max                   ? 2
               : q.known()                        ? 1
                                                  : 0;
    };
    return exactness(b) > exactness(a) ? b : a;
}

Quantity widest(const Quantity& a, const Quantity& b) {
    if (!a.known()) {
        return b;
    }
    if (!b.known()) {
        return a;
    }
    Quantity range;
    range.min = a.min && b.min ? std::min(a.min, b.min) : std::nullopt;
    range.max = a.max && b.max ? std::max(a.max, b.max) : std::nullopt;
    range.best = a.best ? (b.best ? std::max(a.best, b.best) : a.best) : b.best;
    return range;
}

bool compatible(const Quantity& a, const Quantity& b) {
    if (!a.known() || !b.known()) {
        return true;
    }
    const bool low = !a.max || !b.min || *b.min <= *a.max;
    const bool high = !b.max || !a.min || *a.min <= *b.max;
    return low && high;
}

} // namespace yaqut::events
