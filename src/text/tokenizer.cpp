// SPDX-License-Identifier: Apache-2.0
#include "text/tokenizer.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/char_rules.hpp"
#include "text/numbers.hpp"
#include "text/token_keys.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "text/visible_end.hpp"
#include "text/word_lookahead.hpp"
#include "text/words.hpp"

namespace yaqut::text {

namespace {

constexpr std::size_t max_word_bytes = TokenKeys::max_word_bytes;

struct Unit {
    CharClass kind = CharClass::punct;
    std::size_t size = 0; ///< 0: the end of the text
};

Script script_of(CharClass kind) {
    switch (kind) {
    case CharClass::arabic: return Script::arabic;
    case CharClass::latin: return Script::latin;
    case CharClass::other: return Script::other;
    default: return Script::none;
    }
}

class Tokenizer {
  public:
    Tokenizer(const KeyedText& text, std::vector<Token>& tokens, Landmarks& landmarks)
        : m_text(text), m_key(text.strict, text.strict_size), m_map(text.map.pieces()),
          m_keys(text.loose, m_key.size(), text.words), m_ahead(m_key, text.words), m_tokens(tokens),
          m_landmarks(landmarks) {
        constexpr std::size_t usual_token_bytes = 8;
        m_tokens.clear();
        m_landmarks.clear();
        m_tokens.reserve(text.source.size() / usual_token_bytes + 4);
    }

    void run() {
        while (m_position < m_key.size()) {
            const char c = m_key[m_position];
            if (c == ' ' || c == '\n') {
                m_space = true;
                m_newline = m_newline || c == '\n';
                m_hashtag = false;
                ++m_position;
            } else if (!begins_arabic_word(c) || !plain_arabic_word()) {
                next_token();
            }
        }
    }

  private:
    /// Does the byte at the current position begin an Arabic letter? The key is whole UTF-8.
    [[nodiscard]] bool begins_arabic_word(char c) const {
        const auto lead = static_cast<unsigned char>(c);
        if ((lead & 0xE0U) != 0xC0U) { // not of two bytes
            return false;
        }
        const std::size_t cp = ((lead & 0x1FU) << 6U) | (static_cast<unsigned char>(m_key[m_position + 1]) & 0x3FU);
        return char_rules[cp].kind == CharClass::arabic;
    }

    void next_token() {
        const Unit unit = unit_at(m_position);
        switch (unit.kind) {
        case CharClass::arabic: arabic_word(); break; // a rare one
        case CharClass::latin: latin_word(); break;
        case CharClass::other: emit(letters_end(m_position, unit.kind), TokenKind::word, unit.kind); break;
        case CharClass::digit: number(); break;
        default: mark(unit.size); break;
        }
    }

    /// The character of the key at `position`.
    [[nodiscard]] Unit unit_at(std::size_t position) const {
        if (position >= m_key.size()) {
            return {};
        }
        const auto lead = static_cast<unsigned char>(m_key[position]);
        if (lead < 0x80) {
            return {char_rules[lead].kind, 1};
        }
        const Utf8Char c = utf8_char(m_key, position);
        if (c.size == 2 && char_rules[c.code_point].size != 0) {
            return {char_rules[c.code_point].kind, 2};
        }
        return {classify(c.code_point), c.size};
    }

    /// Does the byte belong to the same source character as the one before it? No token may end there.
    [[nodiscard]] bool continues_character(std::size_t position) const {
        if (position == 0 || position >= m_key.size()) {
            return false;
        }
        if (is_continuation(m_key[position])) {
            return true;
        }
        std::size_t before = position - 1;
        while (is_continuation(m_key[before])) {
            --before;
        }
        return m_map.at(before) == m_map.at(position);
    }

    /// End of the run of letters of one script that begins at `position`.
    [[nodiscard]] std::size_t letters_end(std::size_t position, CharClass kind) const {
        const std::size_t limit = position + max_word_bytes;
        std::size_t end = known_letters_end(position, kind);
        while (end < m_key.size()) {
            const bool inside = end > position && continues_character(end);
            const Unit unit = unit_at(end);
            if (!inside && ((unit.kind != kind && unit.kind != CharClass::combining) || end >= limit)) {
                break;
            }
            end += unit.size;
        }
        return end;
    }

    /// The fast path of letters_end: as far as the table knows the letters.
    [[nodiscard]] std::size_t known_letters_end(std::size_t position, CharClass kind) const {
        const std::size_t limit = std::min(m_key.size(), position + max_word_bytes);
        std::size_t end = position;
        while (end + 1 < limit) {
            const auto lead = static_cast<unsigned char>(m_key[end]);
            const bool single = lead < 0x80;
            const std::size_t cp =
                single ? lead : ((lead & 0x1FU) << 6U) | (static_cast<unsigned char>(m_key[end + 1]) & 0x3FU);
            if ((!single && (lead & 0xE0U) != 0xC0U) || char_rules[cp].kind != kind) {
                break;
            }
            end += single ? 1 : 2;
        }
        return end;
    }

    void arabic_word() {
        std::size_t end = letters_end(m_position, CharClass::arabic);
        if (end < m_key.size() && m_key[end] == '.') {
            end = std::max(end, abbreviation_end(CharClass::arabic));
        }
        emit(end, TokenKind::word, CharClass::arabic);
    }

    /// The frequent case: the bytes up to the next ASCII character are letters, written in the source as in the key, so
    /// that no tatweel stands among them. All words that the cache knows have but letters.
    bool plain_arabic_word() {
        const WordLookahead::Run* run = m_ahead.at(m_position);
        if (run == nullptr) {
            return false;
        }
        constexpr std::size_t letter = 2;
        const std::size_t end = m_position + run->size;
        if (end == m_key.size() || !m_map.goes_on(m_position, end)) {
            return false;
        }
        if (run->size <= letter && m_key[end] == '.') { // an abbreviation may begin
            return false;
        }
        const WordId known = m_text.words->find(run->key, run->hash, run->likely);
        if (known == no_word && known_letters_end(m_position, CharClass::arabic) != end) {
            return false;
        }
        Token& token = m_tokens.emplace_back();
        token.span.begin = m_map.at(m_position);
        token.span.end = token.span.begin + static_cast<std::uint32_t>(run->size);
        token.kind = TokenKind::word;
        token.script = Script::arabic;
        if (known != no_word) {
            m_keys.take(token, known);
        } else {
            m_keys.make_plain_arabic(token, m_key.substr(m_position, run->size), run->key, run->hash);
        }
        place(token, run->size);
        m_position = end;
        return true;
    }

    /// End of single letters with full stops between them, or 0. In Latin script the last full stop belongs to them.
    [[nodiscard]] std::size_t abbreviation_end(CharClass kind) const {
        constexpr std::size_t most_letters = 16;
        std::size_t end = m_position;
        std::size_t letters = 0;
        while (letters < most_letters) {
            const Unit letter = unit_at(end);
            if (letter.kind != kind) {
                break;
            }
            const Unit after = unit_at(end + letter.size);
            if (after.kind == kind || after.kind == CharClass::combining) { // a word begins here
                break;
            }
            end += letter.size;
            ++letters;
            if (after.size == 0 || m_key[end] != '.') {
                return letters > 1 ? end : 0;
            }
            ++end;
        }
        if (letters < 2) {
            return 0;
        }
        return kind == CharClass::latin ? end : end - 1;
    }

    void latin_word() {
        std::size_t end = letters_end(m_position, CharClass::latin);
        if (end < m_key.size() && m_key[end] == '.') {
            if (const std::size_t abbreviation = abbreviation_end(CharClass::latin); abbreviation > end) {
                emit(abbreviation, TokenKind::word, CharClass::latin);
                return;
            }
        }
        while (is_inner_apostrophe(end)) {
            const std::string_view before = m_key.substr(m_position, end - m_position);
            if (is_elision(before, utf8_char(m_key, end + 1).code_point)) {
                emit(end + 1, TokenKind::word, CharClass::latin);
                return;
            }
            const std::size_t next = letters_end(end + 1, CharClass::latin);
            const bool is_s = next == end + 2 && m_key[end + 1] == 's';
            if (is_s && !is_inner_apostrophe(next) && !keeps_final_s(before)) {
                emit(end, TokenKind::word, CharClass::latin);
                emit(next, TokenKind::word, CharClass::latin);
                return;
            }
            end = next;
        }
        emit(end, TokenKind::word, CharClass::latin);
    }

    [[nodiscard]] bool is_inner_apostrophe(std::size_t position) const {
        return position + 1 < m_key.size() && m_key[position] == '\'' && position - m_position < max_word_bytes &&
               unit_at(position + 1).kind == CharClass::latin;
    }

    void number() {
        const NumberShape shape = number_at({m_text.source, m_key, m_map}, m_position);
        const std::size_t begin = m_position;
        std::size_t kept = begin;
        Token& token = m_tokens.emplace_back();
        token.span = {m_map.at(begin), source_at(shape.end)};
        token.kind = TokenKind::number;
        for (std::size_t i = begin; i < shape.end; ++i) {
            const bool decimal = i == shape.decimal_mark;
            if (!decimal && char_rules[static_cast<unsigned char>(m_key[i])].kind != CharClass::digit) {
                continue;
            }
            m_text.strict[kept] = decimal ? '.' : m_key[i];
            if (kept != i) {
                m_text.map.add_moved(kept, m_map.at(i));
            }
            ++kept;
        }
        finish(token, kept - begin);
        m_position = shape.end;
    }

    /// A mark of one byte of ASCII, the frequent case.
    void ascii_mark() {
        const char mark = m_key[m_position];
        Token& token = m_tokens.emplace_back();
        token.span = {m_map.at(m_position), source_at(m_position + 1)};
        if (token.span.size() > 1) {
            token.span.end = visible_end(m_text.source, token.span);
        }
        m_hashtag = m_hashtag && mark == '_';
        m_keys.make_mark(token, mark);
        m_landmarks.no_words.push_back(static_cast<std::uint32_t>(m_tokens.size() - 1));
        place(token, 1);
        m_hashtag = m_hashtag || mark == '#';
        ++m_position;
    }

    void mark(std::size_t size) {
        if (size == 1 && static_cast<signed char>(m_key[m_position]) >= 0 && !continues_character(m_position + 1)) {
            ascii_mark();
            return;
        }
        const bool joins = m_key[m_position] == '_';
        const bool opens = m_key[m_position] == '#';
        std::size_t end = m_position + std::max<std::size_t>(size, 1);
        while (continues_character(end)) {
            ++end;
        }
        m_hashtag = m_hashtag && joins;
        emit(end, TokenKind::punct, CharClass::punct);
        m_hashtag = m_hashtag || opens;
    }

    [[nodiscard]] std::uint32_t source_at(std::size_t key_byte) const {
        return key_byte < m_key.size() ? m_map.at(key_byte) : static_cast<std::uint32_t>(m_text.source.size());
    }

    /// Pushes the token from the current position to `end` and goes on after it.
    void emit(std::size_t end, TokenKind kind, CharClass letters) {
        Token& token = m_tokens.emplace_back();
        token.span = {m_map.at(m_position), source_at(end)};
        token.kind = kind;
        token.script = script_of(letters);
        if (token.span.size() > end - m_position) {
            token.span.end = visible_end(m_text.source, token.span);
        }
        if (letters == CharClass::latin) {
            find_capitals(token, end);
        }
        finish(token, end - m_position);
        m_position = end;
    }

    void find_capitals(Token& token, std::size_t end) const {
        std::size_t letters = 0;
        for (std::size_t i = m_position; i < end; ++i) {
            const char c = m_key[i];
            if (is_continuation(c) || c == '\'' || c == '.') {
                continue;
            }
            const std::uint32_t at = m_map.at(i);
            const char source = m_text.source[at];
            const bool upper = static_cast<unsigned char>(source) < 0x80
                                   ? source >= 'A' && source <= 'Z'
                                   : is_upper(utf8_char(m_text.source, at).code_point);
            if (letters++ == 0) {
                token.capital = upper;
            }
            if (!upper) {
                return;
            }
        }
        token.all_capitals = letters > 1;
    }

    /// A word with a tatweel behind it, which joins it to a quote or a number, is read in fewer ways than the same word
    /// elsewhere (clitics.hpp).
    [[nodiscard]] bool is_usual(const Token& token) const {
        return token.kind == TokenKind::word && !m_text.source.substr(0, token.span.end).ends_with("ـ");
    }

    /// Fills in the keys and the place of a token that begins at the current position.
    void finish(Token& token, std::size_t strict_size) {
        m_keys.make(token, m_key.substr(m_position, strict_size), is_usual(token));
        if (token.kind != TokenKind::word) {
            m_landmarks.no_words.push_back(static_cast<std::uint32_t>(m_tokens.size() - 1));
        }
        place(token, strict_size);
    }

    void place(Token& token, std::size_t strict_size) {
        token.strict_begin = static_cast<std::uint32_t>(m_position);
        token.strict_size = static_cast<std::uint16_t>(strict_size);
        token.space_before = m_space;
        token.newline_before = m_newline;
        token.hashtag = m_hashtag;
        if (m_newline) {
            m_landmarks.lines.push_back(static_cast<std::uint32_t>(m_tokens.size() - 1));
        }
        m_space = m_newline = false;
    }

    const KeyedText& m_text;
    std::string_view m_key;
    mutable SourceCursor m_map;
    TokenKeys m_keys;
    WordLookahead m_ahead;
    std::vector<Token>& m_tokens;
    Landmarks& m_landmarks;
    std::size_t m_position = 0;
    bool m_space = true;
    bool m_newline = true;
    bool m_hashtag = false;
};

} // namespace

void tokenize(const KeyedText& text, std::vector<Token>& tokens, Landmarks& landmarks) {
    Tokenizer(text, tokens, landmarks).run();
}

} // namespace yaqut::text
