// SPDX-License-Identifier: Apache-2.0
// What needs no server; tests/database has the rest.
#include <doctest/doctest.h>

#include "core/error.hpp"
#include "io/postgis_writer.hpp"
#include "io/sql_session.hpp"

using namespace yaqut;

TEST_CASE("database: what is a connection, and what of it is shown") {
    CHECK(io::is_database("PG:dbname=gis"));
    CHECK(io::is_database("postgresql://me@host/gis"));
    CHECK_FALSE(io::is_database("gpkg"));
    CHECK_FALSE(io::is_database("out/PG"));
    CHECK(io::without_password("PG:dbname=gis") == "PG:dbname=gis");
    CHECK(io::without_password("PG:password=secret dbname=gis") == "PG:password=*** dbname=gis");
    CHECK(io::without_password("PG:dbname=gis password = 'se cr\\'et' port=1") ==
          "PG:dbname=gis password = *** port=1");
    CHECK(io::without_password("PG:dbname=gis password=") == "PG:dbname=gis password=");
    CHECK(io::without_password("PG:dbname=gis password='open") == "PG:dbname=gis password=***");
    CHECK(io::without_password("postgresql://me:secret@host/gis") == "postgresql://me:***@host/gis");
    CHECK(io::without_password("postgresql://me@host:5432/gis") == "postgresql://me@host:5432/gis");
    CHECK(io::sql_text("a'b\\c") == "'a''b\\c'");
}

TEST_CASE("database: no server is a clear error, without the password") {
    try {
        (void)io::open_postgis("PG:host=127.0.0.1 port=1 password=secret", {});
        FAIL("nothing listens on port 1");
    } catch (const OutputError& error) {
        const std::string message = error.what();
        CHECK(message.find("no connection") != std::string::npos);
        CHECK(message.find("secret") == std::string::npos);
    }
}
