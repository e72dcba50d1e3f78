// SPDX-License-Identifier: Apache-2.0
#include "unit/gazetteer/sample.hpp"

#include <atomic>
#include <fstream>
#include <stdexcept>

#include <unistd.h>
#include <zstd.h>

#include "text/document.hpp"
#include "text/key_hash.hpp"

namespace sample {

using namespace yaqut;

const std::string places = "id\tclass\tfcode\tlat\tlon\tradius_km\tcc\tadm1\tadm1_name\tpop\timportance\tsrc\n"
                           "# a remark\n"
                           "gn:2215636\tcountry\tPCLI\t28\t17\t800\tLY\t00\t\t6678567\t0.82\tgn\n"
                           "gn:357994\tcountry\tPCLI\t27\t30\t600\tEG\t00\t\t98423595\t0.9\tgn\n"
                           "gn:88319\tcity\tPPLA\t32.11486\t20.06859\t12\tLY\t69\tBanghāzī\t650629\t0.6\tgn\n"
                           "gn:88318\tadm1\tADM1\t31.2\t20.4\t90\tLY\t69\tBanghāzī\t0\t0.5\tgn\n"
                           "gn:2210247\tcity\tPPLC\t32.88743\t13.18733\t15\tLY\t77\tTripoli\t1150989\t0.7\tgn\n"
                           "gn:266826\tcity\tPPLA\t34.43352\t35.84415\t8\tLB\t09\tLiban-Nord\t229398\t0.45\tgn\n"
                           "gn:358619\tcity\tPPLA\t31.26531\t32.3019\t9\tEG\t19\tPort Said\t570603\t0.55\tgn\n"
                           "gn:360630\tcity\tPPLC\t30.06263\t31.24967\t25\tEG\t11\tCairo\t7734614\t0.88\tgn\n"
                           "sp:ras-lanuf\tcity\t\t30.5\t18.57\t5\tLY\t\t\t\t0.3\town\n"
                           "sp:middle-east\tregion\tRGN\t29\t41\t1500\t\t\t\t\t0.6\town\n"
                           "gn:5128581\tcity\tPPL\t40.71427\t-74.00597\t20\tUS\tNY\tNew York\t8804190\t0.8\tgn\n"
                           "gn:5128638\tadm1\tADM1\t43.00035\t-75.4999\t300\tUS\tNY\tNew York\t19274244\t0.7\tgn\n"
                           "gn:4250542\tcity\tPPLA\t39.80172\t-89.64371\t10\tUS\tIL\tIllinois\t116565\t0.4\tgn\n";

const std::string names = "place_id\tname\tlang\tkind\tambig\twhy\tsrc\n"
                          "gn:2215636\tليبيا\tar\tofficial\t0\t\tgn\n"
                          "gn:2215636\tLibya\ten\tofficial\t0\t\tgn\n"
                          "gn:2215636\tLibye\tfr\tofficial\t0\t\tgn\n"
                          "gn:2215636\tليبي\tar\tdemonym\t0\t\town\n"
                          "gn:357994\tمصر\tar\tofficial\t0\t\tgn\n"
                          "gn:357994\tEgypt\ten\tofficial\t0\t\tgn\n"
                          "gn:357994\tArab Republic of Egypt\ten\talt\t0\t\tgn\n"
                          "gn:88319\tBenghazi\tund\tofficial\t0\t\tgn\n"
                          "gn:88319\tBenghazi\ten\tofficial\t0\t\tgn\n"
                          "gn:88319\tبنغازي\tar\tofficial\t0\t\tgn\n"
                          "gn:88319\tبنغازى\tar\talt\t0\t\tgn\n"
                          "gn:88319\tEuesperides\ten\thistoric\t0\t\tgn\n"
                          "gn:88318\tBenghazi District\ten\tofficial\t0\t\tgn\n"
                          "gn:88318\tبنغازي\tar\tofficial\t0\t\tgn\n"
                          "gn:2210247\tطرابلس الغرب\tar\talt\t0\t\tgn\n"
                          "gn:2210247\tTripoli\ten\tofficial\t0\t\tgn\n"
                          "gn:2210247\tطرابلس\tar\tofficial\t0\t\tgn\n"
                          "gn:266826\tTripoli\ten\tofficial\t0\t\tgn\n"
                          "gn:266826\tTripoli\tfr\tofficial\t0\t\tgn\n"
                          "gn:266826\tطرابلس\tar\tofficial\t0\t\tgn\n"
                          "gn:358619\tبور سعيد\tar\tofficial\t0\t\tgn\n"
                          "gn:358619\tPort-Saïd\tfr\tofficial\t0\t\tgn\n"
                          "gn:360630\tالقاهرة\tar\tofficial\t0\t\tgn\n"
                          "gn:360630\tCairo\ten\tofficial\t0\t\tgn\n"
                          "gn:360630\tمصر\tar\tcolloquial\t1\t\tgn\n"
                          "sp:ras-lanuf\tرأس لانوف\tar\tofficial\t0\t\town\n"
                          "sp:ras-lanuf\tRas Lanuf\ten\tofficial\t0\t\town\n"
                          "sp:middle-east\tالشرق الأوسط\tar\tofficial\t1\t\town\n"
                          "sp:middle-east\tMiddle East\ten\tofficial\t0\t\town\n"
                          "gn:5128581\tNew York\ten\tshort\t0\t\tgn\n"
                          "gn:5128581\tNew York City\ten\tofficial\t0\t\tgn\n"
                          "gn:5128581\tنيويورك\tar\tofficial\t0\t\tgn\n"
                          "gn:5128638\tNew York\ten\tofficial\t0\t\tgn\n"
                          "gn:4250542\tSpringfield\ten\tofficial\t1\t\tgn\n";

TemporaryFolder::TemporaryFolder() {
    static std::atomic<int> number{0};
    m_path = std::filesystem::temp_directory_path() /
             ("yaqut-gazetteer-" + std::to_string(::getpid()) + "-" + std::to_string(++number));
    std::filesystem::create_directories(m_path);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

void write(const std::filesystem::path& file, std::string_view bytes) {
    std::ofstream stream(file, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!stream) {
        throw std::runtime_error("cannot write " + file.string());
    }
}

std::string read(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string bytes(std::filesystem::file_size(file), '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return bytes;
}

std::string zstd(std::string_view text) {
    std::string packed(ZSTD_compressBound(text.size()), '\0');
    packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
    return packed;
}

Built build(const TemporaryFolder& folder, std::string_view places_table, std::string_view names_table,
            std::string_view output) {
    write(folder / "places.tsv", places_table);
    write(folder / "names.tsv", names_table);
    Built built;
    built.report = gazetteer::build({folder / "places.tsv", folder / "names.tsv"}, folder / output,
                                    [&built](const std::string& text) { built.complaints.push_back(text); });
    return built;
}

gazetteer::Gazetteer open(const TemporaryFolder& folder) {
    build(folder, places, names);
    return gazetteer::Gazetteer::open(folder / "test.yqg");
}

namespace {

template <typename HashOf> std::uint64_t phrase_by(std::string_view text, HashOf hash_of) {
    const text::Document document(text);
    std::uint64_t hash = 0;
    bool first = true;
    for (const text::Token& token : document.tokens()) {
        if (token.kind != text::TokenKind::punct) {
            hash = first ? hash_of(token) : text::extend_phrase(hash, hash_of(token));
            first = false;
        }
    }
    return hash;
}

} // namespace

std::uint64_t phrase(std::string_view text) {
    return phrase_by(text, [](const text::Token& token) { return token.loose_hash; });
}

std::uint64_t strict_phrase(std::string_view text) {
    return phrase_by(text, [](const text::Token& token) { return token.strict_hash; });
}

std::uint64_t joined(std::string_view text) {
    const text::Document document(text);
    text::KeyHash hash;
    for (const text::Token& token : document.tokens()) {
        hash.add(token.kind == text::TokenKind::punct ? std::string_view() : document.loose(token));
    }
    return hash.value();
}

std::vector<std::string> ids(const gazetteer::Gazetteer& gazetteer, std::span<const gazetteer::NameEntry> entries) {
    std::vector<std::string> result;
    for (const gazetteer::NameEntry& entry : entries) {
        result.emplace_back(gazetteer.place(entry.place).id);
    }
    return result;
}

} // namespace sample
