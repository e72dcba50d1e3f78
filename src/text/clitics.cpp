// SPDX-License-Identifier: Apache-2.0
#include "text/clitics.hpp"

#include "text/fold.hpp"
#include "text/key_hash.hpp"

namespace yaqut::text {

namespace {

// All letters here have two bytes.
constexpr std::size_t letter_size = 2;
constexpr std::string_view lam = "ل";
constexpr std::string_view article = "ال";
constexpr std::string_view article_lam = "الل";

/// What is put back before the rest of the token.
std::string_view restored(const Reading& reading) {
    return reading.restored_article ? article : reading.restored_lam ? article_lam : std::string_view{};
}

Clitic proclitic(std::string_view letter) {
    if (letter == "أ") {
        return Clitic::alef;
    }
    if (letter == "و") {
        return Clitic::waw;
    }
    if (letter == "ف") {
        return Clitic::fa;
    }
    if (letter == "ب") {
        return Clitic::ba;
    }
    if (letter == "ك") {
        return Clitic::kaf;
    }
    return letter == lam ? Clitic::lam : Clitic::none;
}

/// Place of a proclitic in the order (أ)(و|ف)(ب|ك|ل).
int slot(Clitic clitic) {
    switch (clitic) {
    case Clitic::alef: return 0;
    case Clitic::waw:
    case Clitic::fa: return 1;
    default: return 2;
    }
}

class Reader {
  public:
    Reader(const Document& document, const Token& token, Readings& readings)
        : m_document(document), m_token(token), m_key(document.strict(token)), m_readings(readings) {}

    void read() {
        Reading whole;
        whole.source_begin = m_token.span.begin;
        whole.strict_hash = m_token.strict_hash;
        whole.loose_hash = m_token.loose_hash;
        m_readings.push(whole);
        if (m_token.script == Script::arabic && is_plain_arabic(m_key) && !is_joined()) {
            strip();
        }
    }

  private:
    /// Does tatweel join the token to a quote or a number? A letter may do so only as a proclitic.
    [[nodiscard]] bool is_joined() const { return m_document.source(m_token.span).ends_with("ـ"); }

    void strip() {
        Clitic taken = Clitic::none;
        std::size_t begin = 0;
        for (int next_slot = 0; begin + letter_size < m_key.size();) {
            const Clitic clitic = proclitic(m_key.substr(begin, letter_size));
            if (clitic == Clitic::none || slot(clitic) < next_slot) {
                break;
            }
            next_slot = slot(clitic) + 1;
            taken = taken | clitic;
            begin += letter_size;
            if (clitic == Clitic::lam && m_key.substr(begin, letter_size) == lam) {
                lam_lam(taken, begin);
                return;
            }
            add(taken, begin, begin);
        }
        if (m_key.substr(begin).starts_with(article)) {
            add(taken | Clitic::article, begin + article.size(), begin);
        }
    }

    /// `begin`: the second lam, which is the article's, the word's own, or both.
    void lam_lam(Clitic taken, std::size_t begin) {
        const std::size_t rest = begin + letter_size;
        Reading with_article;
        with_article.restored_article = true;
        if (rest + letter_size < m_key.size()) {
            add(taken, rest, begin, with_article);
        }
        add(taken, begin, begin);
        Reading with_lam;
        with_lam.restored_lam = true;
        if (rest < m_key.size()) {
            add(taken, rest, begin, with_lam);
        }
        add(taken | Clitic::article, rest, begin);
    }

    void add(Clitic clitics, std::size_t key_begin, std::size_t word_begin, Reading reading = {}) {
        const std::string_view before = restored(reading);
        const std::string_view rest = m_key.substr(key_begin);
        if (before.size() + rest.size() < 2 * letter_size) {
            return;
        }
        reading.clitics = clitics;
        reading.key_begin = static_cast<std::uint16_t>(key_begin);
        reading.source_begin = m_document.source_begin(m_token, word_begin);
        reading.strict_hash = KeyHash().add(before).add(rest).value();
        KeyHash loose;
        const auto sink = [&loose](char first, char second) {
            const char letter[letter_size] = {first, second};
            loose.add({letter, letter_size});
        };
        fold_arabic(before, sink, WordPart::begin);
        fold_arabic(rest, sink, before.empty() ? WordPart::whole : WordPart::end);
        reading.loose_hash = loose.value();
        m_readings.push(reading);
    }

    const Document& m_document;
    const Token& m_token;
    std::string_view m_key;
    Readings& m_readings;
};

} // namespace

Readings readings(const Document& document, const Token& token) {
    Readings result;
    Reader(document, token, result).read();
    return result;
}

std::string remaining_strict(const Document& document, const Token& token, const Reading& reading) {
    std::string key(restored(reading));
    key += document.strict(token).substr(reading.key_begin);
    return key;
}

std::string remaining_loose(const Document& document, const Token& token, const Reading& reading) {
    if (reading.key_begin == 0) { // numbers and marks are not folded
        return std::string(document.loose(token));
    }
    std::string key;
    append_loose(remaining_strict(document, token, reading), key);
    return key;
}

} // namespace yaqut::text
