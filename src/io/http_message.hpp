// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace yaqut::io {

struct HttpField {
    std::string name; ///< lower case
    std::string value;
};

/// "Name: value" as HTTP and WARC have them; empty for any other line.
[[nodiscard]] HttpField parse_http_field(std::string_view line);

/// The value of the first field of that name (lower case); empty when there is none.
[[nodiscard]] std::string_view find_field(const std::vector<HttpField>& fields, std::string_view name);

/// A response as it came over the network.
struct HttpMessage {
    int status = 0; ///< 0: no response
    std::vector<HttpField> fields;
    std::string body; ///< unchunked and unpacked
};

/// The status and fields of a response; the body stays as it came. Whatever is broken is left empty.
[[nodiscard]] HttpMessage parse_http_message(std::string_view bytes);

/// Undoes chunks and packing of the body. Throws yaqut::Error with the bare reason: a packing that is not known,
/// broken, or more than max_bytes when unpacked.
void unpack_body(HttpMessage& message, std::size_t max_bytes);

/// "windows-1256" in "text/html; charset=windows-1256"; may be empty.
[[nodiscard]] std::string charset_of(std::string_view content_type);

} // namespace yaqut::io
