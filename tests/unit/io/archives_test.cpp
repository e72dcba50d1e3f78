// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include <doctest/doctest.h>

#include <cpl_vsi.h>

#include "files.hpp"
#include "reading.hpp"

using namespace yaqut;
using yaqut::test::contains;
using yaqut::test::Folder;
using yaqut::test::read_inputs;

namespace {

/// Writes through GDAL's virtual file systems: "/vsigzip/...", "/vsizip/...".
void pack(const std::string& path, std::string_view bytes) {
    VSILFILE* file = VSIFOpenL(path.c_str(), "wb");
    REQUIRE_MESSAGE(file != nullptr, path);
    REQUIRE(VSIFWriteL(bytes.data(), 1, bytes.size(), file) == bytes.size());
    REQUIRE(VSIFCloseL(file) == 0);
}

/// Archive members are written while the archive is held open.
void pack_zip(const std::string& archive, const std::vector<std::pair<std::string, std::string>>& members) {
    VSILFILE* holder = VSIFOpenL(("/vsizip/" + archive).c_str(), "wb");
    REQUIRE(holder != nullptr);
    for (const auto& [name, bytes] : members) {
        pack("/vsizip/" + archive + "/" + name, bytes);
    }
    REQUIRE(VSIFCloseL(holder) == 0);
}

/// A tar archive with one file of less than 512 bytes.
std::string tar(const std::string& name, const std::string& bytes) {
    std::string header(512, '\0');
    const auto put = [&header](std::size_t at, const std::string& field) { header.replace(at, field.size(), field); };
    std::array<char, 12> size{};
    std::snprintf(size.data(), size.size(), "%011o", static_cast<unsigned>(bytes.size()));
    put(0, name);
    put(100, "0000644");
    put(124, size.data());
    put(136, "00000000000");
    put(148, "        ");
    put(156, "0");
    put(257, test::bytes_of("ustar\00000"));
    unsigned sum = 0;
    for (const char c : header) {
        sum += static_cast<unsigned char>(c);
    }
    std::array<char, 8> checksum{};
    std::snprintf(checksum.data(), checksum.size(), "%06o", sum);
    put(148, checksum.data());
    return header + bytes + std::string(512 - bytes.size() + 1024, '\0');
}

std::string lines(int count) {
    std::string out;
    for (int i = 0; i < count; ++i) {
        out += "{\"text\":\"الخبر رقم " + std::to_string(i) + "\"}\n";
    }
    return out;
}

} // namespace

TEST_CASE("archives: gzip, with nothing left beside it") {
    const Folder folder;
    pack("/vsigzip/" + folder.path("a.jsonl.gz"), lines(20'000));
    pack("/vsigzip/" + folder.path("b.txt.gz"), "أغلقت السلطات الميناء.");
    const auto reading = read_inputs({folder.path()});
    CHECK(reading.errors.empty());
    REQUIRE(reading.articles.size() == 20'001);
    CHECK(reading.articles[0].id == "a:1");
    CHECK(reading.articles[19'999].text == "الخبر رقم 19999");
    CHECK(reading.articles[20'000].id == "b");
    CHECK(reading.articles[20'000].text == "أغلقت السلطات الميناء.");
    CHECK(folder.entries() == 2);
}

TEST_CASE("archives: a gzip file that was cut off or damaged gives what came before, and a message") {
    const Folder folder;
    pack("/vsigzip/" + folder.path("whole.jsonl.gz"), lines(20'000));
    const std::string whole = test::read_all(folder.path("whole.jsonl.gz"));
    const auto cut = read_inputs({folder.write("cut.jsonl.gz", whole.substr(0, whole.size() / 2))});
    CHECK(cut.articles.size() < 20'000);
    CHECK_MESSAGE(!cut.errors.empty(), "a cut off file must not pass for a whole one");
    std::string damaged = whole;
    for (std::size_t i = 0; i < 64; ++i) {
        damaged[damaged.size() / 2 + i] = '\x55';
    }
    CHECK_FALSE(read_inputs({folder.write("bad.jsonl.gz", damaged)}).errors.empty());
    const auto other = read_inputs({folder.write("text.txt.gz", "not packed")});
    CHECK(other.articles.empty());
    REQUIRE(other.errors.size() == 1);
    CHECK(contains(other.errors[0], "text.txt.gz: "));
}

TEST_CASE("archives: zip") {
    const Folder folder;
    pack_zip(folder.path("in.zip"), {{"b.txt", "Second."},
                                     {"a/x.jsonl", "{\"text\":\"First.\"}\n"},
                                     {"photo.png", "png"},
                                     {"__MACOSX/._b.txt", "junk"},
                                     {"inner.zip", "junk"}});
    const auto reading = read_inputs({folder.path("in.zip")});
    CHECK(reading.errors.empty());
    REQUIRE(reading.articles.size() == 2);
    CHECK(reading.articles[0].id == "a/x:1");
    CHECK(reading.articles[0].text == "First.");
    CHECK(reading.articles[1].id == "b");
    CHECK(reading.counts.skipped_files == 3);

    const auto in_folder = read_inputs({folder.path()});
    REQUIRE(in_folder.articles.size() == 2);
    CHECK(in_folder.articles[0].id == "in/a/x:1");

    const auto virtual_path = read_inputs({"/vsizip/" + folder.path("in.zip")});
    REQUIRE(virtual_path.articles.size() == 2);
    CHECK(virtual_path.articles[1].id == "b");
    const auto member = read_inputs({"/vsizip/" + folder.path("in.zip") + "/b.txt"});
    REQUIRE(member.articles.size() == 1);
    CHECK(member.articles[0].id == "b");
    const auto missing = read_inputs({"/vsizip/" + folder.path("in.zip") + "/c.txt"});
    REQUIRE(missing.errors.size() == 1);
    CHECK(contains(missing.errors[0], "in.zip/c.txt: cannot be opened: "));
}

TEST_CASE("archives: a bad one in a folder costs only itself") {
    const Folder folder;
    folder.write("in/a.zip", "PK\x03\x04 broken");
    folder.write("in/b.txt", "Second.");
    const auto reading = read_inputs({folder.path("in")});
    REQUIRE(reading.articles.size() == 1);
    REQUIRE(reading.errors.size() == 1);
    CHECK(contains(reading.errors[0], "in/a.zip: "));
}

TEST_CASE("archives: zip with a single article") {
    const Folder folder;
    pack_zip(folder.path("in.zip"), {{"only.txt", "The port was closed."}});
    for (const std::string& input : {folder.path("in.zip"), "/vsizip/" + folder.path("in.zip")}) {
        const auto reading = read_inputs({input});
        REQUIRE(reading.articles.size() == 1);
        CHECK(reading.articles[0].id == "only");
        CHECK(reading.articles[0].text == "The port was closed.");
    }
}

TEST_CASE("archives: tar") {
    const Folder folder;
    const std::string archive = tar("port.txt", "The port was closed.");
    folder.write("a.tar", archive);
    pack("/vsigzip/" + folder.path("b.tar.gz"), archive);
    pack("/vsigzip/" + folder.path("c.tgz"), archive);
    const auto reading = read_inputs({folder.path()});
    CHECK(reading.errors.empty());
    REQUIRE(reading.articles.size() == 3);
    CHECK(reading.articles[0].id == "a/port");
    CHECK(reading.articles[1].id == "b/port");
    CHECK(reading.articles[2].id == "c/port");
    CHECK(reading.articles[2].text == "The port was closed.");
}

TEST_CASE("archives: one with no articles") {
    const Folder folder;
    pack_zip(folder.path("in.zip"), {{"photo.png", "png"}});
    const auto reading = read_inputs({folder.path("in.zip")});
    REQUIRE(reading.errors.size() == 1);
    CHECK_MESSAGE(contains(reading.errors[0], "in.zip: no articles in it: expected "), reading.errors[0]);
    CHECK(contains(reading.errors[0], "found 1 other files"));
}
