// SPDX-License-Identifier: Apache-2.0
#include "io/profile.hpp"

#include <unicode/locid.h>
#include <unicode/region.h>

#include "core/error.hpp"
#include "io/event_values.hpp"
#include "io/profile_values.hpp"

namespace yaqut::io {

namespace {

constexpr std::array<ProfileInfo, 4> known_profiles{
    {{Profile::acled, "acled", "columns of ACLED (csv, geojson, geojsonl)"},
     {Profile::ucdp, "ucdp", "columns of the UCDP Georeferenced Event Dataset (csv, geojson, geojsonl)"},
     {Profile::gdelt, "gdelt", "columns of GDELT 2.0 events (csv, geojson, geojsonl)"},
     {Profile::lpf, "lpf", "Linked Places Format (geojson)"}}};

bool is_null(const FieldValue& value) { return std::holds_alternative<std::monostate>(value); }

} // namespace

std::span<const ProfileInfo> profiles() { return known_profiles; }

std::optional<Profile> parse_profile(std::string_view name) {
    const auto* const found = std::find_if(known_profiles.begin(), known_profiles.end(),
                                           [name](const ProfileInfo& info) { return info.name == name; });
    return found == known_profiles.end() ? std::nullopt : std::optional(found->profile);
}

std::string_view to_string(Profile profile) {
    const auto* const found = std::find_if(known_profiles.begin(), known_profiles.end(),
                                           [profile](const ProfileInfo& info) { return info.profile == profile; });
    return found == known_profiles.end() ? "" : found->name;
}

std::span<const EventField> profile_fields(Profile profile) {
    switch (profile) {
    case Profile::acled: return profile::acled_fields();
    case Profile::ucdp: return profile::ucdp_fields();
    case Profile::gdelt: return profile::gdelt_fields();
    case Profile::none:
    case Profile::lpf: break;
    }
    return event_fields();
}

bool profile_has(Profile profile, const Event& event) {
    if (profile == Profile::none) {
        return true;
    }
    if (profile == Profile::lpf) {
        return event.place.has_value();
    }
    if (event.status == EventStatus::planned || event.status == EventStatus::negated) {
        return false;
    }
    switch (profile) {
    case Profile::acled: return !is_null(event_code(event.type, "acled_event"));
    case Profile::ucdp: return has_code(event.type, "ucdp_violence");
    default: return !is_null(event_code(event.type, "cameo"));
    }
}

namespace profile {

const EventField& own_field(std::string_view name) {
    const auto fields = event_fields();
    const auto found =
        std::find_if(fields.begin(), fields.end(), [name](const EventField& field) { return field.name == name; });
    if (found == fields.end()) {
        throw TableError("event_fields", "no column " + std::string(name));
    }
    return *found;
}

std::string own_text(std::string_view name, const Event& event) {
    const FieldValue value = own_field(name).value(event, std::nullopt);
    const auto* found = std::get_if<std::string>(&value);
    return found == nullptr ? std::string() : *found;
}

FieldValue country_name(const Event& event, const Point& /*point*/) {
    if (!event.place || event.place->country.empty()) {
        return {};
    }
    icu::UnicodeString name;
    icu::Locale("", event.place->country.c_str()).getDisplayCountry(icu::Locale::getEnglish(), name);
    std::string utf8;
    return text(name.toUTF8String(utf8));
}

FieldValue country_number(const Event& event, const Point& /*point*/) {
    if (!event.place || event.place->country.empty()) {
        return {};
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Region* region = icu::Region::getInstance(event.place->country.c_str(), status);
    const bool known = U_SUCCESS(status) != 0 && region != nullptr && region->getNumericCode() > 0;
    return known ? number(region->getNumericCode()) : FieldValue{};
}

FieldValue marked_id(const Event& event, const Point& /*point*/) { return "yaqut:" + event.id; }

std::optional<Date> first_day(const Event& event, int most) {
    const std::optional<int> precision = ucdp_date_precision(event);
    return precision && *precision <= most ? event.when->first : std::nullopt;
}

} // namespace profile

} // namespace yaqut::io
