// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "core/error.hpp"
#include "events/rule_compiler.hpp"
#include "events/rules.hpp"
#include "lexicon/table.hpp"
#include "text/key_hash.hpp"
#include "text/normalize.hpp"

using namespace yaqut;
using namespace yaqut::events;

namespace {

std::set<EventType> types_of(const Rules& rules, std::string_view word) {
    std::set<EventType> types;
    const Entry& entry = rules.entry(rules.find_word(text::KeyHash::of(text::loose_key(word))));
    for (const Sense& sense : rules.senses(entry)) {
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

TEST_CASE("the program holds the tables as the compiler of the rules makes them") {
    for (const Language language : {Language::ar, Language::en, Language::fr}) {
        CHECK(rule_image(compile_rules(language)) == embedded_rules(language));
    }
    CHECK(embedded_rules(Language::other).empty());
    CHECK(compile_rules(Language::other).hashes.empty());
}

TEST_CASE("forms are found by their hashes, and only they") {
    const Rules rules(Language::ar);
    const RuleView lists = view_rules(embedded_rules(Language::ar));
    for (std::size_t form = 0; form < lists.hashes.size(); ++form) {
        const std::uint16_t entry = lists.entry_of[form];
        const std::uint64_t hash = lists.hashes[form];
        REQUIRE(entry != 0);
        REQUIRE((rules.find_word(hash) == entry || rules.find_phrase(hash) == entry));
    }
    CHECK(rules.find_word(0) == 0);
    CHECK(rules.find_phrase(~std::uint64_t{0}) == 0);
    CHECK(rules.entry(0) == Entry{});
    CHECK(rules.group("there").has_value());
    CHECK_FALSE(rules.group("no group of this name").has_value());
}

TEST_CASE("broken images of rules are refused") {
    const std::string_view image = embedded_rules(Language::en);
    CHECK_NOTHROW((void)view_rules(image));
    for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{60}, image.size() / 2}) {
        CHECK_THROWS_AS((void)view_rules(image.substr(0, size)), TableError);
    }
    std::string other(image);
    other.front() = 'x';
    CHECK_THROWS_AS((void)view_rules(other), TableError);
}
