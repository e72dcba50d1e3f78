// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "text/document.hpp"
#include "toponyms/names.hpp"

namespace yaqut::toponyms {

/// The words of a name that the gazetteer does not have, after the descriptor at `token`.
[[nodiscard]] std::optional<NameCandidate> after_descriptor(const text::Document& document,
                                                            std::span<const WordInfo> words, std::size_t token);

/// ميناء "ماروني"، مستشفى "الرازي": up to three words in quotes after the descriptor at `token`.
[[nodiscard]] std::optional<NameCandidate> in_quotes_after(const text::Document& document,
                                                           std::span<const WordInfo> words, std::size_t token);

/// village of X, X County: up to three capital words beside a descriptor that are no name known.
[[nodiscard]] std::optional<NameCandidate> beside_latin_descriptor(const text::Document& document,
                                                                   std::span<const WordInfo> words, std::size_t token);

/// قريتي X وY: the member of a list that an unknown word joined by و is, which begins at the token. In a list of many
/// it has the article, since a clause may follow there; of two, any word is the second one.
[[nodiscard]] std::optional<NameCandidate> listed_member(const text::Document& document,
                                                         std::span<const WordInfo> words, std::size_t token,
                                                         std::uint32_t descriptor);

/// ثلاث محافظات، هي: إب وتعز; محافظات: إب: the descriptor of a list, before the mark and word before its first name.
[[nodiscard]] std::optional<std::uint32_t>
shared_descriptor_before(const text::Document& document, std::span<const WordInfo> words, std::uint32_t token);

} // namespace yaqut::toponyms
