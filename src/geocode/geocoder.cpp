// SPDX-License-Identifier: Apache-2.0
#include "geocode/geocoder.hpp"

#include <algorithm>
#include <map>
#include <mutex>

#include "gazetteer/key_words.hpp"
#include "geocode/answer_cache.hpp"
#include "geocode/name_search.hpp"
#include "geocode/score.hpp"
#include "geocode/surroundings.hpp"
#include "spatial/geodesic.hpp"

namespace yaqut::geocode {

namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\n";
    const std::size_t begin = std::min(text.find_first_not_of(spaces), text.size());
    text.remove_prefix(begin);
    return text.substr(0, text.find_last_not_of(spaces) + 1);
}

} // namespace

struct Geocoder::Impl {
    const gazetteer::Gazetteer& gazetteer;
    Settings settings;
    Load load;
    Context context{};
    gazetteer::Sounds sounds{};
    Spelling spelling{};
    QueryReader reader{};
    NameSearch search{gazetteer, sounds, spelling};
    SurroundingsReader surroundings{gazetteer, search, reader, settings};
    std::once_flag near_made{};
    std::unique_ptr<NearKeys> near{};
    AnswerCache<Answer> answers{};
    AnswerCache<Surroundings> known_surroundings{};

    const NearKeys& near_keys() {
        std::call_once(near_made, [this] {
            near = load == Load::few ? walk_keys(gazetteer, sounds) : index_keys(gazetteer, sounds);
        });
        return *near;
    }

    Answer look_up(const Request& request);
    Surroundings around(const Request& request);
    std::vector<Hit> find(const Query& query, Surroundings& around, const Scope& scope);
    std::optional<std::vector<Hit>> find_with_country(const Query& query, Surroundings& around, Scope scope);
    [[nodiscard]] bool convincing(const std::vector<Hit>& hits) const;
};

Surroundings Geocoder::Impl::around(const Request& request) {
    const std::string key = std::string(request.country) + '\0' + std::string(request.admin1);
    if (auto known = known_surroundings.find(key)) {
        return *known;
    }
    Surroundings result;
    if (!request.country.empty()) {
        surroundings.add_country(request.country, result);
    }
    if (!request.admin1.empty()) {
        surroundings.add_admin1(request.admin1, near_keys(), result);
    }
    known_surroundings.keep(key, result);
    return result;
}

/// Is there no need to look for misspelled names? A name that is spelled so only in another country than the list's is
/// no proof.
bool Geocoder::Impl::convincing(const std::vector<Hit>& hits) const {
    return !hits.empty() && (!context.known() || std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
        return hit.place.country == context.country;
    }));
}

/// "Benghazi Libya": the last words are a country.
std::optional<std::vector<Hit>> Geocoder::Impl::find_with_country(const Query& query, Surroundings& around,
                                                                  Scope scope) {
    constexpr std::size_t most_words = 3;
    if (query.forms.empty() || !around.countries.empty()) {
        return std::nullopt;
    }
    const std::string_view loose = query.forms.front().loose;
    std::size_t cut = loose.rfind(' ');
    for (std::size_t words = 0; words < most_words && cut != std::string_view::npos && cut > 0; ++words) {
        const auto countries = surroundings.countries_of(loose.substr(cut + 1));
        if (!countries.empty()) {
            scope.countries = countries;
            std::vector<Hit> hits = search.exact({QueryReader::form_of_loose(loose.substr(0, cut))}, scope);
            if (!hits.empty()) {
                around.countries = countries;
                return hits;
            }
        }
        cut = loose.rfind(' ', cut - 1);
    }
    return std::nullopt;
}

std::vector<Hit> Geocoder::Impl::find(const Query& query, Surroundings& around, const Scope& scope) {
    std::vector<Hit> hits = search.exact(query.forms, scope);
    if (convincing(hits)) {
        return hits;
    }
    if (hits.empty()) {
        if (auto found = find_with_country(query, around, scope)) {
            return *found;
        }
    }
    std::vector<Hit> similar = search.similar(query.forms, scope, near_keys());
    std::erase_if(similar, [&](const Hit& hit) {
        return std::any_of(hits.begin(), hits.end(),
                           [&](const Hit& other) { return other.place.index == hit.place.index; });
    });
    hits.insert(hits.end(), similar.begin(), similar.end());
    return hits;
}

Answer Geocoder::Impl::look_up(const Request& request) {
    const Query query = reader.read(request.name);
    if (query.forms.empty()) {
        Answer answer;
        answer.note = "the name has no word, or more than eight";
        return answer;
    }
    Surroundings where = around(request);
    for (const std::string& container : query.containers) {
        surroundings.add_container(container, where);
    }
    Scope scope;
    scope.settings = &settings;
    scope.countries = where.countries;
    if (!settings.countries.empty()) {
        std::erase_if(scope.countries, [this](std::string_view country) {
            return std::find(settings.countries.begin(), settings.countries.end(), country) == settings.countries.end();
        });
        if (scope.countries.empty() && !where.countries.empty()) {
            Answer answer;
            answer.note = "the row's country is not among those that were asked for";
            return answer;
        }
    }
    const std::vector<Hit> hits = find(query, where, scope);
    Answer answer = weigh(hits, {settings, context, where});
    answer.note = where.unknown;
    return answer;
}

Geocoder::Geocoder(const gazetteer::Gazetteer& gazetteer, Settings settings, Load load)
    : m_impl(std::unique_ptr<Impl>(new Impl{gazetteer, std::move(settings), load})) {}
Geocoder::~Geocoder() = default;

void Geocoder::use(Context context) {
    m_impl->context = std::move(context);
    m_impl->answers.clear();
}

Answer Geocoder::geocode(const Request& request) const {
    const Request clean{trimmed(request.name), trimmed(request.country), trimmed(request.admin1)};
    if (clean.name.empty()) {
        Answer answer;
        answer.status = Status::empty;
        return answer;
    }
    if (const auto place = m_impl->gazetteer.by_id(clean.name)) {
        Answer answer;
        answer.status = Status::ok;
        answer.candidates.push_back({place->index, MatchType::exact, 1.0F});
        answer.candidate_count = 1;
        return answer;
    }
    std::string key;
    key.reserve(clean.name.size() + clean.country.size() + clean.admin1.size() + 2);
    key.append(clean.name).append(1, '\0').append(clean.country).append(1, '\0').append(clean.admin1);
    if (auto known = m_impl->answers.find(key)) {
        return *known;
    }
    Answer answer = m_impl->look_up(clean);
    m_impl->answers.keep(key, answer);
    return answer;
}

std::string Geocoder::clear_country(const Request& request) const {
    const Query query = m_impl->reader.read(request.name);
    Surroundings where;
    for (const std::string& container : query.containers) {
        m_impl->surroundings.add_container(container, where);
    }
    Scope scope;
    scope.settings = &m_impl->settings;
    scope.countries = where.countries;
    const std::vector<Hit> hits = m_impl->search.exact(query.forms, scope);
    const Answer answer = weigh(hits, {m_impl->settings, {}, where});
    return answer.status == Status::ok ? std::string(m_impl->gazetteer.place(answer.candidates.front().place).country)
                                       : std::string();
}

Context Geocoder::context_of(const std::vector<std::string>& countries_of_clear_rows) {
    constexpr std::uint64_t least_rows = 4;
    constexpr double most = 0.6; // share of the clear rows
    std::map<std::string, std::uint64_t> counts;
    for (const std::string& country : countries_of_clear_rows) {
        ++counts[country];
    }
    Context context;
    context.clear = countries_of_clear_rows.size();
    for (const auto& [country, count] : counts) {
        const bool enough =
            count >= least_rows && static_cast<double>(count) > most * static_cast<double>(context.clear);
        if (enough && !country.empty()) {
            context.country = country;
            context.agreeing = count;
        }
    }
    return context;
}

std::vector<Nearby> Geocoder::nearest(Location point, std::size_t count) const {
    Scope scope;
    scope.settings = &m_impl->settings;
    std::vector<Nearby> found;
    for (std::size_t i = 0; i < m_impl->gazetteer.size(); ++i) {
        const auto index = static_cast<PlaceIndex>(i);
        const Place place = m_impl->gazetteer.place(index);
        // Areas have no place of their own: their point may lie far from what is in them.
        const bool area = place.feature == FeatureClass::country || place.feature == FeatureClass::adm1 ||
                          place.feature == FeatureClass::adm2 || place.feature == FeatureClass::region ||
                          place.feature == FeatureClass::sea;
        if ((area && !m_impl->settings.feature) || !scope.admits(place)) {
            continue;
        }
        const double km = spatial::distance_km(point, place.location);
        if (found.size() == count && km >= found.back().km) {
            continue;
        }
        const auto at = std::upper_bound(found.begin(), found.end(), km,
                                         [](double value, const Nearby& nearby) { return value < nearby.km; });
        found.insert(at, {index, km});
        found.resize(std::min(found.size(), count));
    }
    return found;
}

} // namespace yaqut::geocode
