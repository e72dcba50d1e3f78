// SPDX-License-Identifier: Apache-2.0
#include "cli/explain.hpp"

#include <iomanip>
#include <ostream>

namespace yaqut::cli {

namespace {

std::string_view text_of(const Article& article, TextSpan span) {
    return std::string_view(article.text).substr(span.begin, span.size());
}

void print_place(std::ostream& out, const Place& place) {
    out << place.name << (place.name_ar.empty() ? "" : " / ") << place.name_ar << " (" << place.id << ", "
        << to_string(place.feature);
    if (!place.country.empty()) {
        out << ", " << place.country;
    }
    out << ')';
}

void print_reasons(std::ostream& out, const std::vector<Reason>& reasons) {
    if (reasons.empty()) {
        return;
    }
    out << "      why: ";
    const char* separator = "";
    for (const Reason& reason : reasons) {
        out << separator << reason.code << ' ' << std::showpos << reason.weight << std::noshowpos;
        separator = ", ";
    }
    out << '\n';
}

void explain_toponym(std::ostream& out, const Article& article, const ResolvedToponym& toponym) {
    out << "  " << text_of(article, toponym.mention.span) << "  " << to_string(toponym.mention.use) << ' '
        << toponym.mention.use_score;
    if (toponym.place) {
        out << (toponym.is_fallback ? " -> within " : " -> ");
        print_place(out, *toponym.place);
        out << ' ' << toponym.score;
        if (toponym.location) {
            out << std::setprecision(5) << " at " << toponym.location->lat << ' ' << toponym.location->lon
                << std::setprecision(2);
        }
        if (!toponym.why_not_on_map.empty()) {
            out << ", not on the map (" << toponym.map_score << "): " << toponym.why_not_on_map;
        }
    } else if (toponym.mention.use == ToponymUse::location) {
        out << " -> unresolved";
        if (toponym.within) {
            out << ", in or near ";
            print_place(out, *toponym.within);
        }
    }
    out << '\n';
    print_reasons(out, toponym.reasons);
    for (const Alternative& alternative : toponym.alternatives) {
        out << "      not: ";
        print_place(out, alternative.place);
        out << ' ' << alternative.score << '\n';
    }
}

void explain_event(std::ostream& out, const Event& event) {
    out << "  " << to_string(event.type) << ' ' << to_string(event.status) << " (" << event.trigger_text << ") ";
    if (event.place) {
        out << "in " << event.place->name << " [" << to_string(event.geo_precision) << ']';
    } else {
        out << "no place: " << event.why_no_place;
    }
    if (event.when && (event.when->first || event.when->last)) {
        out << ", " << (event.when->first ? to_iso_string(*event.when->first) : "..") << '/'
            << (event.when->last ? to_iso_string(*event.when->last) : "..") << " [" << to_string(event.date_precision)
            << ", " << to_string(event.date_basis) << ']';
    } else {
        out << ", no date: " << event.why_no_date;
    }
    out << '\n';
}

} // namespace

void explain(std::ostream& out, const Article& article, const Annotation& annotation) {
    out << article.id << "  " << to_string(annotation.language) << "  published "
        << (annotation.dct ? to_iso_string(*annotation.dct) + " (" + annotation.dct_source + ')' : "unknown") << '\n';
    for (const DctCandidate& candidate : annotation.dct_candidates) {
        out << "  perhaps published " << candidate.value << " (" << candidate.basis << ':';
        for (const TextSpan evidence : candidate.evidence) {
            out << ' ' << text_of(article, evidence);
        }
        out << ")\n";
    }
    out << std::fixed << std::setprecision(2);
    for (const ResolvedToponym& toponym : annotation.toponyms) {
        explain_toponym(out, article, toponym);
    }
    for (const ResolvedToponym& toponym : annotation.doubtful) {
        out << "  perhaps";
        explain_toponym(out, article, toponym);
    }
    for (const Timex& timex : annotation.timexes) {
        out << "  " << text_of(article, timex.span) << "  " << to_string(timex.type) << ' ' << timex.value;
        if (!timex.range && !timex.why_open.empty()) {
            out << "  (" << timex.why_open << ')';
        }
        if (!timex.note.empty()) {
            out << "  (" << timex.note << ')';
        }
        out << '\n';
    }
    for (const Event& event : annotation.events) {
        explain_event(out, event);
    }
    out << '\n';
}

} // namespace yaqut::cli
