// SPDX-License-Identifier: Apache-2.0
#include "toponyms/resolution.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

#include "text/key_hash.hpp"
#include "toponyms/dense_numbers.hpp"

namespace yaqut::toponyms {

namespace {

constexpr int rounds = 2;

bool descriptor_agrees(FeatureClass descriptor, const Place& place) {
    const FeatureClass f = place.feature;
    switch (descriptor) {
    case FeatureClass::city: return f == FeatureClass::city;
    case FeatureClass::adm1:
    case FeatureClass::adm2: return f == FeatureClass::adm1 || f == FeatureClass::adm2 || f == FeatureClass::region;
    case FeatureClass::district: return f == FeatureClass::district || f == FeatureClass::region;
    default: return f == descriptor;
    }
}

/// Does the descriptor speak for the place? منطقة سوسة، منطقة البحر الميت: most that is smaller than a country may be
/// called an area; حي الرياض is another place. Neither is certain.
void descriptor_ground(Grounds& g, FeatureClass said, const Place& place) {
    const bool agrees = descriptor_agrees(said, place);
    const bool open =
        said == FeatureClass::district && place.feature != FeatureClass::country && place.feature != FeatureClass::adm2;
    if (agrees || !open) {
        at(g, agrees ? Ground::descriptor : Ground::other_descriptor) = 1.0F;
    }
}

bool is_unit(FeatureClass f) { return f == FeatureClass::adm1 || f == FeatureClass::adm2; }

bool is_inhabited(const Place& place) {
    return place.feature == FeatureClass::city || place.feature == FeatureClass::district || is_unit(place.feature);
}

Ground class_ground(const Place& place) {
    switch (place.feature) {
    case FeatureClass::country: return Ground::country;
    case FeatureClass::adm1: return Ground::adm1;
    case FeatureClass::adm2: return Ground::adm2;
    case FeatureClass::city: return Ground::city;
    case FeatureClass::district: return Ground::district;
    case FeatureClass::airport: return Ground::airport;
    default: return Ground::other_class;
    }
}

} // namespace

Resolution::Resolution(const gazetteer::Gazetteer& gazetteer, const text::Document& document,
                       std::span<const ToponymMention> mentions, const text::FactKey<PlaceMemory>& places)
    : m_mentions(mentions), m_group_of(mentions.size(), -1), m_company(mentions.size(), Company::none),
      m_container(mentions.size(), -1) {
    std::unique_ptr<PlaceMemory> own;
    PlaceMemory& memory = PlaceMemory::for_text(document, places, own);
    find_company(gazetteer, document, memory);
    group_mentions();
    add_choices(gazetteer, memory);
    order_groups();
    find_containers(document);
    for (NameGroup& group : m_groups) {
        static_grounds(group);
    }
}

namespace {

/// Is the next name joined to this one: X وY، X - Y، X, Y?
bool are_joined(const text::Document& document, const ToponymMention& name, const ToponymMention& next) {
    const std::uint32_t gap = next.tokens.begin - name.tokens.end;
    if (next.tokens.begin < name.tokens.end || gap > 1 || next.span.begin < name.span.end ||
        document.sentence_of(name.tokens.begin) != document.sentence_of(next.tokens.begin)) {
        return false;
    }
    const std::string_view between = document.source({name.span.end, next.span.begin});
    return gap == 0
               ? between.find_first_not_of(' ') != std::string_view::npos && has_cue(next.cues, MentionCue::list_member)
               : document.token(name.tokens.end).kind == text::TokenKind::punct &&
                     between.find('(') == std::string_view::npos;
}

} // namespace

/// تونس between a border and a coast is the country, on the line to Gabes the town. Only names that may be both are
/// looked at.
void Resolution::find_company(const gazetteer::Gazetteer& gazetteer, const text::Document& document,
                              PlaceMemory& places) {
    struct Levels {
        bool state = false;
        bool town = false;
        std::uint64_t country = 0; ///< of the first place
    };
    const auto levels_of = [&](const ToponymMention& mention) {
        Levels levels;
        for (const Candidate& candidate : mention.candidates) {
            const KnownPlace& known = places.place(gazetteer, candidate.place);
            levels.country = levels.country == 0 ? known.country : levels.country;
            const FeatureClass f = known.place.feature;
            levels.state |= f == FeatureClass::country || f == FeatureClass::region;
            levels.town |= f == FeatureClass::city;
        }
        return levels;
    };
    const auto has_town_in = [&](const ToponymMention& mention, std::uint64_t country) {
        return std::any_of(mention.candidates.begin(), mention.candidates.end(), [&](const Candidate& candidate) {
            const KnownPlace& known = places.place(gazetteer, candidate.place);
            return known.country == country && known.place.feature == FeatureClass::city;
        });
    };
    const auto look = [&](std::size_t mention, std::size_t other) {
        const Levels own = levels_of(m_mentions[mention]);
        if (!own.state || !own.town || m_company[mention] == Company::town) {
            return;
        }
        const Levels company = levels_of(m_mentions[other]);
        const bool capital = company.state && company.country != own.country && // الأردن، عمان
                             has_town_in(m_mentions[mention], company.country);
        const bool called_town = m_mentions[other].descriptor_feature == FeatureClass::city;
        if (company.state && !called_town && !capital) {
            m_company[mention] = Company::state;
        } else if (capital || (company.town && company.country == own.country)) {
            m_company[mention] = Company::town;
        }
    };
    for (std::size_t i = 0; i + 1 < m_mentions.size(); ++i) {
        const bool names = m_mentions[i].use != ToponymUse::demonym && m_mentions[i + 1].use != ToponymUse::demonym;
        if (names && are_joined(document, m_mentions[i], m_mentions[i + 1])) {
            look(i, i + 1);
            look(i + 1, i);
        }
    }
}

void Resolution::group_mentions() {
    DenseNumbers known(m_mentions.size());
    for (std::size_t i = 0; i < m_mentions.size(); ++i) {
        const ToponymMention& mention = m_mentions[i];
        if (mention.candidates.empty() || mention.use == ToponymUse::person || mention.use == ToponymUse::source) {
            continue;
        }
        const char feature =
            mention.descriptor_feature ? static_cast<char>('a' + static_cast<int>(*mention.descriptor_feature)) : ' ';
        const auto company = static_cast<char>('0' + static_cast<int>(m_company[i]));
        const auto owner = static_cast<char>('0' + (has_cue(mention.cues, MentionCue::of_town) ? 1 : 0) +
                                             (has_cue(mention.cues, MentionCue::of_state) ? 2 : 0));
        const std::array<char, 4> kind{mention.use == ToponymUse::demonym ? '~' : '=', feature, company, owner};
        m_group_of[i] = known.of(text::KeyHash().add(mention.key).add({kind.data(), kind.size()}).value());
    }
    list_mentions(known.size());
}

void Resolution::list_mentions(std::size_t groups) {
    std::vector<std::uint32_t> next(groups + 1); // where the next mention of each group goes
    for (const std::int32_t group : m_group_of) {
        if (group >= 0) {
            ++next[static_cast<std::size_t>(group) + 1];
        }
    }
    std::partial_sum(next.begin(), next.end(), next.begin());
    m_members.resize(next.back());
    m_groups.resize(groups);
    for (std::size_t i = 0; i < groups; ++i) {
        m_groups[i].mentions = std::span(m_members).subspan(next[i], next[i + 1] - next[i]);
    }
    for (std::size_t i = 0; i < m_group_of.size(); ++i) {
        if (m_group_of[i] >= 0) {
            m_members[next[static_cast<std::size_t>(m_group_of[i])]++] = static_cast<std::uint32_t>(i);
        }
    }
}

/// The places that the names may mean. Their countries and units are numbered, so that the rounds look nothing up.
void Resolution::add_choices(const gazetteer::Gazetteer& gazetteer, PlaceMemory& places) {
    std::size_t count = 0;
    for (const NameGroup& group : m_groups) {
        count += m_mentions[group.mentions.front()].candidates.size();
    }
    DenseNumbers known(2 * count);
    m_choices.reserve(count); // the groups' parts of it stay where they are
    for (NameGroup& group : m_groups) {
        const auto sure = std::count_if(group.mentions.begin(), group.mentions.end(),
                                        [this](std::uint32_t mention) { return !m_mentions[mention].doubtful; });
        group.weight = sure == 0 ? 0.0F : 1.0F + std::log(static_cast<float>(sure)); // a doubtful name is no evidence
        const ToponymMention& mention = m_mentions[group.mentions.front()];
        const std::size_t first = m_choices.size();
        for (const Candidate& candidate : mention.candidates) {
            const KnownPlace& place = places.place(gazetteer, candidate.place);
            PlaceChoice& choice = m_choices.emplace_back();
            choice.place = place.place;
            choice.match = candidate.match;
            choice.name = candidate.name;
            choice.direction = place.direction;
            choice.importance = place.importance;
            choice.country_evidence = place.country == 0 ? -1 : known.of(place.country);
            choice.unit_evidence = place.unit == 0 ? -1 : known.of(place.unit);
        }
        group.choices = std::span(m_choices).subspan(first);
    }
    m_evidence.resize(known.size());
}

void Resolution::static_grounds(NameGroup& group) const {
    const ToponymMention& mention = m_mentions[group.mentions.front()];
    bool some_country = false;
    bool some_city = false;
    for (const PlaceChoice& choice : group.choices) {
        some_country |= choice.place.feature == FeatureClass::country;
        some_city |= choice.place.feature == FeatureClass::city;
    }
    for (std::size_t i = 0; i < group.choices.size(); ++i) {
        PlaceChoice& choice = group.choices[i];
        Grounds& g = choice.grounds;
        const Place& place = choice.place;
        at(g, Ground::importance) = choice.importance;
        at(g, Ground::first_rank) = i == 0 ? 1.0F : 0.0F;
        at(g, class_ground(place)) = 1.0F;
        at(g, Ground::seat) = place.feature_code == "PPLC" ? 1.0F : (place.feature_code == "PPLA" ? 0.5F : 0.0F);
        at(g, Ground::no_population) = place.feature == FeatureClass::city && place.population == 0 ? 1.0F : 0.0F;
        at(g, Ground::no_country) = place.country.empty() ? 1.0F : 0.0F;
        at(g, Ground::loose_match) = choice.match == MatchKind::loose ? 1.0F : 0.0F;
        const bool own = choice.name == NameKind::official || choice.name == NameKind::short_name;
        at(g, Ground::other_name) = own || choice.name == NameKind::demonym ? 0.0F : 1.0F;
        at(g, Ground::fused_match) = choice.match == MatchKind::fused ? 1.0F : 0.0F;
        at(g, Ground::alone) = group.choices.size() == 1 ? 1.0F : 0.0F;
        level_grounds(g, mention.cues, m_company[group.mentions.front()], place.feature);
        if (mention.descriptor_feature) {
            descriptor_ground(g, *mention.descriptor_feature, place);
        } else {
            at(g, Ground::beside_country) = some_country && place.feature != FeatureClass::country ? 1.0F : 0.0F;
            at(g, Ground::beside_city) = some_city && place.feature == FeatureClass::adm1 ? 1.0F : 0.0F;
            const bool seat = place.feature == FeatureClass::city &&
                              std::any_of(group.choices.begin(), group.choices.end(), [&place](const PlaceChoice& c) {
                                  return c.place.feature == FeatureClass::adm1 && holds(c.place, place);
                              });
            at(g, Ground::namesake_seat) = seat ? 1.0F : 0.0F;
        }
    }
    nil_grounds(group);
}

/// What the words around the name and its company say about towns and countries of one name.
void Resolution::level_grounds(Grounds& g, MentionCue cues, Company company, FeatureClass feature) {
    const bool town = feature == FeatureClass::city || feature == FeatureClass::district;
    const bool state = feature == FeatureClass::country || feature == FeatureClass::region;
    at(g, Ground::of_town) = town && has_cue(cues, MentionCue::of_town) ? 1.0F : 0.0F;
    at(g, Ground::of_state) = state && has_cue(cues, MentionCue::of_state) ? 1.0F : 0.0F;
    at(g, Ground::among_towns) = town && company == Company::town ? 1.0F : 0.0F;
    at(g, Ground::among_states) = state && company == Company::state ? 1.0F : 0.0F;
}

/// What speaks for none of the places: the gazetteer lacks the one that is meant.
void Resolution::nil_grounds(NameGroup& group) const {
    const ToponymMention& mention = m_mentions[group.mentions.front()];
    at(group.nil, Ground::nil) = 1.0F;
    const float top = group.choices.empty() ? 0.0F : at(group.choices.front().grounds, Ground::importance);
    constexpr float small = 4.0F;
    at(group.nil, Ground::nil_small) = std::max(0.0F, small - top);
    at(group.nil, Ground::nil_ambiguous) = mention.use_score;
    at(group.nil, Ground::nil_words) = mention.tokens.size() > 1 ? 1.0F : 0.0F;
    at(group.nil, Ground::nil_arabic) =
        !mention.key.empty() && static_cast<unsigned char>(mention.key.front()) >= 0xD8U ? 1.0F : 0.0F;
    constexpr float known = 5.9F; // regions, seas, large towns
    at(group.nil, Ground::nil_known) = top >= known ? 1.0F : 0.0F;
}

/// Paris, Texas; درنة (شرق ليبيا); طبرق شرقي ليبيا: the mention after a name that says where it lies.
void Resolution::find_containers(const text::Document& document) {
    constexpr std::uint32_t reach = 4; // tokens between the two
    for (std::size_t i = 0; i + 1 < m_mentions.size(); ++i) {
        const ToponymMention& next = m_mentions[i + 1];
        if (m_group_of[i] < 0 || m_group_of[i + 1] < 0 || next.tokens.begin < m_mentions[i].tokens.end) {
            continue;
        }
        const std::uint32_t from = m_mentions[i].tokens.end;
        if (next.tokens.begin - from > reach ||
            document.sentence_of(from - 1) != document.sentence_of(next.tokens.begin)) {
            continue;
        }
        const std::string_view between =
            document.source({m_mentions[i].span.end, std::max(m_mentions[i].span.end, next.span.begin)});
        const bool comma = between == ", ";
        const bool bracket =
            between.find('(') != std::string_view::npos && has_cue(next.cues, MentionCue::region_gloss);
        const bool direct = has_cue(next.cues, MentionCue::region_gloss) || has_cue(next.cues, MentionCue::locative);
        const bool short_gap = next.tokens.begin - from <= 2;
        if (comma || bracket || (direct && short_gap)) {
            m_container[i] = static_cast<std::int32_t>(i + 1);
        }
    }
}

/// An ordinary word like الشمال الغربي or أوهام is no place of a country that the article does not speak of; neither is
/// a town there when the text has a valley or a mountain of the name.
bool Resolution::is_barred(const NameGroup& group, const PlaceChoice& choice) const {
    if (choice.grounds[static_cast<std::size_t>(Ground::foreign)] <= 0.0F) {
        return false;
    }
    const ToponymMention& mention = m_mentions[group.mentions.front()];
    const bool ambiguous = has_cue(mention.cues, MentionCue::ambiguous);
    if (!mention.descriptor_feature) {
        return ambiguous;
    }
    const FeatureClass said = *mention.descriptor_feature;
    const bool called_so = said == FeatureClass::city || said == FeatureClass::country || is_unit(said);
    if (ambiguous && !called_so) {
        return true; // مجمع قصور الضيافة
    }
    return (said == FeatureClass::mountain || said == FeatureClass::water) && is_inhabited(choice.place);
}

void Resolution::weigh(NameGroup& group, const ResolutionModel& model) const {
    const float nil = model.nil_score(group.nil);
    float top = nil;
    for (PlaceChoice& choice : group.choices) {
        choice.probability = model.place_score(choice.fixed_score, choice.grounds);
        top = std::max(top, choice.probability);
    }
    group.nil_probability = std::exp(nil - top);
    float total = group.nil_probability;
    for (PlaceChoice& choice : group.choices) {
        choice.probability = is_barred(group, choice) ? 0.0F : std::exp(choice.probability - top);
        total += choice.probability;
    }
    group.nil_probability /= total;
    for (PlaceChoice& choice : group.choices) {
        choice.probability /= total;
    }
}

void Resolution::run(const ResolutionModel& model) {
    for (NameGroup& group : m_groups) {
        for (PlaceChoice& choice : group.choices) {
            choice.fixed_score = model.fixed_score(choice.grounds);
        }
        weigh(group, model);
    }
    for (int round = 0; round < rounds; ++round) {
        gather_evidence();
        find_landmarks();
        for (std::size_t i = 0; i < m_groups.size(); ++i) {
            context_grounds(i);
        }
        for (NameGroup& group : m_groups) {
            weigh(group, model);
        }
    }
}

} // namespace yaqut::toponyms
