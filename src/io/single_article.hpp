// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "io/article_source.hpp"
#include "io/text_input.hpp"

namespace yaqut::io {

/// A file that is one article.
class SingleArticle : public ArticleSource {
  public:
    /// Throws yaqut::Error with the bare reason: longer than an article may be, empty, or what read() throws.
    std::optional<ReadArticle> next() final;

  protected:
    SingleArticle(InputFile file, TextInput input, std::size_t max_bytes);

    /// The article in all the bytes of the file.
    [[nodiscard]] virtual ReadArticle read(const std::string& bytes) const = 0;
    [[nodiscard]] const InputFile& file() const { return m_file; }

  private:
    InputFile m_file;
    TextInput m_input;
    std::size_t m_max_bytes;
    bool m_done = false;
};

} // namespace yaqut::io
