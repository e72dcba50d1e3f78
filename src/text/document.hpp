// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.hpp"
#include "core/span.hpp"
#include "text/normalize.hpp"
#include "text/word_cache.hpp"

namespace yaqut::text {

enum class TokenKind : std::uint8_t {
    word,   ///< letters (with inner apostrophes; "U.S." and أ.ف.ب are one word)
    number, ///< digits with inner separators: 1,200  3.5  (key in ASCII digits, thousands separators dropped)
    punct,  ///< one mark
};

enum class Script : std::uint8_t { none, arabic, latin, other };

/// A word, number or mark of the text. Keys are read through the Document.
struct Token {
    TextSpan span;                  ///< source bytes
    std::uint32_t strict_begin = 0; ///< range in the document's strict keys
    std::uint32_t loose_begin = 0;  ///< range in the document's loose keys
    std::uint16_t strict_size = 0;
    std::uint16_t loose_size = 0;
    TokenKind kind = TokenKind::punct;
    Script script = Script::none;
    bool space_before = false;     ///< white space (or the start of the text) before it
    bool newline_before = false;   ///< first token of its line
    bool capital = false;          ///< Latin word that begins with a capital
    bool all_capitals = false;     ///< Latin word of two or more letters, all capital
    bool hashtag = false;          ///< inside a hashtag: after '#', or joined to it by '_'
    WordId word = no_word;         ///< in the cache that the document was read with
    std::uint64_t strict_hash = 0; ///< KeyHash::of(strict key)
    std::uint64_t loose_hash = 0;  ///< KeyHash::of(loose key)
};

enum class BlockKind : std::uint8_t {
    headline,        ///< first short block without a full stop
    section_heading, ///< up to six words without a full stop, directly before prose
    caption,         ///< short block that ends in (CREDIT), or begins with a no-break space
    credit,          ///< the source line: المصدر : X
    paragraph,
};

struct Sentence {
    TextSpan span;
    TokenRange tokens;
    std::uint32_t block = 0; ///< index of its block
};

struct Block {
    BlockKind kind = BlockKind::paragraph;
    TextSpan span;
    TokenRange tokens;
    std::uint32_t first_sentence = 0;
    std::uint32_t sentence_count = 0;
    bool duplicate = false; ///< an exact repetition of an earlier block: events in it are repetitions
};

struct DocumentBody;

/// Gives the memory of a document back to the cache of words that it was read with.
struct GiveBack {
    WordCache* words = nullptr; ///< may be null
    void operator()(DocumentBody* body) const;
};

/// A text cut into blocks, sentences and tokens, with strict and loose keys, all mapped to the source bytes.
/// Built once per article and read by all later stages. Refers to the text it was built from, which must outlive it.
/// Accepts any bytes. Throws yaqut::Error for more than 256 MiB, which no article has.
class Document {
  public:
    /// How much of the text is worked out.
    enum class Parts : std::uint8_t {
        all,
        tokens, ///< for names and table words: no sentences, blocks or language, and sentence_of() may not be asked
    };

    explicit Document(std::string_view utf8, Parts parts = Parts::all);
    /// The same, faster for a worker that reads many texts with one cache. Refers to the cache, and leaves its memory
    /// to the next document.
    Document(std::string_view utf8, WordCache& words);

    [[nodiscard]] std::string_view source() const { return m_source; }
    [[nodiscard]] std::string_view source(TextSpan span) const { return m_source.substr(span.begin, span.size()); }
    [[nodiscard]] std::span<const Token> tokens() const { return m_tokens; }
    [[nodiscard]] const Token& token(std::size_t index) const { return m_tokens[index]; }
    [[nodiscard]] std::size_t size() const { return m_tokens.size(); }
    [[nodiscard]] std::span<const Sentence> sentences() const { return m_sentences; }
    [[nodiscard]] std::span<const Block> blocks() const { return m_blocks; }

    [[nodiscard]] std::string_view strict(const Token& token) const {
        return m_strict.substr(token.strict_begin, token.strict_size);
    }
    [[nodiscard]] std::string_view loose(const Token& token) const {
        return m_loose.substr(token.loose_begin, token.loose_size);
    }
    /// Source byte where the strict key byte `offset` of the token begins (offset 0: token.span.begin;
    /// offset strict_size: token.span.end). Serves spans that exclude proclitics.
    [[nodiscard]] std::uint32_t source_begin(const Token& token, std::size_t offset) const;

    /// Index of the sentence / block that holds the token.
    [[nodiscard]] std::uint32_t sentence_of(std::size_t token) const { return m_sentence_of[token]; }
    [[nodiscard]] std::uint32_t block_of(std::size_t token) const { return m_sentences[m_sentence_of[token]].block; }

    /// The cache that the words' numbers belong to; nullptr: none. For the thread that uses the document.
    [[nodiscard]] WordCache* words() const { return m_words; }

    /// Language by script and function words; Language::other when there is too little to tell.
    [[nodiscard]] Language language() const { return m_language; }

    /// The source bytes from the first to the last token of the range.
    [[nodiscard]] TextSpan span_of(TokenRange range) const;

  private:
    Document(std::string_view utf8, Parts parts, WordCache* words);

    std::string_view m_source;
    WordCache* m_words = nullptr;
    std::unique_ptr<DocumentBody, GiveBack> m_body; ///< owns what follows
    std::string_view m_strict;                      ///< strict keys of the whole text
    std::string_view m_loose;                       ///< loose keys of the tokens, one after the other
    std::span<const Token> m_tokens;
    std::span<const Sentence> m_sentences;
    std::span<const Block> m_blocks;
    std::span<const std::uint32_t> m_sentence_of;
    Language m_language = Language::other;
};

} // namespace yaqut::text
