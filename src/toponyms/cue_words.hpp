// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/language.hpp"
#include "core/place.hpp"
#include "lexicon/phrase_table.hpp"
#include "text/document.hpp"
#include "text/word_facts.hpp"

namespace yaqut::toponyms {

/// Classes of words that tell how a name near them is used. The names are those of the language tables.
enum class Cue : std::uint8_t {
    in,
    near,
    to,
    from,
    on,
    between,
    with, // prepositions
    settlement,
    capital,
    admin,
    state_word,
    quarter,
    area,
    street, // descriptors
    base,
    airport,
    port,
    camp,
    crossing,
    mountain,
    water,
    sea,
    island,
    region,
    oil,
    building,
    direction,
    armed,
    government,
    education,
    business,
    civil_org,
    club,
    press,
    operation, // heads of organisations
    state,
    post,
    speaker,
    military,
    religious,
    civil, // titles
    given_name,
    outlet,
    agency,
    marker,
    statement,
    witness,
    arrive,
    leave,
    support,
    states,
    territory,
    reporter,
    distance,
    heading,
    seat,
    people,
    quantity,
    time,
    function,
    joiner,
    company,
    sport,
    born,
};

inline constexpr std::size_t cue_count = static_cast<std::size_t>(Cue::born) + 1;
static_assert(cue_count <= 64);

/// Names of the classes in tables, in the order of Cue.
extern const std::array<std::string_view, cue_count> cue_names;

using CueSet = std::uint64_t;
[[nodiscard]] constexpr CueSet bit(Cue cue) { return CueSet{1} << static_cast<unsigned>(cue); }
[[nodiscard]] constexpr CueSet range(Cue first, Cue last) { return (bit(last) | (bit(last) - 1)) & ~(bit(first) - 1); }

inline constexpr CueSet prepositions = range(Cue::in, Cue::with);
inline constexpr CueSet descriptors = range(Cue::settlement, Cue::building);
/// Descriptors that belong to the name they introduce: airports, hospitals, rivers ...
inline constexpr CueSet named_descriptors = range(Cue::street, Cue::building) & ~bit(Cue::region);
inline constexpr CueSet org_heads = range(Cue::armed, Cue::operation);
inline constexpr CueSet titles = range(Cue::state, Cue::civil);
inline constexpr CueSet verbs = bit(Cue::statement) | bit(Cue::witness) | bit(Cue::arrive) | bit(Cue::leave);

/// What the tables say about one word of the text.
struct WordInfo {
    CueSet cues = 0;
    text::Clitic clitics = text::Clitic::none; ///< proclitics before the word of the table
    std::optional<FeatureClass> feature;       ///< of a descriptor
    std::int16_t bearing = -1;                 ///< of a direction: degrees; -1: none
    // One bit each: a text has an info for each of its tokens.
    bool ordinary : 1 = false;     ///< after a descriptor it is hardly a name
    bool begins_names : 1 = false; ///< no name by itself, but the first word of many: سيدي، بني
    bool governs : 1 = false;      ///< who is of a unit, not of its town: والي
    bool rules : 1 = false;        ///< who or what is of a unit or a country: أمير، عاصمة
    bool shared : 1 = false;       ///< a descriptor of several names: محافظتي، بلدات
    bool dual : 1 = false;         ///< of exactly two
    bool urban : 1 = false;        ///< of a town, not of a country: محكمة، شوارع
    bool national : 1 = false;     ///< of a country, not of its capital: حدود، سواحل

    [[nodiscard]] bool is(Cue cue) const { return (cues & bit(cue)) != 0; }
    [[nodiscard]] bool any(CueSet set) const { return (cues & set) != 0; }
    friend bool operator==(const WordInfo&, const WordInfo&) = default;
};
static_assert(sizeof(WordInfo) <= 16);

/// The cue words of one language, read from its tables.
class CueWords {
  public:
    explicit CueWords(Language language);

    /// One entry per token of the document.
    [[nodiscard]] std::vector<WordInfo> annotate(const text::Document& document) const;
    /// Words for second-level units, as loose hashes: مديرية، قضاء.
    [[nodiscard]] std::span<const std::uint64_t> unit_heads() const { return m_unit_heads; }
    /// Hands back what annotate() gave for the document: the worker's next one takes its memory.
    void take_back(const text::Document& document, std::vector<WordInfo>&& infos) const;

  private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t info = 0; ///< index into m_infos
    };
    /// What the tables have for a word, in four bytes: for most words nothing.
    struct Standing {
        std::uint32_t bits = 0;
        /// Index into m_infos; 0: in no table
        [[nodiscard]] std::uint32_t info() const { return bits >> 1U; }
        [[nodiscard]] bool begins_phrase() const { return (bits & 1U) != 0; }
    };

    /// One worker's memory for annotations.
    struct Spare final : text::WordCache::Facts {
        void forget() override {}
        std::vector<WordInfo> infos;
        std::vector<Standing> standings; ///< per token
        std::vector<std::uint32_t> list; ///< of tokens
    };

    [[nodiscard]] Spare& spare(text::WordCache& words) const;
    void load(std::string_view table, std::string_view word_column, std::string_view class_column);
    void load_given_names(std::string_view table);
    void load_statement_verbs(std::string_view table);
    void load_directions(std::string_view table);
    void load_ordinary_words(const std::string& table);
    void load_roles(const std::string& table);
    void add(std::string_view phrase, const WordInfo& info);
    void add_with_clitics(std::string_view word, const WordInfo& info);
    void insert(std::uint64_t hash, const WordInfo& info, bool replace);
    void note_spelling(const text::Token& token, const WordInfo& info);
    void keep_spellings_that_differ();
    void keep_each_info_once();
    [[nodiscard]] const Slot* exact(const text::Token& token) const;
    void grow();
    [[nodiscard]] static std::size_t filter_word(std::uint64_t hash) { return (hash >> 6U) % (filter_bits / 64); }
    [[nodiscard]] const Slot* find(std::uint64_t hash) const;
    [[nodiscard]] Standing standing_of(const text::Token& token) const;
    void add_phrases(const text::Document& document, std::size_t token, std::span<const Standing> standings,
                     std::vector<WordInfo>& infos) const;

    Language m_language;
    /// Of the words of the tables, each once, so that they stay in a near cache; the first one: of all other words.
    std::vector<WordInfo> m_infos;
    std::vector<Slot> m_slots; ///< open addressing, a power of two
    std::size_t m_used = 0;
    /// One bit per hash, small enough for the nearest cache: most words of a text are in no table.
    static constexpr std::size_t filter_bits = std::size_t{1} << 18U;
    std::vector<std::uint64_t> m_filter;
    /// By loose hash: the spellings of the tables. Where there are several, like على and علي, each has its own classes.
    std::unordered_map<std::uint64_t, std::vector<Slot>> m_spellings;
    lexicon::PhraseTable m_phrases;
    std::vector<WordInfo> m_phrase_infos;
    text::FactKey<Standing> m_standings;
    text::FactKey<Spare> m_spare;
    std::vector<std::uint64_t> m_unit_heads;
    std::vector<std::pair<std::string, WordInfo>> m_pending; ///< words whose forms with proclitics come last
};

} // namespace yaqut::toponyms
