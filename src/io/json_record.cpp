// SPDX-License-Identifier: Apache-2.0
#include "io/json_record.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "io/ascii.hpp"
#include "io/readable.hpp"

namespace yaqut::io {

namespace {

using Json = nlohmann::json;

/// Takes the values wanted from the events of the parser, so that no tree is built from what may be hostile nesting.
class RecordBuilder : public nlohmann::json_sax<Json> {
  public:
    bool null() override { return m_depth > 0 || other(); }
    bool boolean(bool /*value*/) override { return other(); }
    bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
    bool number_float(number_float_t /*value*/, const string_t& text) override { return number(text); }
    bool binary(binary_t& /*value*/) override { return other(); }

    bool string(string_t& value) override {
        if (m_depth == 0) {
            return other();
        }
        if (m_depth == 1 && m_slot != nullptr) {
            *m_slot = std::move(value);
        }
        return true;
    }

    bool start_object(std::size_t /*elements*/) override { return open(true); }
    bool start_array(std::size_t /*elements*/) override { return open(false); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        if (m_depth == 1) {
            m_slot = m_record.slot(name);
            m_is_text = name == "text";
            if (m_record.keys.size() < longest_key_list) {
                m_record.keys += (m_record.keys.empty() ? "" : ", ") + readable(name, 40);
            }
        }
        return true;
    }

    bool parse_error(std::size_t position, const std::string& /*token*/, const Json::exception& error) override {
        // "[json.exception.parse_error.101] parse error at line 1, column 8: syntax error while ..."
        std::string_view what = error.what();
        if (const std::size_t colon = what.find(": "); colon != std::string_view::npos) {
            what.remove_prefix(colon + 2);
        }
        throw JsonFault(position == 0 ? 0 : position - 1, readable(what, 300));
    }

    JsonRecord take() { return std::move(m_record); }

  private:
    static constexpr std::size_t longest_key_list = 120;

    bool other() {
        if (m_depth == 0) {
            throw JsonFault(0, "expected an object {...} with a \"text\", found another value");
        }
        return m_depth != 1 || not_text();
    }

    bool number(std::string digits) {
        if (m_depth == 1 && m_slot != nullptr && not_text()) {
            *m_slot = std::move(digits);
            return true;
        }
        return other();
    }

    bool open(bool object) {
        if (m_depth == 0 && !object) {
            throw JsonFault(0, "expected an object {...} with a \"text\", found an array");
        }
        if (m_depth == 1) {
            not_text();
        }
        ++m_depth;
        return true;
    }

    bool close() {
        --m_depth;
        return true;
    }

    /// The text must be a string: a number or list in its place would be taken for something else.
    bool not_text() const {
        if (m_is_text) {
            throw JsonFault(0, "expected a string as \"text\", found another value");
        }
        return true;
    }

    JsonRecord m_record;
    std::optional<std::string>* m_slot = nullptr;
    std::size_t m_depth = 0;
    bool m_is_text = false;
};

} // namespace

std::optional<std::string>* JsonRecord::slot(std::string_view key) {
    if (key == "id") {
        return &id;
    }
    if (key == "text") {
        return &text;
    }
    if (key == "title") {
        return &title;
    }
    if (key == "lang" || key == "language") {
        return &language;
    }
    if (key == "source") {
        return &source;
    }
    if (key == "url") {
        return &url;
    }
    const auto* const date = std::find(date_keys.begin(), date_keys.end(), key);
    return date == date_keys.end() ? nullptr : &dates.at(static_cast<std::size_t>(date - date_keys.begin()));
}

JsonRecord parse_json_record(std::string_view json) {
    RecordBuilder builder;
    Json::sax_parse(json.begin(), json.end(), &builder);
    return builder.take();
}

} // namespace yaqut::io
