// SPDX-License-Identifier: Apache-2.0
#include "io/json_ld.hpp"

#include <algorithm>
#include <vector>

#include <nlohmann/json.hpp>

#include "io/ascii.hpp"
#include "io/page_ranks.hpp"

namespace yaqut::io {

namespace {

using Json = nlohmann::json;

/// What stands around the script for browsers of old, and control characters that JSON does not allow in strings.
std::string clean(std::string_view script) {
    if (const std::size_t open = script.find("<![CDATA["); open < script.find('{')) {
        script = script.substr(open + 9);
        script = script.substr(0, script.rfind("]]>"));
    }
    const std::size_t begin = std::min(script.find_first_of("{["), script.size());
    const std::size_t end = script.find_last_of("}]");
    if (end == std::string_view::npos || end < begin) {
        return {};
    }
    std::string out(script.substr(begin, end - begin + 1));
    std::replace_if(
        out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return out;
}

const Json* member(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

/// A string, or the name or address of the object (or of the first of several) that stands in its place.
std::string text_of(const Json* value, const std::vector<const char*>& keys) {
    if (value != nullptr && value->is_array() && !value->empty()) {
        value = &value->front();
    }
    if (value == nullptr) {
        return {};
    }
    if (value->is_object()) {
        for (const char* key : keys) {
            const Json* inner = member(*value, key);
            if (inner != nullptr && inner->is_string()) {
                return inner->get<std::string>();
            }
        }
    }
    return value->is_string() ? value->get<std::string>() : std::string();
}

std::vector<std::string> types_of(const Json& object) {
    std::vector<std::string> types;
    if (const Json* type = member(object, "@type")) {
        if (type->is_string()) {
            types.push_back(type->get<std::string>());
        } else if (type->is_array()) {
            for (const Json& one : *type) {
                types.push_back(one.is_string() ? one.get<std::string>() : "");
            }
        }
    }
    return types;
}

bool is_article(const std::string& type) {
    return type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report";
}

class ArticleFacts {
  public:
    ArticleFacts(StatedFacts& facts, const Json& object, bool article)
        : m_facts(facts), m_object(object), m_ranks(article ? json_ld_article : json_ld_page) {}

    void add() {
        one("title", "headline", {});
        one("title", "name", {});
        one("modified", "dateModified", {});
        one("author", "author", {"name"});
        one("outlet", "publisher", {"name"});
        one("language", "inLanguage", {"alternateName", "name"});
        one("url", "url", {"@id"});
        one("url", "mainEntityOfPage", {"@id", "url"});
        one("published", "datePublished", {});
        m_ranks = json_ld_created;
        one("published", "dateCreated", {});
    }

  private:
    void one(const char* field, const char* key, const std::vector<const char*>& keys) {
        const std::string value = text_of(member(m_object, key), keys);
        const bool relative = std::string_view(field) == "url" && !value.starts_with("http");
        if (!relative) {
            m_facts.add(m_ranks, field, value, std::string("json-ld ") + key);
        }
    }

    StatedFacts& m_facts;
    const Json& m_object;
    int m_ranks;
};

} // namespace

std::string read_json_ld(std::string_view script, StatedFacts& facts) {
    const std::string json = clean(script);
    const Json root = Json::parse(json, nullptr, false);
    if (root.is_discarded()) {
        return {};
    }
    std::string body;
    std::vector<const Json*> open{&root};
    while (!open.empty()) {
        const Json& value = *open.back();
        open.pop_back();
        if (value.is_array()) {
            for (auto one = value.rbegin(); one != value.rend(); ++one) {
                open.push_back(&*one);
            }
        }
        if (!value.is_object()) {
            continue;
        }
        const std::vector<std::string> types = types_of(value);
        const bool article = std::any_of(types.begin(), types.end(), is_article);
        if (article || std::find(types.begin(), types.end(), "WebPage") != types.end()) {
            ArticleFacts(facts, value, article).add();
        }
        if (const Json* text = member(value, "articleBody"); article && body.empty() && text != nullptr) {
            body = text_of(text, {});
        }
        for (const char* key : {"mainEntity", "@graph"}) {
            if (const Json* inner = member(value, key)) {
                open.push_back(inner);
            }
        }
    }
    return body;
}

} // namespace yaqut::io
