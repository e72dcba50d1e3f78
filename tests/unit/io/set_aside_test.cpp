// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <array>
#include <filesystem>

#include "core/error.hpp"
#include "files.hpp"
#include "io/scratch_file.hpp"
#include "io/set_aside.hpp"

using namespace yaqut;
using yaqut::test::Folder;
using yaqut::test::read_all;

namespace {

constexpr std::array<const char*, 3> endings{".a", ".b", ".main"};

void write_group(const Folder& folder, const std::string& base, const std::string& content) {
    for (const char* ending : endings) {
        folder.write(base + ending, content + ending);
    }
}

} // namespace

TEST_CASE("set aside: old parts are away until the new ones are complete, then gone") {
    const Folder folder;
    write_group(folder, "e", "old");
    CHECK_THROWS_AS(io::SetAside(folder.path("e"), endings, false), ExistsError);
    CHECK(read_all(folder.path("e.a")) == "old.a");
    {
        io::SetAside old(folder.path("e"), endings, true);
        CHECK_FALSE(std::filesystem::exists(folder.path("e.main")));
        CHECK_FALSE(std::filesystem::exists(folder.path("e.a")));
        write_group(folder, "e", "new");
        old.complete();
    }
    CHECK(read_all(folder.path("e.main")) == "new.main");
    CHECK(folder.entries() == endings.size());
}

TEST_CASE("set aside: a failure puts back what was there") {
    const Folder folder;
    write_group(folder, "e", "old");
    {
        const io::SetAside old(folder.path("e"), endings, true);
        folder.write("e.a", "new.a"); // and then something fails
    }
    for (const char* ending : endings) {
        CHECK(read_all(folder.path(std::string("e") + ending)) == std::string("old") + ending);
    }
    CHECK(folder.entries() == endings.size());
}

TEST_CASE("set aside: nothing there, or a folder in the way") {
    const Folder folder;
    { const io::SetAside nothing(folder.path("e"), endings, false); }
    CHECK(folder.entries() == 0);
    folder.write("e.main", "old.main");
    folder.write("e.a/file", "in the way");
    CHECK_THROWS_AS(io::SetAside(folder.path("e"), endings, true), OutputError);
    CHECK(read_all(folder.path("e.main")) == "old.main");
}

TEST_CASE("scratch file: drivers that miss a full disk write to memory") {
    const Folder folder;
    const io::ScratchFile spreadsheet("XLSX", folder.path("e.xlsx"), false);
    CHECK(spreadsheet.work().starts_with("/vsimem/"));
    CHECK(spreadsheet.work().ends_with("/e.xlsx"));
    const io::ScratchFile package("GPKG", folder.path("e.gpkg"), false);
    CHECK(package.work().starts_with(folder.path()));
    CHECK(folder.entries() == 2); // under other names
    io::ScratchFile unwritten("XLSX", folder.path("f.xlsx"), false);
    CHECK_THROWS_AS(unwritten.publish(), OutputError);
    CHECK_FALSE(std::filesystem::exists(folder.path("f.xlsx")));
}
