// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/article.hpp"
#include "core/error.hpp"
#include "io/input_files.hpp"

namespace yaqut::io {

struct TableColumns;

/// An article and what is wrong with it.
struct ReadArticle {
    Article article;
    std::vector<InputError> warnings;
};

/// One record is lost; the next call of ArticleSource::next() goes on behind it.
class RecordError : public InputError {
  public:
    using InputError::InputError;
};

/// The articles of one file. An article has its id, though perhaps not a unique one, and its own date at most.
class ArticleSource {
  public:
    ArticleSource() = default;
    ArticleSource(const ArticleSource&) = delete;
    ArticleSource& operator=(const ArticleSource&) = delete;
    virtual ~ArticleSource() = default;

    /// nullopt at the end. Throws RecordError, or yaqut::Error when no more can be read from the file.
    [[nodiscard]] virtual std::optional<ReadArticle> next() = 0;

    /// Bytes of the file that were read so far, where that is known; else 0.
    [[nodiscard]] virtual std::uint64_t bytes_read() const { return 0; }
};

/// Opens the file and finds out what it holds. Throws yaqut::Error with the bare reason, or InputError.
/// `table` says how to read a table; without it a table is refused. May be null.
[[nodiscard]] std::unique_ptr<ArticleSource> open_articles(const InputFile& file, std::size_t max_article_bytes,
                                                           const TableColumns* table = nullptr);

} // namespace yaqut::io
