// SPDX-License-Identifier: Apache-2.0
#include "geocode/near_keys.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <vector>

#include "gazetteer/key_words.hpp"
#include "geocode/bucket_index.hpp"
#include "geocode/code_points.hpp"

namespace yaqut::geocode {

namespace {

constexpr std::size_t longest = 40;      // letters of a key that may be misspelled
constexpr std::size_t shortest = 4;      // letters: of shorter ones every edit makes another name
constexpr std::size_t long_skeleton = 5; // sounds: one of them may be wrong
constexpr std::uint64_t base = 0x9e3779b97f4a7c15ULL;

std::uint64_t mixed(std::uint64_t h) {
    h = (h ^ (h >> 33U)) * 0xff51afd7ed558ccdULL;
    h = (h ^ (h >> 33U)) * 0xc4ceb9fe1a85ec53ULL;
    return h ^ (h >> 33U);
}

/// Calls `use` with the hash of the letters, and of the letters without one of them.
template <typename Text, typename Use> void for_each_deletion(const Text& letters, Use use) {
    const std::size_t size = letters.size();
    std::array<std::uint64_t, longest + 1> rest{}; // hash of the letters from here on
    std::uint64_t power = 1;
    for (std::size_t i = size; i-- > 0; power *= base) {
        rest[i] = rest[i + 1] + (static_cast<std::uint64_t>(letters[i]) + 1) * power;
    }
    use(mixed(rest[0]));
    std::uint64_t prefix = 0;
    std::uint64_t powers = 1; // base ^ (letters after the one left out)
    std::array<std::uint64_t, longest + 1> power_of{};
    for (std::size_t i = 0; i < size; ++i, powers *= base) {
        power_of[i] = powers;
    }
    for (std::size_t i = 0; i < size; ++i) {
        if (i == 0 || letters[i] != letters[i - 1]) { // one of two equal neighbours is enough
            use(mixed(prefix * power_of[size - 1 - i] + rest[i + 1]));
        }
        prefix = prefix * base + static_cast<std::uint64_t>(letters[i]) + 1;
    }
}

std::uint64_t skeleton_hash(std::string_view skeleton) {
    std::uint64_t hash = 1;
    for (const char c : skeleton) {
        hash = hash * base + static_cast<unsigned char>(c) + 1;
    }
    return mixed(hash);
}

/// The hashes under which a skeleton is filed and looked up.
template <typename Use> void for_each_skeleton_hash(const std::string& skeleton, Use use) {
    use(skeleton_hash(skeleton));
    if (skeleton.size() >= long_skeleton && skeleton.size() <= longest) {
        for_each_deletion(skeleton, use);
    }
}

bool may_be_misspelled(const std::u32string& letters) {
    return letters.size() >= shortest && letters.size() <= longest;
}

/// Walks the keys each time.
class Walk : public NearKeys {
  public:
    Walk(const gazetteer::Gazetteer& gazetteer, const gazetteer::Sounds& sounds)
        : m_gazetteer(gazetteer), m_sounds(sounds) {}

    void spelled_like(std::string_view key, const Use& use) const override {
        constexpr std::size_t two_edits_from = 7;
        const std::u32string letters = code_points_of(key);
        if (may_be_misspelled(letters)) {
            m_gazetteer.near_keys(key, letters.size() < two_edits_from ? 1 : 2,
                                  [&](std::string_view found, unsigned /*edits*/) { use(found); });
        }
    }

    void sounding_like(std::string_view key, const Use& use) const override {
        std::vector<std::string> wanted;
        std::vector<std::string> found;
        m_sounds.skeletons(key, wanted);
        if (wanted.empty()) {
            return;
        }
        m_gazetteer.for_each_key(true, [&](std::string_view other) {
            const char first = m_sounds.first_sound(other);
            if (first != 0 && std::none_of(wanted.begin(), wanted.end(), [first](const std::string& skeleton) {
                    return skeleton.front() == first;
                })) {
                return true;
            }
            m_sounds.skeletons(other, found);
            for (const std::string& skeleton : found) {
                if (std::find(wanted.begin(), wanted.end(), skeleton) != wanted.end()) {
                    use(other);
                    break;
                }
            }
            return true;
        });
    }

  private:
    const gazetteer::Gazetteer& m_gazetteer;
    const gazetteer::Sounds& m_sounds;
};

class Index : public NearKeys {
  public:
    Index(const gazetteer::Gazetteer& gazetteer, const gazetteer::Sounds& sounds)
        : m_sounds(sounds), m_spellings(bits_of(read_keys(gazetteer))), m_skeletons(bits_of(m_begin.size())) {
        for_each_hash([](BucketIndex& index, std::uint64_t hash, std::uint32_t /*key*/) { index.count(hash); });
        m_spellings.start_adding();
        m_skeletons.start_adding();
        for_each_hash([](BucketIndex& index, std::uint64_t hash, std::uint32_t key) { index.add(hash, key); });
    }

    void spelled_like(std::string_view key, const Use& use) const override {
        const std::u32string letters = code_points_of(key);
        if (may_be_misspelled(letters)) {
            for_each_deletion(letters, [&](std::uint64_t hash) {
                m_spellings.find(hash, [&](std::uint32_t number) { use(this->key(number)); });
            });
        }
    }

    void sounding_like(std::string_view key, const Use& use) const override {
        std::vector<std::string> skeletons;
        m_sounds.skeletons(key, skeletons);
        for (const std::string& skeleton : skeletons) {
            for_each_skeleton_hash(skeleton, [&](std::uint64_t hash) {
                m_skeletons.find(hash, [&](std::uint32_t number) { use(this->key(number)); });
            });
        }
    }

  private:
    static unsigned bits_of(std::size_t keys) {
        constexpr unsigned most_bits = 24;
        return std::clamp(static_cast<unsigned>(std::bit_width(keys)) + 2U, 8U, most_bits);
    }

    std::size_t read_keys(const gazetteer::Gazetteer& gazetteer) {
        gazetteer.for_each_key(true, [this](std::string_view key) {
            m_begin.push_back(static_cast<std::uint32_t>(m_text.size()));
            m_text += key;
            return true;
        });
        m_begin.push_back(static_cast<std::uint32_t>(m_text.size()));
        m_text.shrink_to_fit();
        m_begin.shrink_to_fit();
        return m_begin.size();
    }

    [[nodiscard]] std::string_view key(std::uint32_t number) const {
        return std::string_view(m_text).substr(m_begin[number], m_begin[number + 1] - m_begin[number]);
    }

    template <typename Use> void for_each_hash(Use use) {
        std::vector<std::string> skeletons;
        for (std::uint32_t number = 0; number + 1 < m_begin.size(); ++number) {
            const std::u32string letters = code_points_of(key(number));
            if (may_be_misspelled(letters)) {
                for_each_deletion(letters, [&](std::uint64_t hash) { use(m_spellings, hash, number); });
            }
            m_sounds.skeletons(key(number), skeletons);
            for (const std::string& skeleton : skeletons) {
                for_each_skeleton_hash(skeleton, [&](std::uint64_t hash) { use(m_skeletons, hash, number); });
            }
        }
    }

    const gazetteer::Sounds& m_sounds;
    std::string m_text; ///< all keys, one after the other
    std::vector<std::uint32_t> m_begin;
    BucketIndex m_spellings;
    BucketIndex m_skeletons;
};

} // namespace

std::unique_ptr<NearKeys> walk_keys(const gazetteer::Gazetteer& gazetteer, const gazetteer::Sounds& sounds) {
    return std::make_unique<Walk>(gazetteer, sounds);
}

std::unique_ptr<NearKeys> index_keys(const gazetteer::Gazetteer& gazetteer, const gazetteer::Sounds& sounds) {
    return std::make_unique<Index>(gazetteer, sounds);
}

} // namespace yaqut::geocode
