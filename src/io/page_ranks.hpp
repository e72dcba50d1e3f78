// SPDX-License-Identifier: Apache-2.0
// How far the marks of a page are trusted when they do not agree: the lower the more.
#pragma once

namespace yaqut::io {

inline constexpr int json_ld_article = 0;
inline constexpr int page_link = 1; ///< <link rel=canonical>
inline constexpr int open_graph = 2;
inline constexpr int item_property = 3;
inline constexpr int page_heading = 4; ///< <h1>
inline constexpr int other_meta = 5;
inline constexpr int json_ld_page = 6;
inline constexpr int json_ld_created = 7;
inline constexpr int time_element = 8;
inline constexpr int page_element = 9; ///< <title>, <html lang>
inline constexpr int saved_comment = 10;
inline constexpr int beside_the_page = 11; ///< what the archive says

} // namespace yaqut::io
