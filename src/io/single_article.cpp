// SPDX-License-Identifier: Apache-2.0
#include "io/single_article.hpp"

#include <utility>

#include "io/readable.hpp"

namespace yaqut::io {

SingleArticle::SingleArticle(InputFile file, TextInput input, std::size_t max_bytes)
    : m_file(std::move(file)), m_input(std::move(input)), m_max_bytes(max_bytes) {}

std::optional<ReadArticle> SingleArticle::next() {
    if (m_done) {
        return std::nullopt;
    }
    m_done = true;
    std::string bytes;
    if (!m_input.read_rest(bytes, m_max_bytes)) {
        throw Error("longer than " + readable_size(m_max_bytes) + ", the most that an article may have");
    }
    if (bytes.empty()) {
        throw Error("the file is empty");
    }
    return read(bytes);
}

} // namespace yaqut::io
