// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "files.hpp"
#include "io/file_stamp.hpp"
#include "reading.hpp"

using namespace yaqut;
using yaqut::test::Folder;

namespace {

/// Files with faults, ids that return and a file that is none.
std::vector<std::string> write_files(const Folder& folder) {
    folder.write("in/a.jsonl", "{\"id\":\"x\",\"text\":\"One.\"}\n{\"id\":\"y\"}\n{\"id\":\"x\",\"text\":\"Two.\"}\n");
    folder.write("in/b.txt", "date: never\n\nThree.\n");
    folder.write("in/c.jsonl", "{\"id\":\"z\"}\n");
    folder.write("in/d.txt", "");
    folder.write("in/e.jsonl", "{\"id\":\"x\",\"text\":\"Four.\"}\n{\"id\":\"x#2\",\"text\":\"Five.\"}\n{broken\n");
    folder.write("in/f.bin", "no article by its name");
    folder.write("in/g.txt", "Six.\n");
    folder.write("empty/f.bin", "no article by its name");
    return {folder.path("in"), folder.path("empty"), folder.path("missing")};
}

/// Takes a mark over into a start as one who keeps both does.
void add(io::ReadStart& start, const io::ReadMark& mark, bool with_article) {
    start.files += mark.finished.size();
    start.records = mark.finished.empty() || mark.finished.back() != mark.file ? mark.records : 0;
    start.counts = mark.counts;
    if (with_article) {
        start.ids.push_back(mark.id);
    }
}

struct Part {
    std::vector<Article> articles;
    std::vector<std::string> errors;
    io::ReadStart end;
    io::ReaderCounts counts;
};

/// Reads at most `most` articles from `start` on.
Part read_part(const std::vector<std::string>& inputs, const io::ReadStart& start, std::size_t most) {
    Part part;
    part.end = start;
    io::ReaderOptions options;
    options.marks = true;
    options.start = start;
    options.on_error = [&](const InputError& error) { part.errors.emplace_back(error.what()); };
    io::ArticleReader reader(inputs, options);
    while (part.articles.size() < most) {
        auto article = reader.next();
        add(part.end, reader.take_mark(), article.has_value());
        if (!article) {
            break;
        }
        part.articles.push_back(std::move(*article));
    }
    part.counts = reader.counts();
    return part;
}

} // namespace

TEST_CASE("a reader goes on anywhere as if it had never stopped") {
    const Folder folder;
    const auto inputs = write_files(folder);
    const Part whole = read_part(inputs, {}, 100);
    REQUIRE(whole.articles.size() == 6);
    CHECK(whole.counts.duplicate_ids == 3);
    CHECK(whole.counts.errors == 6); // two records without text, a broken one, an empty file and folder, a missing file
    for (std::size_t stop = 0; stop <= whole.articles.size(); ++stop) {
        const Part first = read_part(inputs, {}, stop);
        const Part second = read_part(inputs, first.end, 100);
        std::vector<Article> articles = first.articles;
        articles.insert(articles.end(), second.articles.begin(), second.articles.end());
        CHECK(articles == whole.articles);
        CHECK(second.counts.articles == whole.counts.articles);
        CHECK(second.counts.errors == whole.counts.errors);
        CHECK(second.counts.warnings == whole.counts.warnings);
        CHECK(second.counts.duplicate_ids == whole.counts.duplicate_ids);
        CHECK(second.counts.skipped_files == whole.counts.skipped_files);
    }
}

TEST_CASE("what was read is not opened again") {
    const Folder folder;
    const auto inputs = write_files(folder);
    const Part whole = read_part(inputs, {}, 100);
    const Part again = read_part(inputs, whole.end, 100);
    CHECK(again.articles.empty());
    REQUIRE(again.errors.size() == 1); // the empty folder is no file
    CHECK(test::contains(again.errors[0], "empty"));
}

TEST_CASE("the stamps of inputs follow the reader's order and tell changed files") {
    const Folder folder;
    const auto inputs = write_files(folder);
    const auto stamps = io::stamp_inputs(inputs, false);
    REQUIRE(stamps.size() == 7);
    CHECK(stamps[1] == io::file_stamp(folder.path("in/b.txt")));
    CHECK(stamps[1].size == 20);
    folder.write("in/b.txt", "date: never\n\nThree!!\n");
    const auto later = io::stamp_inputs(inputs, false);
    CHECK(later[0] == stamps[0]);
    CHECK(later[1].key != stamps[1].key);
}
