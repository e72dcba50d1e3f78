// SPDX-License-Identifier: Apache-2.0
#include "events/gate_model.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/error.hpp"
#include "events/gate_neighbours.hpp"
#include "events/status_words.hpp"
#include "events/triggers.hpp"

namespace yaqut::events {

namespace {

using F = GateFeature;
using Score = LinkScore<GateFeature>;

constexpr float topic_scale = 40.0F;
constexpr std::uint32_t clause_reach_back = 20; ///< tokens
constexpr std::uint32_t clause_reach_on = 20;
constexpr std::uint32_t governor = 4; ///< tokens to a "will" or "was" before it
constexpr float told = 0.0F;          ///< worth from which a mention tells an event

/// What is asked of a whole article once.
struct ArticleView {
    Language language = Language::other;
    ArticleTopics topics;
    std::array<std::uint32_t, event_type_count> of_type{}; ///< accepted words, so far as their own clause tells
    std::array<std::uint32_t, 3> of_sphere{};
    std::uint32_t words = 0;
    std::uint32_t blocks = 0;
    std::array<bool, event_type_count> titled{};
    std::array<bool, 3> titled_sphere{};
    bool any_titled = false;
};

bool accepted(const Draft& draft) { return draft.refusal == Refusal::none; }

std::size_t number(EventType type) { return static_cast<std::size_t>(type); }
std::size_t number(Sphere sphere) { return static_cast<std::size_t>(sphere); }

ArticleView view_article(const TaggedText& text, const std::vector<Draft>& drafts) {
    ArticleView view;
    view.language = text.rules().language();
    view.topics = read_topics(text);
    view.blocks = static_cast<std::uint32_t>(text.document().blocks().size());
    for (const Draft& draft : drafts) {
        if (accepted(draft) && draft.headline) {
            view.titled[number(draft.type)] = true;
            view.titled_sphere[number(sphere_of(draft.type))] = true;
            view.any_titled = true;
        }
        if (accepted(draft)) {
            ++view.of_type[number(draft.type)];
            ++view.of_sphere[number(sphere_of(draft.type))];
            ++view.words;
        }
    }
    return view;
}

void score_word(Score& score, const Draft& draft, const GateWeights& weights) {
    score.add(F::word, weights.of_word(draft.word));
    score.add_if(draft.gate == Gate::strong, F::strong);
    score.add_if(draft.gate == Gate::lone || has_trait(draft.traits, Trait::lone), F::lone);
    score.add_if(draft.two_words, F::two_words);
    score.add_if(has_trait(draft.traits, Trait::casualty), F::casualty);
    score.add_if(has_trait(draft.traits, Trait::generic), F::generic);
    score.add_if(has_trait(draft.traits, Trait::state), F::state);
    score.add_if(has_trait(draft.traits, Trait::place), F::placed_word);
    const bool past = draft.verb && has_flag(draft.flags, FormFlag::past);
    const bool present = draft.verb && has_flag(draft.flags, FormFlag::present);
    score.add_if(past, F::past);
    score.add_if(past && has_flag(draft.flags, FormFlag::marked), F::past_marked);
    score.add_if(present, F::present);
    score.add_if(draft.verb && !past && !present, F::other_verb);
    score.add_if(!draft.verb && has_flag(draft.flags, FormFlag::definite), F::definite);
    score.add_if(!draft.verb && has_flag(draft.flags, FormFlag::possessed), F::possessed);
    score.add_if(!draft.verb && has_flag(draft.flags, FormFlag::plural), F::plural);
    score.add_if(has_flag(draft.flags, FormFlag::with_lam), F::with_lam);
    const bool politics = sphere_of(draft.type) == Sphere::politics;
    score.add_if(politics && past, F::politics_past);
    score.add_if(politics && has_flag(draft.flags, FormFlag::definite), F::politics_definite);
    score.add_if(politics && has_flag(draft.flags, FormFlag::plural), F::politics_plural);
    score.add_if(has_flag(draft.flags, FormFlag::participle), F::participle);
}

void score_status(Score& score, const Draft& draft) {
    score.add_if(draft.status == EventStatus::negated, F::negated);
    score.add_if(draft.status == EventStatus::planned, F::planned);
    score.add_if(draft.status == EventStatus::planned && sphere_of(draft.type) == Sphere::politics,
                 F::planned_politics);
    score.add_if(draft.ongoing, F::ongoing);
    score.add_if(draft.ended, F::ended);
    score.add_if(draft.pluperfect, F::pluperfect);
    score.add_if(draft.another, F::another);
    score.add_if(draft.tentative, F::refers_back);
}

void score_signs(Score& score, const Draft& draft, const GateSigns& signs) {
    score.add_if(signs.carried, F::carried);
    score.add_if(signs.counted, F::counted);
    score.add_if(signs.place_after, F::place_after);
    score.add_if(signs.sides, F::sides);
    score.add_if(signs.dated, F::dated);
    score.add_if(signs.victims, F::victims);
    score.add_if(signs.office, F::office);
    score.add_if(signs.office && sphere_of(draft.type) == Sphere::politics, F::politics_office);
    const bool bare = !draft.verb && !signs.any_of_noun();
    score.add_if(bare, F::bare);
    score.add_if(bare && has_flag(draft.flags, FormFlag::definite), F::bare_definite);
}

bool is_location(const TaggedText& text, std::int32_t toponym) {
    return text.toponyms()[static_cast<std::size_t>(toponym)].mention.use == ToponymUse::location;
}

bool has_day(const TaggedText& text, std::int32_t timex) {
    const Timex& found = text.timexes()[static_cast<std::size_t>(timex)];
    return found.range && found.range->precision == DatePrecision::day;
}

/// What else its clause and its sentence tell of.
struct Company {
    CueSet near;        ///< in its clause
    CueSet near_before; ///< of these before it
    CueSet around;      ///< in its sentence
    CueSet before;      ///< of these before it
    bool number = false;
    bool clause_place = false;
    bool sentence_place = false;
    bool day = false;
    bool other_time = false;

    void add(const TaggedText& text, TokenRange tokens, std::uint16_t clause) {
        for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
            const Tag& tag = text[token];
            const bool close = tag.clause == clause;
            around |= tag.entry->cues;
            if (close) {
                near |= tag.entry->cues;
                number |= text.document().token(token).kind == text::TokenKind::number && tag.timex < 0;
            }
            if (tag.timex >= 0) {
                (has_day(text, tag.timex) ? day : other_time) = true;
            }
            if (tag.toponym >= 0 && !clause_place && is_location(text, tag.toponym)) {
                sentence_place = true;
                clause_place = close;
            }
        }
    }
};

Company company_of(const TaggedText& text, const Draft& draft) {
    const TokenRange sentence = sentence_of(text, draft);
    const std::uint32_t first = draft.extent.begin;
    const std::uint32_t from = std::max(sentence.begin, first - std::min(first, clause_reach_back));
    const std::uint32_t to = std::min(sentence.end, draft.extent.end + clause_reach_on);
    Company company;
    company.add(text, {from, first}, text[first].clause);
    company.before = company.around;
    company.near_before = company.near;
    company.add(text, {first, to}, text[first].clause);
    return company;
}

/// What stands before the word: `company` knows the cues of the clause_reach_back words.
void score_before(Score& score, const TaggedText& text, const Draft& draft, const Company& company) {
    const std::uint32_t first = draft.extent.begin;
    const TokenRange sentence = sentence_of(text, draft);
    const CueSet near = cues_in(text, first > sentence.begin + governor ? first - governor : sentence.begin, first);
    score.add_if(company.before.has_any({Cue::say, Cue::that, Cue::according}), F::said);
    score.add_if(company.near_before.has(Cue::relative), F::relative);
    score.add_if(near.has(Cue::future), F::future_near);
    score.add_if(near.has(Cue::be), F::be_near);
    score.add_if(first > sentence.begin && text.has(first - 1, Cue::amid), F::amid);
    score.add_if(is_topic(text, draft), F::topic);
    score.add_if(text[first].conjoined, F::conjoined);
    score.add_if(text[first].quotes % 2 == 1, F::quoted);
}

/// The words beside it.
void score_beside(Score& score, const TaggedText& text, const Draft& draft) {
    const TokenRange sentence = sentence_of(text, draft);
    const std::uint32_t first = draft.extent.begin;
    score.add_if(has_flag(draft.flags, FormFlag::with_ba), F::with_ba);
    const bool opens = first == sentence.begin || text[first - 1].punct;
    score.add_if(opens, F::opens);
    if (!opens) {
        score.add_if(text.has(first - 1, Cue::in), F::after_in);
        score.add_if(text.has(first - 1, Cue::from), F::after_from);
        score.add_if(text.has(first - 1, Cue::on), F::after_on);
        score.add_if(text.has(first - 1, Cue::to), F::after_to);
        score.add_if(!text[first - 1].known(), F::after_other);
        score.add_if(text.has_form(first - 1, FormFlag::definite), F::after_noun);
    }
    const std::uint32_t after = draft.extent.end;
    if (after >= sentence.end || text[after].punct) {
        score.add(F::before_mark);
        return;
    }
    score.add_if(text.has(after, Cue::in), F::before_in);
    score.add_if(text.has(after, Cue::on), F::before_on);
    score.add_if(text.has(after, Cue::against), F::before_against);
    score.add_if(text.has(after, Cue::between), F::before_between);
    score.add_if(text.toponym(after) >= 0, F::before_place);
    score.add_if(!text[after].known() && text.toponym(after) < 0, F::before_other);
}

void score_company(Score& score, const Draft& draft, const Company& company) {
    score.add_if(company.near.has(Cue::armed), F::armed);
    score.add_if(company.near.has_any({Cue::person, Cue::human}), F::person);
    score.add_if(company.near.has(Cue::title), F::title);
    score.add_if(company.near.has(Cue::abstract), F::abstract);
    score.add_if(company.number, F::number);
    score.add_if(company.clause_place, F::clause_place);
    score.add_if(company.sentence_place && !company.clause_place, F::sentence_place);
    score.add_if(!company.sentence_place, F::no_place);
    score.add_if(company.day, F::day_time);
    score.add_if(company.other_time && !company.day, F::old_time);
    score.add_if(company.around.has(Cue::stage), F::stage_near);
    score.add_if(company.around.has(Cue::trade), F::trade_near);
    score.add_if(company.around.has(Cue::science), F::science_near);
    if (sphere_of(draft.type) == Sphere::politics) {
        score.add_if(company.day, F::politics_day);
        score.add_if(company.near.has(Cue::title), F::politics_title);
        score.add_if(!company.sentence_place, F::politics_no_place);
    }
}

/// The rest of the article.
void score_article(Score& score, const Draft& draft, const ArticleView& view, std::uint32_t before) {
    score.add_if(draft.headline, F::headline);
    score.add_if(draft.first_block, F::lead);
    score.add(F::late, std::log2(1.0F + static_cast<float>(draft.block)));
    score.add_if(view.titled[number(draft.type)] && !draft.headline, F::titled);
    score.add_if(!view.titled[number(draft.type)] && view.titled_sphere[number(sphere_of(draft.type))],
                 F::titled_other);
    score.add_if(!view.any_titled, F::untitled);
    if (sphere_of(draft.type) == Sphere::politics) {
        score.add(F::politics_late, std::log2(1.0F + static_cast<float>(draft.block)));
    }
    score.add(F::length, std::log2(1.0F + static_cast<float>(view.blocks)));
    const std::uint32_t self = accepted(draft) ? 1 : 0;
    const std::uint32_t same = view.of_type[number(draft.type)] - self;
    const std::uint32_t others = view.words - self;
    const bool known = has_flag(draft.flags, FormFlag::definite) || has_flag(draft.flags, FormFlag::possessed);
    score.add_if(before > 0, F::told_before);
    score.add_if(before > 0 && known, F::told_before_definite);
    score.add_if(same == 0, F::only);
    score.add(F::crowd, std::log2(1.0F + static_cast<float>(same)));
    score.add_if(others == 0, F::sphere_alone);
    if (others > 0) {
        const std::uint32_t near = view.of_sphere[number(sphere_of(draft.type))] - self;
        score.add(F::sphere, static_cast<float>(near) / static_cast<float>(others));
    }
    score.add(F::sport, view.topics.sport);
    score.add(F::stage, view.topics.stage);
    score.add(F::trade, view.topics.trade);
    score.add(F::science, view.topics.science);
}

void score_mention(Score& score, const TaggedText& text, Draft& draft, const ArticleView& view,
                   const GateWeights& weights, const SentenceCues& cues, std::uint32_t before) {
    const GateSigns signs = read_signs(text, draft, cues);
    const Company company = company_of(text, draft);
    if (draft.refusal == Refusal::none && is_weak(draft, signs)) {
        draft.refusal = Refusal::weak;
    }
    score.add(F::base);
    score.add_if(view.language == Language::en, F::english);
    score.add_if(view.language == Language::fr, F::french);
    score_word(score, draft, weights);
    float beside = 0.0F;
    for (const Neighbour& neighbour : Neighbours(text, draft)) {
        beside += weights.of_neighbour(neighbour_key(neighbour));
    }
    score.add(F::beside, beside);
    score_status(score, draft);
    score_signs(score, draft, signs);
    score_before(score, text, draft, company);
    score_beside(score, text, draft);
    score_company(score, draft, company);
    score_article(score, draft, view, before);
    score.add_if(draft.refusal != Refusal::none, feature_of(draft.refusal));
    score.add(feature_of(draft.type));
}

/// Throws TableError.
std::uint32_t key_of_neighbour(const lexicon::Table& table, const lexicon::Row& row) {
    const auto where = std::find(beside_names.begin(), beside_names.end(), row["where"]);
    if (where == beside_names.end()) {
        throw TableError(table.name(), "unknown side of a mention: " + std::string(row["where"]));
    }
    return neighbour_key(static_cast<Beside>(where - beside_names.begin()), text::KeyHash::of(row["word"]));
}

std::vector<std::string> names_of(const TaggedText& text, const Draft& draft) {
    std::vector<std::string> names;
    for (const Neighbour& neighbour : Neighbours(text, draft)) {
        names.emplace_back(beside_names[static_cast<std::size_t>(neighbour.where)]).append(" ").append(neighbour.word);
    }
    return names;
}

} // namespace

GateWeights::GateWeights()
    : GateWeights(lexicon::load("event_gate_weights"), lexicon::load("event_gate_words"),
                  lexicon::load("event_gate_neighbours")) {}

GateWeights::GateWeights(const lexicon::Table& features, const lexicon::Table& words, const lexicon::Table& neighbours)
    : m_features(features, gate_feature_names),
      m_words(read_keyed(words, [](const lexicon::Row& row) { return word_key(row["type"], row["row"]); })),
      m_neighbours(read_keyed(neighbours, [&](const lexicon::Row& row) { return key_of_neighbour(neighbours, row); })) {
}

ArticleTopics read_topics(const TaggedText& text) {
    constexpr std::array cues{Cue::sport, Cue::stage, Cue::trade, Cue::science};
    std::array<std::uint32_t, cues.size()> counts{};
    text.each_marked(WordMark::topic, [&](std::uint32_t token) {
        for (std::size_t i = 0; i < cues.size(); ++i) {
            counts[i] += text.has(token, cues[i]) ? 1U : 0U;
        }
    });
    const auto share = [&](std::uint32_t count) {
        return std::min(1.0F, topic_scale * static_cast<float>(count) / static_cast<float>(text.size() + 1));
    };
    return {share(counts[0]), share(counts[1]), share(counts[2]), share(counts[3])};
}

void pass_gate(const TaggedText& text, const GateWeights& weights, std::vector<Draft>& drafts, GateTrace* trace) {
    if (drafts.empty()) {
        return;
    }
    const ArticleView view = view_article(text, drafts);
    std::array<std::uint32_t, event_type_count> before{};
    std::uint32_t sentence = drafts.front().sentence;
    SentenceCues cues = read_cues(text, sentence);
    for (Draft& draft : drafts) {
        if (draft.sentence != sentence) {
            sentence = draft.sentence;
            cues = read_cues(text, sentence);
        }
        Score score(weights.features(), trace != nullptr);
        score_mention(score, text, draft, view, weights, cues, before[number(draft.type)]);
        draft.worth = score.value();
        before[number(draft.type)] += accepted(draft) ? 1U : 0U;
        draft.tentative |= draft.worth < told;
        if (trace != nullptr) {
            trace->push_back({text.document().span_of(draft.trigger), draft.word, draft.type, draft.worth,
                              score.parts(), names_of(text, draft)});
        }
    }
    const float least = told - weights.features()[static_cast<std::size_t>(F::doubt)];
    std::erase_if(drafts, [&](const Draft& draft) { return draft.worth < least; });
}

} // namespace yaqut::events
