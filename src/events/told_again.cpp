// SPDX-License-Identifier: Apache-2.0
#include "events/told_again.hpp"

#include "events/places.hpp"

namespace yaqut::events {

namespace {

int strength(const PlaceLink& place) {
    if (!place.known()) {
        return 0;
    }
    return place.link == Link::context ? 1 : place.link == Link::topic ? 2 : 3;
}

float value(const DateLink& date) {
    constexpr float sureness = 8.0F; // as much as how it is told and how exactly
    if (!date.known()) {
        return 0.0F;
    }
    if (!date.range) {
        return 1.0F;
    }
    const int exact = date.range->precision == DatePrecision::day       ? 3
                      : date.range->precision == DatePrecision::ongoing ? 1
                                                                        : 2;
    const int link = date.link != Link::stated ? 1 : date.telling ? 3 : 5;
    return static_cast<float>(exact + link) + sureness * date.sure;
}

} // namespace

PlaceLink better_place(const TaggedText& text, const PlaceLink& first, const PlaceLink& second) {
    const int ours = strength(first);
    const int theirs = strength(second);
    if (theirs != ours || theirs <= 1) {
        return theirs > ours ? second : first;
    }
    const auto rank = [&](const PlaceLink& place) {
        return place_rank(text.toponyms()[static_cast<std::size_t>(place.toponym)]);
    };
    const int finer = rank(second) - rank(first);
    return finer > 0 || (finer == 0 && first.around && !second.around) ? second : first;
}

DateLink better_date(const DateLink& first, const DateLink& second) {
    return value(second) > value(first) ? second : first;
}

} // namespace yaqut::events
