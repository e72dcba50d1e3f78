// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <iostream>

#include <doctest/doctest.h>

#include "core/error.hpp"
#include "gazetteer/builder.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/name_keys.hpp"
#include "unit/gazetteer/sample.hpp"

using namespace yaqut;
using gazetteer::bundled_gazetteer;
using gazetteer::Gazetteer;

namespace {

/// Sets the variable, and puts back what it was.
class Variable {
  public:
    explicit Variable(const char* value) {
        if (const char* old = std::getenv(name)) {
            m_old = old;
        }
        if (value != nullptr) {
            ::setenv(name, value, 1);
        } else {
            ::unsetenv(name);
        }
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    ~Variable() {
        if (m_old) {
            ::setenv(name, m_old->c_str(), 1);
        } else {
            ::unsetenv(name);
        }
    }

  private:
    static constexpr const char* name = "YAQUT_GAZETTEER";
    std::optional<std::string> m_old;
};

std::string error_of(const std::filesystem::path& program) {
    try {
        static_cast<void>(bundled_gazetteer(program));
    } catch (const GazetteerError& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("the bundled gazetteer lies beside the program") {
    const Variable unset(nullptr);
    const sample::TemporaryFolder folder;
    std::filesystem::create_directories(folder / "bin");
    std::filesystem::create_directories(folder / "share/yaqut");
    std::filesystem::create_directories(folder / "elsewhere");
    sample::write(folder / "bin/yaqut", "");
    const std::string error = error_of(folder / "bin/yaqut");
    CHECK(error.find((folder / "share/yaqut/gazetteer.yqg").string()) != std::string::npos);
    CHECK(error.find("YAQUT_GAZETTEER") != std::string::npos);

    sample::write(folder / "bin/gazetteer.yqg", "");
    CHECK(bundled_gazetteer(folder / "bin/yaqut") == folder / "bin/gazetteer.yqg");
    sample::write(folder / "share/yaqut/gazetteer.yqg", "");
    CHECK(bundled_gazetteer(folder / "bin/yaqut") == folder / "share/yaqut/gazetteer.yqg");
    // Through a link to the program.
    std::filesystem::create_symlink(folder / "bin/yaqut", folder / "elsewhere/yaqut");
    CHECK(bundled_gazetteer(folder / "elsewhere/yaqut") == folder / "share/yaqut/gazetteer.yqg");
}

TEST_CASE("the variable goes first") {
    const sample::TemporaryFolder folder;
    const std::string mine = (folder / "mine.yqg").string();
    const Variable set(mine.c_str());
    CHECK(error_of(folder / "yaqut").find(mine) != std::string::npos);
    sample::write(mine, "");
    CHECK(bundled_gazetteer(folder / "yaqut") == mine);
}

TEST_CASE("the bundled tables compile, and every name is found") {
    const std::filesystem::path tables = std::filesystem::path(YAQUT_SOURCE_DIR) / "gazetteer";
    if (!std::filesystem::exists(tables / "places.tsv.zst")) {
        std::cout << "SKIPPED: " << tables << " holds no places.tsv.zst\n";
        return;
    }
    const sample::TemporaryFolder folder;
    std::size_t complaints = 0;
    gazetteer::build({tables / "places.tsv.zst", tables / "names.tsv.zst"}, folder / "bundled.yqg",
                     [&](const std::string& text) {
                         ++complaints;
                         MESSAGE(text);
                     });
    CHECK(complaints == 0);
    const Gazetteer gazetteer = Gazetteer::open(folder / "bundled.yqg");
    gazetteer.verify();
    constexpr PlaceIndex stride = 13; // a sample of the places is enough
    std::size_t wrong = 0;
    for (PlaceIndex i = 0; i < gazetteer.size(); i += stride) {
        wrong += gazetteer.by_id(gazetteer.place(i).id)->index == i ? 0U : 1U;
        for (const auto& name : gazetteer.names(i)) {
            const gazetteer::NameKeys keys = gazetteer::keys_of(name.name);
            if (!keys.usable()) {
                continue;
            }
            const auto is_it = [&](const gazetteer::NameEntry& entry) {
                return entry.place == i && entry.strict_check == static_cast<std::uint32_t>(keys.strict);
            };
            const auto found = gazetteer.probe(keys.phrase).names;
            const auto fused = gazetteer.probe_fused(keys.fused);
            const bool good = gazetteer.may_begin(keys.first_word) && std::any_of(found.begin(), found.end(), is_it) &&
                              std::any_of(fused.begin(), fused.end(), is_it) &&
                              std::all_of(keys.prefixes.begin(), keys.prefixes.end(),
                                          [&](std::uint64_t hash) { return gazetteer.probe(hash).extends; });
            wrong += good ? 0U : 1U;
        }
    }
    CHECK(wrong == 0);
}
