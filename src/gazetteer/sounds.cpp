// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/sounds.hpp"

#include <algorithm>

#include "gazetteer/key_words.hpp"
#include "lexicon/table.hpp"

namespace yaqut::gazetteer {

namespace {

constexpr std::string_view arabic_article = "\xD8\xA7\xD9\x84"; // ال
constexpr std::size_t shortest_after_article = 4;               // bytes: two Arabic letters

bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::string_view read_vowels = "AIU"; // in readings

void append_sound(std::string_view sound, std::string& out) {
    for (const char c : sound) {
        const std::size_t last = out.find_last_not_of(read_vowels);
        if (last == std::string::npos || out[last] != c) {
            out += c;
        }
    }
}

/// `vowel` as the tables write it.
void append_vowel(std::string_view vowel, std::string& out) {
    const char c = vowel.empty() ? '\0' : static_cast<char>(vowel.front() - 'a' + 'A');
    if (c != '\0' && !out.empty() && out.back() != c) {
        out += c;
    }
}

} // namespace

Sounds::Sounds() {
    for (const char* name : {"ar/geocode_sounds", "en/geocode_sounds"}) {
        const lexicon::Table table = lexicon::load(name); // its cells are the program's own data
        for (const lexicon::Row& row : table.rows()) {
            const std::string_view letters = row["letters"];
            m_groups[static_cast<unsigned char>(letters.front())].push_back(
                {letters, row["sound"], row["start"], row["vowel"]});
        }
    }
    for (std::vector<Group>& groups : m_groups) {
        std::stable_sort(groups.begin(), groups.end(),
                         [](const Group& a, const Group& b) { return a.letters.size() > b.letters.size(); });
    }
    const lexicon::Table articles = lexicon::load("geocode_articles");
    for (const lexicon::Row& row : articles.rows()) {
        m_articles.insert(row["word"]);
        if (!row["fused"].empty()) {
            m_fused.push_back(row["word"]);
        }
    }
}

const Sounds::Group* Sounds::group_at(std::string_view word) const {
    for (const Group& group : m_groups[static_cast<unsigned char>(word.front())]) {
        if (word.starts_with(group.letters)) {
            return &group;
        }
    }
    return nullptr;
}

bool Sounds::append_word(std::string_view word, bool first, bool with_vowels, std::string& out) const {
    bool at_start = true;
    while (!word.empty()) {
        if (is_digit(word.front()) || word.front() == '\'') {
            out.append(is_digit(word.front()) ? 1 : 0, word.front());
            word.remove_prefix(1);
            continue;
        }
        const Group* group = group_at(word);
        if (group == nullptr) {
            return false;
        }
        const bool last = word.size() == group->letters.size();
        const bool silent = last && group->sound == "h";
        if (at_start && !group->start.empty()) {
            append_sound(first ? group->start : std::string_view(), out);
        } else if (!silent) {
            append_sound(group->sound, out);
        }
        if (with_vowels && !(at_start && first)) {
            append_vowel(silent ? "a" : group->vowel, out);
        }
        at_start = false;
        word.remove_prefix(group->letters.size());
    }
    return true;
}

std::size_t Sounds::fused_article(std::string_view word) const {
    for (const std::string_view article : m_fused) {
        if (word.starts_with(article) && word.size() >= article.size() + shortest_after_article) {
            return article.size();
        }
    }
    return 0;
}

bool Sounds::append_words(std::string_view loose, bool split_articles, bool with_vowels, std::string& out) const {
    bool first = true;
    bool known = true;
    for_each_word(loose, [&](std::string_view word, bool last) {
        if (!last && is_article(word)) {
            return;
        }
        if (word.starts_with(arabic_article) && word.size() >= arabic_article.size() + shortest_after_article) {
            word.remove_prefix(arabic_article.size());
        } else if (split_articles) {
            word.remove_prefix(fused_article(word));
        }
        known = known && append_word(word, first, with_vowels, out);
        first = false;
    });
    return known;
}

void Sounds::skeletons(std::string_view loose, std::vector<std::string>& out) const {
    constexpr std::size_t least_sounds = 2;
    out.clear();
    for (const bool split : {false, true}) {
        std::string skeleton;
        if (append_words(loose, split, false, skeleton) && skeleton.size() >= least_sounds &&
            (out.empty() || out.front() != skeleton)) {
            out.push_back(std::move(skeleton));
        }
    }
}

std::string Sounds::reading(std::string_view loose) const {
    std::string result;
    if (!append_words(loose, false, true, result)) {
        result.clear();
    }
    return result;
}

bool Sounds::is_vowel(char c) { return read_vowels.find(c) != std::string_view::npos; }

char Sounds::first_sound(std::string_view loose) const {
    constexpr std::string_view vowels = "ae";
    const bool arabic = loose.starts_with(arabic_article);
    if (loose.empty() || arabic || vowels.find(loose.front()) != std::string_view::npos) {
        return 0; // an article may begin here
    }
    const Group* group = group_at(loose);
    const std::string_view sound = group == nullptr       ? std::string_view()
                                   : group->start.empty() ? group->sound
                                                          : group->start;
    return sound.empty() || sound == "h" ? '\0' : sound.front();
}

std::string Sounds::without_articles(std::string_view loose) const {
    std::string out;
    for_each_word(loose, [&](std::string_view word, bool last) {
        if (!last && is_article(word)) {
            return;
        }
        if (word.starts_with(arabic_article) && word.size() >= arabic_article.size() + shortest_after_article) {
            word.remove_prefix(arabic_article.size());
        }
        out.append(out.empty() ? 0 : 1, ' ').append(word);
    });
    return out;
}

} // namespace yaqut::gazetteer
