// SPDX-License-Identifier: Apache-2.0
// Dates from farther off: of the same event told elsewhere, and of the lead.
#include <algorithm>

#include "events/dates.hpp"
#include "events/places.hpp"
#include "events/twins.hpp"

namespace yaqut::events {

namespace {

constexpr std::uint32_t most_paragraphs = 5;
constexpr std::uint32_t lead_sentences = 4; ///< with the headline

bool is_day(const std::optional<DateRange>& range) { return range && range->precision == DatePrecision::day; }

/// Events take the expression for their date, but none of the sphere of this type.
bool is_of_other_sphere(const std::vector<Draft>& drafts, std::int32_t timex, EventType type) {
    bool other = false;
    for (const Draft& draft : drafts) {
        if (draft.sentence >= lead_sentences) {
            break;
        }
        if (draft.date.timex == timex && draft.date.link == Link::stated) {
            if (sphere_of(draft.type) == sphere_of(type)) {
                return false;
            }
            other = true;
        }
    }
    return other;
}

} // namespace

/// The nearest event of the same type that has a date of its own.
void DateLinker::add_twin(Options& options, const std::vector<Draft>& drafts, std::size_t index) const {
    const Draft& draft = drafts[index];
    const auto fits = [&](const Draft& other) {
        return other.type == draft.type && other.sentence != draft.sentence && other.date.link == Link::stated &&
               other.date.range;
    };
    const Draft* const twin = twin_of(drafts, index, fits);
    if (twin == nullptr) {
        return;
    }
    const bool after = twin->trigger.begin > draft.trigger.begin;
    const std::uint32_t paragraphs = after ? twin->block - draft.block : draft.block - twin->block;
    InheritanceScore& score = option_for(options, draft, twin->date);
    score.add(InheritanceFeature::twin);
    score.add_if(after, InheritanceFeature::twin_after);
    score.add_if(is_definite(draft), InheritanceFeature::twin_definite);
    if (twin->place.known() && draft.place.known()) {
        score.add(same_place(*twin, draft) ? InheritanceFeature::twin_same_place : InheritanceFeature::twin_elsewhere);
    }
    score.add_if(!is_day(twin->date.range), InheritanceFeature::twin_range);
    score.add_if(twin->date.telling, InheritanceFeature::twin_telling);
    score.add(InheritanceFeature::twin_paragraphs, static_cast<float>(std::min(paragraphs, most_paragraphs)));
}

/// The first day that the headline or the first paragraph names.
void DateLinker::add_lead(Options& options, const std::vector<Draft>& drafts, const Draft& draft) const {
    const auto lead = std::find_if(m_marks.begin(), m_marks.end(), [this](const Mark& mark) {
        return mark.sentence >= lead_sentences || (is_day(timex_of(mark).range) && !timex_of(mark).since);
    });
    if (lead == m_marks.end() || lead->sentence >= lead_sentences || lead->sentence == draft.sentence) {
        return;
    }
    const std::uint32_t block = m_text.document().sentences()[lead->sentence].block;
    const std::uint32_t paragraphs = draft.block > block ? draft.block - block : 0;
    const std::optional<DateRange>& range = timex_of(*lead).range;
    InheritanceScore& score = option_for(options, draft, {lead->timex, Link::context, range, false, lead->speech >= 0});
    score.add(InheritanceFeature::lead);
    score.add_if(draft.headline || draft.first_block, InheritanceFeature::lead_near);
    score.add_if(lead->speech >= 0, InheritanceFeature::lead_speech);
    score.add_if(is_definite(draft), InheritanceFeature::lead_definite);
    score.add_if(!draft.verb, InheritanceFeature::lead_noun);
    score.add_if(is_of_other_sphere(drafts, lead->timex, draft.type), InheritanceFeature::lead_other_sphere);
    const bool fresh =
        m_dct && range->last && days_between(*range->last, *m_dct) >= 0 && days_between(*range->last, *m_dct) <= 1;
    score.add_if(fresh, InheritanceFeature::lead_publication);
    score.add(InheritanceFeature::lead_paragraphs, static_cast<float>(std::min(paragraphs, most_paragraphs)));
}

/// Where other events of that date are, near this one in the text.
void DateLinker::add_places(Inherited& option, const std::vector<Draft>& drafts, std::size_t index) const {
    const Draft& draft = drafts[index];
    if (!draft.place.known()) {
        return;
    }
    bool here = false;
    bool apart = false;
    const std::size_t end = std::min(drafts.size(), index + twin_reach);
    for (std::size_t i = index - std::min(index, twin_reach); i < end; ++i) {
        const Draft& other = drafts[i];
        if (other.date.link == Link::stated && other.date.range == option.date.range && other.place.known()) {
            (same_place(other, draft) ? here : apart) = true;
        }
    }
    option.score.add_if(here, InheritanceFeature::dated_here);
    option.score.add_if(apart && !here, InheritanceFeature::dated_elsewhere);
}

} // namespace yaqut::events
