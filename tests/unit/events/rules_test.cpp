// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <set>

#include "events/rules.hpp"
#include "text/key_hash.hpp"
#include "text/normalize.hpp"

using namespace yaqut;
using namespace yaqut::events;

namespace {

std::set<EventType> types_of(const Rules& rules, std::string_view word) {
    std::set<EventType> types;
    const Entry* entry = rules.find(text::KeyHash::of(text::loose_key(word)));
    if (entry == nullptr) {
        return types;
    }
    for (const Sense& sense : rules.senses(*entry)) {
        if (const TriggerRule* rule = rules.trigger(sense.group)) {
            types.insert(rule->type);
        }
    }
    return types;
}

} // namespace

TEST_CASE("the tables of all languages load") {
    for (const Language language : {Language::ar, Language::en, Language::fr}) {
        CHECK_FALSE(Rules(language).empty());
    }
    CHECK(Rules(Language::other).empty());
}

TEST_CASE("inflected Arabic words find their event type") {
    const Rules rules(Language::ar);
    CHECK(types_of(rules, "الاشتباكات") == std::set{EventType::armed_clash});
    CHECK(types_of(rules, "سيزور") == std::set{EventType::visit});
    CHECK(types_of(rules, "اغتيل") == std::set{EventType::assassination});
    CHECK(types_of(rules, "بالتفجير") == std::set{EventType::bombing});
    CHECK(types_of(rules, "هوجم") == std::set{EventType::attack});
    CHECK(types_of(rules, "لقائه") == std::set{EventType::meeting});
    CHECK(types_of(rules, "ووصل").empty()); // no passive of واصل: and he arrived
    CHECK(types_of(rules, "كتاب").empty());
}

TEST_CASE("every event type has its codes, and families tie types together") {
    const lexicon::Table table = lexicon::load("event_types");
    std::set<std::string_view> seen;
    for (const lexicon::Row& row : table.rows()) {
        CHECK(parse_event_type(row["type"]).has_value());
        CHECK_FALSE(row["family"].empty());
        seen.insert(row["type"]);
    }
    CHECK(seen.size() == event_type_count);
}
