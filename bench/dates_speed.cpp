// SPDX-License-Identifier: Apache-2.0
// Speed of the time expression tagger on one core: dates_speed FILE. FILE holds articles, each with the day of
// publication on a line of its own before it, separated by the byte 0x1E. Prints megabytes of text per second of
// processor time for all articles, and for what remains of them without the sentences that hold an expression.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <exception>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "core/error.hpp"
#include "dates/tagger.hpp"
#include "text/document.hpp"

using namespace yaqut;

namespace {

constexpr char separator = '\x1E';
constexpr int rounds = 3;

struct Text {
    std::optional<Date> dct;
    std::string utf8;
};

std::vector<Text> read_texts(const char* name) {
    std::ifstream file(name, std::ios::binary);
    if (!file) {
        throw Error(std::string("cannot read ") + name);
    }
    const std::string all{std::istreambuf_iterator<char>(file), {}};
    std::vector<Text> texts;
    for (std::size_t begin = 0; begin < all.size();) {
        const std::size_t end = std::min(all.find(separator, begin), all.size());
        const std::string article = all.substr(begin, end - begin);
        const std::size_t line = article.find('\n');
        if (line != std::string::npos) {
            texts.push_back({parse_iso_date(article.substr(0, line)), article.substr(line + 1)});
        }
        begin = end + 1;
    }
    return texts;
}

/// The sentences in which nothing is found.
std::string without_expressions(const text::Document& document, const std::vector<Timex>& found) {
    std::string rest;
    std::size_t next = 0;
    for (const text::Sentence& sentence : document.sentences()) {
        while (next < found.size() && found[next].tokens.begin < sentence.tokens.begin) {
            ++next;
        }
        if (next == found.size() || found[next].tokens.begin >= sentence.tokens.end) {
            rest.append(document.source(sentence.span)).append("\n");
        }
    }
    return rest;
}

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// The fastest of some rounds. Documents are built beforehand: all stages share them.
void measure(const char* what, const std::vector<Text>& texts, const dates::Tagger& tagger) {
    std::size_t bytes = 0;
    std::size_t found = 0;
    const double begin = seconds();
    std::vector<text::Document> documents;
    documents.reserve(texts.size());
    for (const Text& text : texts) {
        documents.emplace_back(text.utf8);
        bytes += text.utf8.size();
    }
    const double building = seconds() - begin;
    double best = 0.0;
    for (int round = 0; round < rounds; ++round) {
        found = 0;
        const double start = seconds();
        for (std::size_t i = 0; i < texts.size(); ++i) {
            found += tagger.tag(documents[i], texts[i].dct, Language::ar).size();
        }
        const double took = seconds() - start;
        best = round == 0 ? took : std::min(best, took);
    }
    const double megabytes = static_cast<double>(bytes) / 1e6;
    std::printf("%-22s %7.1f MB  %8zu expressions  %6.0f MB/s  (cutting into tokens: %.0f MB/s)\n", what, megabytes,
                found, megabytes / best, megabytes / building);
}

} // namespace

int main(int argc, char** argv) try {
    if (argc != 2) {
        std::fputs("usage: dates_speed FILE\n", stderr);
        return 2;
    }
    const std::vector<Text> texts = read_texts(argv[1]);
    const dates::Tagger tagger;
    std::vector<Text> bare;
    for (const Text& text : texts) {
        const text::Document document(text.utf8);
        bare.push_back({text.dct, without_expressions(document, tagger.tag(document, text.dct, Language::ar))});
    }
    measure("news", texts, tagger);
    measure("without expressions", bare, tagger);
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "dates_speed: %s\n", error.what());
    return 1;
}
