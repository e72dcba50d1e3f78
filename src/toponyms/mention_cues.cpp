// SPDX-License-Identifier: Apache-2.0
#include "toponyms/mention_cues.hpp"

namespace yaqut::toponyms {

using text::BlockKind;
using text::Clitic;

namespace {

/// Looks at one candidate's neighbourhood; every test is one method.
class CueFinder {
  public:
    CueFinder(const UseContext& context, std::size_t candidate)
        : m_context(context), m_document(context.document()), m_words(context.words()),
          m_name(context.candidates().names[candidate]), m_around(context.surroundings(candidate)),
          m_candidate(candidate),
          m_sentence(m_document.sentences()[m_document.sentence_of(m_name.tokens.begin)].tokens) {}

    MentionCue run() const {
        MentionCue cues = MentionCue::none;
        const auto add = [&cues](bool when, MentionCue cue) { cues = when ? cues | cue : cues; };
        const bool locative = is_locative();
        add(locative, MentionCue::locative);
        add(is_origin(), MentionCue::origin);
        const bool post = is_post();
        add(post && !is_reporter(), MentionCue::title_complement);
        add(is_reporter(), MentionCue::reporter_base);
        add(is_region_gloss(), MentionCue::region_gloss);
        add(is_listed(), MentionCue::list_member);
        add(is_dateline(), MentionCue::dateline);
        const BlockKind kind = m_document.blocks()[m_document.block_of(m_name.tokens.begin)].kind;
        add(kind == BlockKind::credit || is_caption_credit(kind), MentionCue::credit);
        add(kind == BlockKind::headline || kind == BlockKind::section_heading, MentionCue::heading);
        add(locative && is_paragraph_topic(), MentionCue::paragraph_topic);
        return cues;
    }

  private:
    [[nodiscard]] const WordInfo* word(std::int32_t at) const {
        return at < 0 ? nullptr : &m_words[static_cast<std::size_t>(at)];
    }
    [[nodiscard]] bool governed_by(Cue cue) const { return m_around.governor == 1 + static_cast<unsigned>(cue); }

    [[nodiscard]] bool is_locative() const {
        return governed_by(Cue::in) || governed_by(Cue::near) || governed_by(Cue::on) ||
               (word(m_around.before1) != nullptr && word(m_around.before1)->is(Cue::direction));
    }

    /// قادما من X، غادر X: a verb of leaving shortly before, with nothing but "from" and a descriptor between.
    [[nodiscard]] bool is_origin() const {
        const WordInfo* before = word(m_around.before1);
        if (before == nullptr) {
            return false;
        }
        const WordInfo* before2 = word(m_around.before2);
        const bool descriptor = before->any(descriptors) && before2 != nullptr;
        const WordInfo* first = descriptor ? before2 : before;
        const WordInfo* second = descriptor ? word(m_around.before3) : before2;
        return first->is(Cue::leave) || (first->is(Cue::from) && second != nullptr && second->is(Cue::leave));
    }

    /// A title, a post, at most a few words before, with a preposition between: المبعوث الدولي إلى ليبيا.
    [[nodiscard]] bool is_post() const {
        constexpr std::uint32_t reach = 7;
        const bool linked = governed_by(Cue::to) || governed_by(Cue::in) || m_around.governor == 8;
        if (!linked) {
            return false;
        }
        for (std::uint32_t step = 1; step <= reach && m_sentence.begin + step <= m_name.tokens.begin; ++step) {
            const std::uint32_t at = m_name.tokens.begin - step;
            if (m_document.token(at).kind == text::TokenKind::punct || m_words[at].any(verbs)) {
                return false;
            }
            if (m_words[at].is(Cue::post)) {
                return true;
            }
        }
        return false;
    }

    /// مراسل الجزيرة بليبيا
    [[nodiscard]] bool is_reporter() const {
        constexpr std::uint32_t reach = 4;
        if (!governed_by(Cue::in)) {
            return false;
        }
        for (std::uint32_t step = 1; step <= reach && m_sentence.begin + step <= m_name.tokens.begin; ++step) {
            const std::uint32_t at = m_name.tokens.begin - step;
            if (m_document.token(at).kind == text::TokenKind::punct) {
                return false;
            }
            if (m_words[at].is(Cue::reporter)) {
                return true;
            }
        }
        return false;
    }

    /// شرقي ليبيا after a place, or the place in brackets after one: it locates what stands before.
    [[nodiscard]] bool is_region_gloss() const {
        if (m_candidate == 0) {
            return false;
        }
        const NameCandidate& previous = m_context.candidates().names[m_candidate - 1];
        const std::uint32_t gap = m_name.tokens.begin - previous.tokens.end;
        const WordInfo* before = word(m_around.before1);
        const bool direction = before != nullptr && before->is(Cue::direction);
        if (m_document.sentence_of(previous.tokens.begin) != m_document.sentence_of(m_name.tokens.begin)) {
            return false;
        }
        const bool bracket = gap >= 1 && mark_of(m_document, previous.tokens.end) == Mark::opening;
        return (direction && gap <= 3) || (bracket && gap <= 3);
    }

    [[nodiscard]] bool is_listed() const {
        const auto& names = m_context.candidates().names;
        const auto near = [&](std::size_t a, std::size_t b) {
            const std::uint32_t gap = names[b].tokens.begin - names[a].tokens.end;
            return gap == 0 ? text::has_clitic(names[b].clitics, Clitic::waw)
                            : gap == 1 && m_document.token(names[a].tokens.end).kind == text::TokenKind::punct;
        };
        return (m_candidate > 0 && near(m_candidate - 1, m_candidate)) ||
               (m_candidate + 1 < names.size() && near(m_candidate, m_candidate + 1));
    }

    /// CITY - AGENCY: at the very beginning of a paragraph near the start of the text.
    [[nodiscard]] bool is_dateline() const {
        const text::Block& block = m_document.blocks()[m_document.block_of(m_name.tokens.begin)];
        constexpr std::uint32_t first_blocks = 3;
        if (m_name.tokens.begin != block.tokens.begin || m_document.block_of(m_name.tokens.begin) >= first_blocks) {
            return false;
        }
        constexpr std::uint32_t reach = 8;
        for (std::uint32_t at = m_name.tokens.end; at < block.tokens.end && at < m_name.tokens.end + reach; ++at) {
            const Mark mark = mark_of(m_document, at);
            if (mark == Mark::hyphen && (at == m_name.tokens.end || m_document.token(at).space_before)) {
                return true;
            }
            const bool passes = mark == Mark::opening || mark == Mark::closing || mark == Mark::comma ||
                                mark == Mark::number || m_words[at].any(bit(Cue::agency) | bit(Cue::outlet)) ||
                                m_words[at].is(Cue::time) || m_document.token(at).all_capitals;
            if (!passes) {
                return mark == Mark::colon && at == m_name.tokens.end;
            }
        }
        return false;
    }

    [[nodiscard]] bool is_caption_credit(BlockKind kind) const {
        const text::Block& block = m_document.blocks()[m_document.block_of(m_name.tokens.begin)];
        return kind == BlockKind::caption && m_name.tokens.end + 1 >= block.tokens.end &&
               m_around.before_mark == static_cast<std::uint8_t>(Mark::opening);
    }

    /// وفي درنة، at the beginning of a paragraph.
    [[nodiscard]] bool is_paragraph_topic() const {
        const text::Block& block = m_document.blocks()[m_document.block_of(m_name.tokens.begin)];
        constexpr std::uint32_t reach = 3;
        const bool early = m_name.tokens.begin <= block.tokens.begin + reach;
        return block.kind == BlockKind::paragraph && early &&
               m_around.after_mark == static_cast<std::uint8_t>(Mark::comma);
    }

    const UseContext& m_context;
    const text::Document& m_document;
    std::span<const WordInfo> m_words;
    const NameCandidate& m_name;
    const Surroundings& m_around;
    std::size_t m_candidate;
    TokenRange m_sentence;
};

} // namespace

MentionCue mention_cues(const UseContext& context, std::size_t candidate) {
    return CueFinder(context, candidate).run();
}

} // namespace yaqut::toponyms
