// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/byte_stream.hpp"
#include "core/place_source.hpp"
#include "gazetteer/builder.hpp"

namespace yaqut::gazetteer {

/// Files of the GeoNames download service, unpacked by whoever opens them (zstd is unpacked here, too).
struct GeoNamesInput {
    std::unique_ptr<ByteStream> places;          ///< allCountries.txt, XX.txt, cities500.txt: 19 columns, no header
    std::string places_name;                     ///< for messages: "allCountries.txt"
    std::unique_ptr<ByteStream> alternate_names; ///< alternateNamesV2.txt (or alternateNames.txt); null: none
    std::string alternate_names_name;
    std::vector<std::string> countries; ///< ISO codes; empty: all

    std::uint64_t memory_limit = std::uint64_t{512} << 20U; ///< bytes for sorting
    std::filesystem::path temp_folder;                      ///< for what does not fit; empty: the system's
};

/// Places by rising GeoNames id, "gn:" before it, with the names of both files: Arabic, English, French and those of
/// unknown language in Latin or Arabic script; names of other kinds (links, postal codes ...) and scripts are left out.
/// Reading begins with the first next(), which takes long. A bad row is reported ("LY.txt:12: latitude: expected ...")
/// and left out. next() throws InputError and OutputError (temporary files).
[[nodiscard]] std::unique_ptr<PlaceSource> make_geonames_source(GeoNamesInput input, Report report);

} // namespace yaqut::gazetteer
