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

/// Letters are folded one by one and only the last ones in a way of their own, so that the rest of a word folds to the
/// rest of its loose key; unless that is nothing but final hamzas, which are folded away.
bool is_folded(std::string_view loose, std::size_t key_begin) { return loose.size() >= key_begin + letter_size; }

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

/// A way to read a word, before its hashes are known.
struct Cut {
    Clitic clitics = Clitic::none;
    std::size_t key_begin = 0;
    std::size_t word_begin = 0;
    bool restored_article = false;
    bool restored_lam = false;

    /// What is put back before the rest of the token.
    [[nodiscard]] std::string_view restored() const {
        return restored_article ? article : restored_lam ? article_lam : std::string_view{};
    }
};

/// Calls take(cut) for each way to take proclitics off an Arabic word.
template <typename Take> class Cutter {
  public:
    Cutter(std::string_view key, Take& take) : m_key(key), m_take(take) {}

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
            add({.clitics = taken, .key_begin = begin, .word_begin = begin});
        }
        if (m_key.substr(begin).starts_with(article)) {
            add({.clitics = taken | Clitic::article, .key_begin = begin + article.size(), .word_begin = begin});
        }
    }

  private:
    /// `begin`: the second lam, which is the article's, the word's own, or both.
    void lam_lam(Clitic taken, std::size_t begin) {
        const std::size_t rest = begin + letter_size;
        if (rest + letter_size < m_key.size()) {
            add({.clitics = taken, .key_begin = rest, .word_begin = begin, .restored_article = true});
        }
        add({.clitics = taken, .key_begin = begin, .word_begin = begin});
        if (rest < m_key.size()) {
            add({.clitics = taken, .key_begin = rest, .word_begin = begin, .restored_lam = true});
        }
        add({.clitics = taken | Clitic::article, .key_begin = rest, .word_begin = begin});
    }

    void add(const Cut& cut) {
        if (cut.restored().size() + m_key.size() - cut.key_begin >= 2 * letter_size) {
            m_take(cut);
        }
    }

    std::string_view m_key;
    Take& m_take;
};

/// Does tatweel join the token to a quote or a number? A letter may do so only as a proclitic.
bool is_joined(const Document& document, const Token& token) { return document.source(token.span).ends_with("ـ"); }

template <typename Take> void for_each_cut(const Document& document, const Token& token, Take take) {
    const std::string_view key = document.strict(token);
    if (token.script == Script::arabic && is_plain_arabic(key) && !is_joined(document, token)) {
        Cutter<Take>(key, take).strip();
    }
}

std::uint64_t loose_hash(std::string_view key, std::string_view loose, const Cut& cut) {
    const std::string_view before = cut.restored();
    KeyHash hash;
    if (is_folded(loose, cut.key_begin)) {
        return hash.add(before).add(loose.substr(cut.key_begin)).value();
    }
    const auto sink = [&hash](char first, char second) {
        const char letter[letter_size] = {first, second};
        hash.add({letter, letter_size});
    };
    fold_arabic(before, sink, WordPart::begin);
    fold_arabic(key.substr(cut.key_begin), sink, before.empty() ? WordPart::whole : WordPart::end);
    return hash.value();
}

} // namespace

Readings readings(const Document& document, const Token& token) {
    Readings result;
    Reading whole;
    whole.source_begin = token.span.begin;
    whole.strict_hash = token.strict_hash;
    whole.loose_hash = token.loose_hash;
    result.push(whole);
    for_each_cut(document, token, [&](const Cut& cut) {
        const std::string_view key = document.strict(token);
        Reading reading;
        reading.clitics = cut.clitics;
        reading.key_begin = static_cast<std::uint16_t>(cut.key_begin);
        reading.word_begin = static_cast<std::uint16_t>(cut.word_begin);
        reading.restored_article = cut.restored_article;
        reading.restored_lam = cut.restored_lam;
        reading.source_begin = document.source_begin(token, cut.word_begin);
        reading.strict_hash = KeyHash().add(cut.restored()).add(key.substr(cut.key_begin)).value();
        reading.loose_hash = loose_hash(key, document.loose(token), cut);
        result.push(reading);
    });
    return result;
}

void find_loose_readings(const Document& document, const Token& token, LooseReadings& out) {
    out.clear();
    for_each_cut(document, token, [&](const Cut& cut) {
        out.push_back({cut.clitics, loose_hash(document.strict(token), document.loose(token), cut)});
    });
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
    if (const std::string_view loose = document.loose(token);
        is_plain_arabic(document.strict(token)) && is_folded(loose, reading.key_begin)) {
        return key.append(restored(reading)).append(loose.substr(reading.key_begin));
    }
    append_loose(remaining_strict(document, token, reading), key);
    return key;
}

} // namespace yaqut::text
