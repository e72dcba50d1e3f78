// SPDX-License-Identifier: Apache-2.0
// Makes files in the format of GeoNames, of any size, for measuring the gazetteer's compiler: allCountries.txt and
// alternateNamesV2.txt. The same numbers give the same bytes.
//
//     generate_geonames FOLDER ROWS NAMES SEED
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// SplitMix64.
class Random {
  public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next() {
        std::uint64_t z = m_state += 0x9e3779b97f4a7c15ULL;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }
    std::size_t below(std::size_t size) { return static_cast<std::size_t>(next() % size); }
    double unit() { return static_cast<double>(next() >> 11U) * 0x1p-53; }
    /// Low numbers are much more frequent than high ones.
    std::size_t skewed(std::size_t size) {
        const double u = unit();
        return static_cast<std::size_t>(u * u * u * static_cast<double>(size));
    }

  private:
    std::uint64_t m_state;
};

using Syllables = std::vector<std::string_view>;

/// Words of two to four syllables; the first letter is made large by the caller's syllables.
std::vector<std::string> make_words(Random& random, const Syllables& first, const Syllables& others,
                                    std::size_t count) {
    std::vector<std::string> words(count);
    for (std::string& word : words) {
        word = first[random.below(first.size())];
        for (std::size_t more = 1 + random.below(3); more > 0; --more) {
            word += others[random.below(others.size())];
        }
    }
    return words;
}

struct Words {
    std::vector<std::string> latin;
    std::vector<std::string> arabic;
    std::vector<std::string> cyrillic;
};

Words make_all_words(Random& random) {
    const Syllables first{"Ba",  "Ka", "Mo", "San", "Al",  "Te", "Lu", "Ri",
                          "Chi", "Qa", "Né", "Ō",   "Var", "Ni", "Du", "Pe"};
    const Syllables latin{"ra", "ton", "li", "ville", "gha", "zi", "mo", "nā",  "ber", "del", "ku", "sh",
                          "ié", "po",  "ta", "n",     "ro",  "wa", "se", "ngo", "dī",  "lo",  "ma", "yi"};
    const Syllables arabic{"ال", "با", "مر", "نو", "سي", "قر", "طا", "حم",
                           "دا", "عي", "رو", "لي", "كف", "زو", "ين", "ة"};
    const Syllables cyrillic{"Ба", "ро", "ско", "ни", "ка", "ль", "ва", "ду", "ец", "гор"};
    constexpr std::size_t many = 300'000;
    constexpr std::size_t few = 60'000;
    Words words;
    words.latin = make_words(random, first, latin, many);
    words.arabic = make_words(random, arabic, arabic, few);
    words.cyrillic = make_words(random, cyrillic, cyrillic, few);
    return words;
}

/// One to four words; half of the names have one.
std::string make_name(Random& random, const std::vector<std::string>& words) {
    std::string name = words[random.skewed(words.size())];
    for (int more = 0; more < 3 && random.below(100) < 48; ++more) {
        name += ' ';
        name += words[random.skewed(words.size())];
    }
    return name;
}

struct Kind {
    std::string_view feature_class;
    std::string_view code;
    unsigned share; ///< of a thousand
};
constexpr std::array kinds{Kind{"P", "PPL", 340}, Kind{"P", "PPLX", 20}, Kind{"P", "PPLA3", 15}, Kind{"P", "PPLQ", 5},
                           Kind{"H", "STM", 130}, Kind{"H", "LK", 50},   Kind{"H", "WAD", 10},   Kind{"S", "HTL", 50},
                           Kind{"S", "FRM", 60},  Kind{"S", "SCH", 40},  Kind{"S", "AIRP", 5},   Kind{"T", "MT", 60},
                           Kind{"T", "HLL", 50},  Kind{"T", "ISL", 20},  Kind{"A", "ADM3", 20},  Kind{"A", "ADM4", 30},
                           Kind{"L", "LCTY", 50}, Kind{"R", "RD", 15},   Kind{"V", "FRST", 15},  Kind{"L", "OILF", 15}};

const Kind& make_kind(Random& random) {
    std::size_t left = random.below(1000);
    for (const Kind& kind : kinds) {
        if (left < kind.share) {
            return kind;
        }
        left -= kind.share;
    }
    return kinds.front();
}

/// Some countries have most of the rows.
std::string_view make_country(Random& random) {
    constexpr std::array<std::string_view, 40> codes{"US", "CN", "IN", "NO", "MX", "ID", "IR", "RU", "BR", "PK",
                                                     "DE", "TH", "PE", "AF", "EG", "DZ", "MA", "SA", "IQ", "TR",
                                                     "FR", "CA", "YE", "SD", "SY", "NG", "KE", "TN", "LY", "OM",
                                                     "JO", "MR", "SO", "LB", "PS", "AE", "KW", "QA", "BH", "MT"};
    return codes[random.skewed(codes.size())];
}

/// GeoNames ids: every number once, in no order.
class Ids {
  public:
    explicit Ids(std::uint64_t count) : m_prime(count + 1) {
        while (!is_prime(m_prime)) {
            ++m_prime;
        }
    }
    /// Not below 100 million, where no real place is.
    [[nodiscard]] std::uint64_t of(std::uint64_t row) const {
        return 100'000'000 + (row + 1) * 2'654'435'761ULL % m_prime;
    }

  private:
    static bool is_prime(std::uint64_t number) {
        for (std::uint64_t i = 2; i * i <= number; ++i) {
            if (number % i == 0) {
                return false;
            }
        }
        return number > 1;
    }
    std::uint64_t m_prime;
};

/// Collects lines and writes them in large pieces.
class Output {
  public:
    explicit Output(const std::filesystem::path& file) : m_file(file, std::ios::binary) {}
    ~Output() { flush(); }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    std::string& line() {
        constexpr std::size_t enough = std::size_t{1} << 20U;
        if (m_text.size() > enough) {
            flush();
        }
        return m_text;
    }
    [[nodiscard]] bool good() const { return m_file.good(); }

  private:
    void flush() {
        m_file.write(m_text.data(), static_cast<std::streamsize>(m_text.size()));
        m_text.clear();
    }
    std::ofstream m_file;
    std::string m_text;
};

std::string degrees(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.5f", value);
    return text.data();
}

std::uint64_t make_population(Random& random, const Kind& kind) {
    if (kind.feature_class != "P" || random.below(10) < 6) {
        return 0;
    }
    return static_cast<std::uint64_t>(std::pow(10.0, 1.5 + 4.5 * std::pow(random.unit(), 3.0)));
}

bool write_places(const std::filesystem::path& file, std::uint64_t rows, Random& random, const Words& words) {
    Output out(file);
    const Ids ids(rows);
    for (std::uint64_t i = 0; i < rows; ++i) {
        const Kind& kind = make_kind(random);
        const std::string name = make_name(random, words.latin);
        std::string& text = out.line();
        text += std::to_string(ids.of(i)) + '\t' + name + '\t' + name + '\t';
        if (random.below(10) < 3) {
            text += make_name(random, words.latin) + ',' + make_name(random, words.arabic);
        }
        text += '\t' + degrees(random.unit() * 150 - 70) + '\t' + degrees(random.unit() * 360 - 180) + '\t';
        text += kind.feature_class;
        text += '\t';
        text += kind.code;
        text += '\t';
        text += make_country(random);
        text += "\t\t" + std::to_string(random.below(40)) + "\t\t\t\t" + std::to_string(make_population(random, kind));
        text += "\t\t" + std::to_string(random.below(2000)) + "\tAfrica/Tripoli\t2020-01-01\n";
    }
    return out.good();
}

bool write_names(const std::filesystem::path& file, std::uint64_t rows, std::uint64_t names, Random& random,
                 const Words& words) {
    constexpr std::array<std::string_view, 8> foreign{"de", "es", "zh", "nl", "sv", "it", "fa", "pl"};
    Output out(file);
    const Ids ids(rows);
    for (std::uint64_t i = 0; i < names; ++i) {
        std::string& text = out.line();
        text += std::to_string(i + 1) + '\t' + std::to_string(ids.of(random.below(rows))) + '\t';
        const std::size_t what = random.below(100);
        if (what < 38) {
            text += '\t' + make_name(random, words.latin);
        } else if (what < 56) {
            text += "en\t" + make_name(random, words.latin);
        } else if (what < 64) {
            text += "fr\t" + make_name(random, words.latin);
        } else if (what < 72) {
            text += "ar\t" + make_name(random, words.arabic);
        } else if (what < 78) {
            text += "link\thttps://example.org/" + std::to_string(i);
        } else if (what < 84) {
            text += "ru\t" + make_name(random, words.cyrillic);
        } else {
            text += foreign[random.below(foreign.size())];
            text += '\t' + make_name(random, words.latin);
        }
        text += random.below(8) == 0 ? "\t1" : "\t";
        text += "\t\t";
        text += random.below(50) == 0 ? "\t1\t\t\n" : "\t\t\t\n";
    }
    return out.good();
}

} // namespace

int main(int count, char** arguments) {
    if (count != 5) {
        std::cerr << "usage: generate_geonames FOLDER ROWS NAMES SEED\n";
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    const std::uint64_t rows = std::strtoull(arguments[2], nullptr, 10);
    const std::uint64_t names = std::strtoull(arguments[3], nullptr, 10);
    Random random(std::strtoull(arguments[4], nullptr, 10));
    const Words words = make_all_words(random);
    std::filesystem::create_directories(folder);
    const bool good = write_places(folder / "allCountries.txt", rows, random, words) &&
                      write_names(folder / "alternateNamesV2.txt", rows, names, random, words);
    return good ? 0 : 1;
}
