// SPDX-License-Identifier: Apache-2.0
#include "unit/toponyms/small_gazetteer.hpp"

#include <fstream>

#include <unistd.h>

#include "gazetteer/builder.hpp"

namespace yaqut::toponyms::test {

namespace {

struct Row {
    std::string_view id, feature, code, lat, lon, country, admin, population;
    std::string_view ar, en, fr;
    bool ambiguous = false;
    std::string_view demonyms; ///< separated by '|'
};

constexpr Row rows[] = {
    {"t:ly", "country", "PCLI", "28", "17", "LY", "", "6000000", "ليبيا", "Libya", "Libye", false,
     "ليبي|ليبية|Libyan|libyen"},
    {"t:eg", "country", "PCLI", "27", "30", "EG", "", "98000000", "مصر", "Egypt", "Égypte", false,
     "مصري|مصرية|مصريين|Egyptian|égyptien"},
    {"t:tn", "country", "PCLI", "34", "9", "TN", "", "11000000", "تونس", "Tunisia", "Tunisie", false,
     "تونسي|تونسية|Tunisian"},
    {"t:dz", "country", "PCLI", "28", "3", "DZ", "", "40000000", "الجزائر", "Algeria", "Algérie", false,
     "جزائري|جزائرية|Algerian"},
    {"t:td", "country", "PCLI", "15", "19", "TD", "", "15000000", "تشاد", "Chad", "Tchad", false, "تشادي"},
    {"t:lb", "country", "PCLI", "33.83", "35.83", "LB", "", "6000000", "لبنان", "Lebanon", "Liban", false,
     "لبناني|لبنانية"},
    {"t:fr", "country", "PCLI", "46", "2", "FR", "", "67000000", "فرنسا", "France", "France", false,
     "فرنسي|French|français"},
    {"t:us", "country", "PCLI", "39.76", "-98.5", "US", "", "327000000", "الولايات المتحدة", "United States",
     "États-Unis", false, "American"},
    {"t:gb", "country", "PCLI", "54.8", "-2.7", "GB", "", "66000000", "بريطانيا", "United Kingdom", "Royaume-Uni",
     false, "British"},
    {"t:sd", "country", "PCLI", "16", "30", "SD", "", "41000000", "السودان", "Sudan", "Soudan", false, "سوداني"},
    {"t:ru", "country", "PCLI", "60", "100", "RU", "", "144000000", "روسيا", "Russia", "Russie", false, "روسي|الروسي"},
    {"t:prussia", "region", "RGN", "52.5", "16", "", "", "0", "بروسيا", "Prussia", "Prusse", false, ""},
    {"t:st-louis", "city", "PPLA2", "38.627", "-90.1979", "US", "MO", "308626", "سانت لويس", "St. Louis", "", false,
     ""},
    {"t:tunis", "city", "PPLC", "36.819", "10.166", "TN", "36", "693210", "تونس", "Tunis", "Tunis", false, ""},
    {"t:zuhur", "city", "PPL", "35.1", "9.3", "TN", "", "9000", "الزهورية", "Zuhuriya", "", false, ""},
    {"t:zuhur-district", "adm2", "ADM2", "35.1", "9.3", "TN", "", "0", "معتمدية الزهورية", "Zuhuriya Delegation", "",
     false, ""},
    {"t:nakhla", "city", "PPL", "35.3", "9.5", "TN", "", "9000", "النخيلات", "Nakhilat", "", false, ""},
    {"t:nakhla-district", "adm2", "ADM2", "35.3", "9.5", "TN", "", "0", "معتمدية النخيلات", "Nakhilat Delegation", "",
     false, ""},
    {"t:algiers", "city", "PPLC", "36.732", "3.087", "DZ", "01", "1977663", "الجزائر", "Algiers", "Alger", false, ""},
    {"t:benghazi", "city", "PPLA", "32.1149", "20.0686", "LY", "69", "650629", "بنغازي", "Benghazi", "Benghazi", false,
     ""},
    {"t:sirte", "city", "PPLA", "31.2089", "16.5887", "LY", "72", "128123", "سرت", "Sirte", "Syrte", true, ""},
    {"t:tobruk", "city", "PPLA", "32.0896", "23.9539", "LY", "66", "121052", "طبرق", "Tobruk", "Tobrouk", false, ""},
    {"t:derna", "city", "PPLA", "32.767", "22.6367", "LY", "63", "78782", "درنة", "Derna", "Derna", false, ""},
    {"t:derna-lb", "city", "PPL", "34.2", "35.8", "LB", "", "900", "بلدة درنة", "", "", false, ""},
    {"t:wardiya-south", "city", "PPL", "27.1", "14.2", "LY", "", "3000", "الوردية", "", "", false, ""},
    {"t:wardiya-west", "city", "PPL", "32.4", "12.1", "LY", "", "3000", "الوردية", "", "", false, ""},
    {"t:wardiya-east", "city", "PPL", "24.2", "23.3", "LY", "", "3000", "الوردية", "", "", false, ""},
    {"t:tripoli-ly", "city", "PPLC", "32.8874", "13.1873", "LY", "77", "1150989", "طرابلس", "Tripoli", "Tripoli", false,
     ""},
    {"t:tripoli-lb", "city", "PPLA", "34.4367", "35.8497", "LB", "09", "229398", "طرابلس", "Tripoli", "Tripoli", false,
     ""},
    {"t:beirut", "city", "PPLC", "33.8933", "35.5016", "LB", "04", "1916100", "بيروت", "Beirut", "Beyrouth", false, ""},
    {"t:cairo", "city", "PPLC", "30.0626", "31.2497", "EG", "11", "7734614", "القاهرة", "Cairo", "Le Caire", false, ""},
    {"t:latakia", "city", "PPLA", "35.5317", "35.7901", "SY", "02", "340181", "اللاذقية", "Latakia", "Lattaquié", false,
     ""},
    {"t:hafr", "city", "PPL", "28.4328", "45.9708", "SA", "06", "271642", "حفر الباطن", "Hafar Al-Batin",
     "Hafar Al-Batin", false, ""},
    {"t:mascara", "city", "PPLA", "35.3966", "0.1403", "DZ", "26", "150000", "معسكر", "Mascara", "Mascara", true, ""},
    {"t:khartoum", "city", "PPLC", "15.5518", "32.5324", "SD", "29", "1974647", "الخرطوم", "Khartoum", "Khartoum",
     false, ""},
    {"t:khartoum-state", "adm1", "ADM1", "15.8", "33", "SD", "29", "5000000", "الخرطوم", "Khartoum State", "", false,
     ""},
    {"t:jazira", "adm1", "ADM1", "14.5", "33.5", "SD", "38", "3500000", "الجزيرة", "Al Jazirah", "", true, ""},
    {"t:tip", "airport", "AIRP", "32.6635", "13.159", "LY", "77", "0", "مطار طرابلس الدولي",
     "Tripoli International Airport", "", false, ""},
    {"t:paris", "city", "PPLC", "48.8534", "2.3488", "FR", "11", "2138551", "باريس", "Paris", "Paris", false, ""},
    {"t:texas", "adm1", "ADM1", "31.25", "-99.25", "US", "TX", "22875689", "تكساس", "Texas", "Texas", false, ""},
    {"t:paris-tx", "city", "PPLA2", "33.6609", "-95.5555", "US", "TX", "24782", "", "Paris", "", false, ""},
    {"t:noblesville", "city", "PPL", "40.0456", "-86.0086", "US", "IN", "60000", "", "Noblesville", "", false, ""},
    {"t:port-lester", "city", "PPL", "45.1", "-87.6", "US", "WI", "30000", "", "Port Lester", "", false, ""},
    {"t:boston", "city", "PPLA", "42.3584", "-71.0598", "US", "MA", "667137", "بوسطن", "Boston", "Boston", false, ""},
};

void write_tables(const std::filesystem::path& folder) {
    std::ofstream places(folder / "places.tsv");
    std::ofstream names(folder / "names.tsv");
    places << "id\tclass\tfcode\tlat\tlon\tradius_km\tcc\tadm1\tadm1_name\tpop\timportance\tsrc\n";
    names << "place_id\tname\tlang\tkind\tambig\twhy\tsrc\n";
    for (const Row& row : rows) {
        places << row.id << '\t' << row.feature << '\t' << row.code << '\t' << row.lat << '\t' << row.lon << "\t0\t"
               << row.country << '\t' << row.admin << "\t\t" << row.population << "\t0.5\ttest\n";
        const auto name = [&](std::string_view text, std::string_view language, std::string_view kind) {
            if (!text.empty()) {
                names << row.id << '\t' << text << '\t' << language << '\t' << kind << '\t' << (row.ambiguous ? 1 : 0)
                      << "\t\ttest\n";
            }
        };
        name(row.ar, "ar", "official");
        name(row.en, "en", "official");
        name(row.fr == row.en ? "" : row.fr, "fr", "official");
        std::string_view rest = row.demonyms;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('|'), rest.size());
            name(rest.substr(0, end), static_cast<unsigned char>(rest.front()) >= 0xD8U ? "ar" : "en", "demonym");
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
}

gazetteer::Gazetteer make() {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("yaqut-toponyms-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    write_tables(folder);
    const std::filesystem::path file = folder / "small.yqg";
    gazetteer::build({folder / "places.tsv", folder / "names.tsv"}, file, [](const std::string& message) {
        throw std::runtime_error(message); // no row of ours may be bad
    });
    gazetteer::Gazetteer gazetteer = gazetteer::Gazetteer::open(file);
    std::filesystem::remove_all(folder); // stays mapped
    return gazetteer;
}

} // namespace

const gazetteer::Gazetteer& small_gazetteer() {
    static const gazetteer::Gazetteer gazetteer = make();
    return gazetteer;
}

Reading::Reading(std::string text, Language language) : m_text(std::move(text)), m_document(m_text) {
    static const Recognizer recognizer(small_gazetteer());
    static const Resolver resolver(small_gazetteer());
    m_results = resolver.resolve(m_document, recognizer.recognize(m_document, language));
}

const ResolvedToponym* Reading::at(std::string_view surface, int nth) const {
    std::size_t begin = m_text.find(surface);
    for (int i = 0; i < nth && begin != std::string::npos; ++i) {
        begin = m_text.find(surface, begin + 1);
    }
    for (const ResolvedToponym& result : m_results) {
        if (result.mention.span.begin == begin && result.mention.span.size() == surface.size()) {
            return &result;
        }
    }
    return nullptr;
}

std::optional<ToponymUse> Reading::use(std::string_view surface, int nth) const {
    const ResolvedToponym* found = at(surface, nth);
    return found == nullptr ? std::nullopt : std::optional{found->mention.use};
}

std::string Reading::place(std::string_view surface, int nth) const {
    const ResolvedToponym* found = at(surface, nth);
    return found == nullptr || !found->place ? std::string() : std::string(found->place->id);
}

bool Reading::cue(std::string_view surface, MentionCue cue, int nth) const {
    const ResolvedToponym* found = at(surface, nth);
    return found != nullptr && has_cue(found->mention.cues, cue);
}

} // namespace yaqut::toponyms::test
