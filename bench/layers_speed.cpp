// SPDX-License-Identifier: Apache-2.0
// Writes many events to one layer and tells how many seconds that took, and of processor time: layers_speed COUNT
// FORMAT PATH. bench/layers.py runs it.
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

#include "core/event.hpp"
#include "io/layer_writer.hpp"

using namespace yaqut;

namespace {

struct Town {
    const char* id;
    const char* name;
    const char* name_ar;
    double lon;
    double lat;
};
constexpr Town towns[] = {{"gn:88319", "Benghazi", "بنغازي", 20.0686, 32.1149},
                          {"gn:2210247", "Tripoli", "طرابلس", 13.1875, 32.8752},
                          {"gn:89113", "Ajdabiya", "أجدابيا", 20.2263, 30.7554},
                          {"gn:2212775", "Sabha", "سبها", 14.4283, 27.0377},
                          {"gn:87205", "Darnah", "درنة", 22.6367, 32.767}};
constexpr const char* sentences[] = {
    "شنت طائرات حربية فجر اليوم غارات على مواقع قرب المدينة، وقال مصدر طبي إن أربعة أشخاص قتلوا وأصيب عشرة آخرون.",
    "اندلعت اشتباكات بالأسلحة المتوسطة بين مجموعتين مسلحتين في الضواحي الجنوبية، قبل أن يعود الهدوء مساء.",
    "Dozens of people gathered in the main square on Friday to demand payment of late salaries, witnesses said."};

/// One of many events that differ in place, day, type and text, as those of a large archive do.
Event event_number(std::size_t number) {
    const Town& town = towns[number % std::size(towns)];
    Event event;
    event.id = "ev" + std::to_string(number * 2654435761U % 4294967291U);
    event.type = static_cast<EventType>(number % event_type_count);
    event.trigger_text = "غارات";
    event.status = number % 9 == 0 ? EventStatus::planned : EventStatus::asserted;
    event.confidence = 0.5F + static_cast<float>(number % 50) / 100.0F;
    event.date_text = "فجر اليوم";
    event.date_basis = TimexBasis::dct;
    event.date_precision = DatePrecision::day;
    const Date day(std::chrono::sys_days(std::chrono::year{2011} / 2 / 15) + std::chrono::days(number % 4000));
    event.when = DateRange{day, day, DatePrecision::day};
    event.geo_precision = GeoPrecision::city;
    event.place.emplace();
    EventPlace& place = *event.place;
    place.id = town.id;
    place.text = town.name_ar;
    place.name = town.name;
    place.name_ar = town.name_ar;
    place.country = "LY";
    place.admin1 = town.name;
    place.admin1_code = "69";
    place.feature_code = "PPLA";
    place.feature = FeatureClass::city;
    place.location = Location{town.lon + static_cast<double>(number % 100) / 1000.0, town.lat};
    place.radius_km = 5.0;
    place.score = 0.9F;
    place.match = "strict";
    place.why = {"country context", "population"};
    place.alternatives = {std::string(town.name) + "|gn:1|0.1"};
    place.candidate_count = 2;
    if (number % 3 == 0) {
        event.fatalities = {4, 4, 4};
        event.injured = {std::nullopt, 10, std::nullopt};
    }
    event.actors = {{{}, "طائرات حربية", "attacker"}, {{}, "مواقع", "target"}};
    EventSource source;
    source.article_id = "archive/" + std::to_string(number / 3);
    source.title = "غارات واشتباكات في " + std::string(town.name_ar);
    source.source = "وكالة";
    source.url = "https://example.org/news/" + std::to_string(number / 3);
    source.language = "ar";
    source.published = day;
    source.sentence = sentences[number % std::size(sentences)];
    source.begin = static_cast<std::uint32_t>(number % 2000);
    source.end = source.begin + 5;
    event.sources = {source};
    return event;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: layers_speed COUNT FORMAT PATH\n";
        return 2;
    }
    const auto format = io::parse_layer_format(argv[2]);
    if (!format) {
        std::cerr << "no such format: " << argv[2] << '\n';
        return 2;
    }
    std::vector<Event> events;
    const auto count = static_cast<std::size_t>(std::strtoull(argv[1], nullptr, 10));
    events.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        events.push_back(event_number(i));
    }
    try {
        const auto start = std::chrono::steady_clock::now();
        const double processor = processor_seconds();
        const auto writer = io::open_layer(argv[3], *format, {.overwrite = true});
        for (const Event& event : events) {
            writer->write(event);
        }
        (void)writer->finish();
        std::cout << seconds_since(start) << ' ' << processor_seconds() - processor << '\n';
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
