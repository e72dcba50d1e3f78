// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace yaqut::io {

/// Writes XML; text and attribute values are escaped.
class Xml {
  public:
    Xml& raw(std::string_view xml) {
        m_out += xml;
        return *this;
    }
    Xml& attribute(std::string_view name, std::string_view value) {
        m_out.append(" ").append(name).append("=\"");
        return escaped(value).raw("\"");
    }
    Xml& escaped(std::string_view text) {
        for (const char c : text) {
            switch (c) {
            case '&': m_out += "&amp;"; break;
            case '<': m_out += "&lt;"; break;
            case '>': m_out += "&gt;"; break;
            case '"': m_out += "&quot;"; break;
            default: m_out += c;
            }
        }
        return *this;
    }
    std::string take() { return std::move(m_out); }

  private:
    std::string m_out;
};

} // namespace yaqut::io
