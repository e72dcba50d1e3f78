// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "text/document.hpp"
#include "text/landmarks.hpp"
#include "text/source_map.hpp"
#include "text/structure.hpp"

namespace yaqut::text {

/// The memory of a document, used again by later ones.
struct DocumentBody {
    std::string strict;
    std::string loose;
    SourceMap map;
    std::vector<Token> tokens;
    Landmarks landmarks;
    Structure structure;
};

/// The bodies that the documents of one cache of words have left.
class SpareBodies final : public WordCache::Facts {
  public:
    [[nodiscard]] static SpareBodies& of(WordCache& words);
    void forget() override {} // nothing in them belongs to a word

    [[nodiscard]] std::unique_ptr<DocumentBody> take();
    /// Keeps it, unless it is larger than articles need or there are many.
    void give_back(std::unique_ptr<DocumentBody> body);

  private:
    std::vector<std::unique_ptr<DocumentBody>> m_bodies;
};

} // namespace yaqut::text
