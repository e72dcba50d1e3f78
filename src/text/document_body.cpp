// SPDX-License-Identifier: Apache-2.0
#include "text/document_body.hpp"

#include <utility>

namespace yaqut::text {

namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 20U; ///< of one part of a body that is kept
constexpr std::size_t most_bodies = 32;

bool is_usual(const DocumentBody& body) {
    return body.strict.capacity() <= most_bytes && body.loose.capacity() <= most_bytes &&
           body.map.bytes() <= most_bytes && body.landmarks.bytes() <= most_bytes &&
           body.tokens.capacity() * sizeof(Token) <= most_bytes;
}

} // namespace

SpareBodies& SpareBodies::of(WordCache& words) {
    static const std::uint64_t number = WordCache::new_facts_number();
    return static_cast<SpareBodies&>(words.facts(number, [] { return std::make_unique<SpareBodies>(); }));
}

std::unique_ptr<DocumentBody> SpareBodies::take() {
    m_bodies.reserve(most_bodies); // giving back shall not fail
    if (m_bodies.empty()) {
        return std::make_unique<DocumentBody>();
    }
    std::unique_ptr<DocumentBody> body = std::move(m_bodies.back());
    m_bodies.pop_back();
    return body;
}

void SpareBodies::give_back(std::unique_ptr<DocumentBody> body) {
    if (m_bodies.size() < most_bodies && is_usual(*body)) {
        m_bodies.push_back(std::move(body));
    }
}

} // namespace yaqut::text
