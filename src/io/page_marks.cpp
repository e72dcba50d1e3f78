// SPDX-License-Identifier: Apache-2.0
#include "io/page_marks.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "io/ascii.hpp"

namespace yaqut::io {

namespace {

template <std::size_t Size> bool any_of(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 28> silent_tags{
    "script", "style",  "noscript", "template", "nav",    "footer", "aside",       "form",         "button", "select",
    "option", "iframe", "svg",      "menu",     "object", "embed",  "video",       "audio",        "canvas", "input",
    "head",   "dialog", "title",    "label",    "map",    "math",   "amp-sidebar", "amp-analytics"};

constexpr std::array<std::string_view, 8> silent_roles{"navigation", "banner", "contentinfo", "complementary",
                                                       "search",     "menu",   "dialog",      "menubar"};

/// Names that page makers all over the world give to what is not the article, as first or last word of a class or id.
constexpr std::array<std::string_view, 62> boilerplate_names{
    "nav",         "navbar",    "navigation",   "menu",        "menus",           "submenu",  "breadcrumb",
    "breadcrumbs", "sidebar",   "footer",       "recommended", "recommendations", "popular",  "trending",
    "mostread",    "share",     "sharing",      "social",      "sharebar",        "addtoany", "addthis",
    "newsletter",  "subscribe", "subscription", "advert",      "advertisement",   "ads",      "ad",
    "adsense",     "banner",    "sponsored",    "promo",       "cookie",          "cookies",  "consent",
    "gdpr",        "popup",     "modal",        "pagination",  "pager",           "tags",     "tagcloud",
    "toolbar",     "widget",    "widgets",      "copyright",   "ticker",          "outbrain", "taboola",
    "readmore",    "seealso",   "login",        "search",      "print",           "teaser",   "teasers",
    "marquee",     "poll",      "skip",         "masthead",    "topbar",          "hidden"};
/// These never name the whole page, and often hold more text than the article.
constexpr std::array<std::string_view, 8> appendix_names{"related",  "relatedposts", "relatednews", "comment",
                                                         "comments", "respond",      "disqus",      "replies"};
constexpr std::array<std::string_view, 4> caption_names{"caption", "figcaption", "credit", "credits"};
/// "no-comments", "has-sidebar": says something about an element that is something else.
constexpr std::array<std::string_view, 6> speaking_of{"no", "has", "with", "is", "without", "single"};

constexpr std::array<std::string_view, 7> article_names{"article", "story",   "post", "entry",
                                                        "news",    "details", "topic"};
constexpr std::array<std::string_view, 6> body_names{"body", "content", "text", "detail", "details", "txt"};

/// The words of one class: "articleBody", "article-body" and "article_body" are article and body.
std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words(1);
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool separator = c == '-' || c == '_' || c == ':' || c == '.';
        const bool hump = i > 0 && c >= 'A' && c <= 'Z' && name[i - 1] >= 'a' && name[i - 1] <= 'z';
        if ((separator || hump) && !words.back().empty()) {
            words.emplace_back();
        }
        if (!separator) {
            words.back() += lower_ascii(c);
        }
    }
    if (words.size() > 1 && words.back().empty()) {
        words.pop_back();
    }
    return words;
}

/// Calls `visit` with the words of each class and of the id, until it returns true.
template <typename Visit> bool any_name(const MarkupNode& node, const Visit& visit) {
    constexpr std::size_t longest = 1000;
    for (const std::string_view key : {"class", "id"}) {
        std::string_view names = node.attribute(key).substr(0, longest);
        while (!(names = trim(names)).empty()) {
            const std::size_t size =
                static_cast<std::size_t>(std::find_if(names.begin(), names.end(), is_space) - names.begin());
            if (visit(words_of(names.substr(0, size)))) {
                return true;
            }
            names.remove_prefix(size);
        }
    }
    return false;
}

template <std::size_t Size> bool is_named(const MarkupNode& node, const std::array<std::string_view, Size>& names) {
    return any_name(node, [&names](const std::vector<std::string>& words) {
        return !any_of(speaking_of, words.front()) && (any_of(names, words.front()) || any_of(names, words.back()));
    });
}

bool is_not_shown(const MarkupNode& node) {
    if (node.attribute("aria-hidden") == "true" ||
        std::any_of(node.attributes.begin(), node.attributes.end(),
                    [](const MarkupAttribute& attribute) { return attribute.name == "hidden"; })) {
        return true;
    }
    const std::string style = lower_ascii(node.attribute("style"));
    return style.find("display:none") != std::string::npos || style.find("display: none") != std::string::npos;
}

/// Counts the bytes of text in front of every node; those in scripts are not counted.
std::vector<std::size_t> text_before(const MarkupTree& page) {
    std::vector<std::size_t> before(page.nodes.size() + 1);
    for (std::size_t i = 0; i < page.nodes.size(); ++i) {
        const MarkupNode& node = page.nodes[i];
        before[i + 1] = before[i] + (node.is_text() ? trim(node.text).size() : 0);
    }
    return before;
}

bool is_whole_page(const MarkupNode& node) {
    return node.name == "html" || node.name == "body" || node.name == "main" || node.name == "article" ||
           node.attribute("itemprop") == "articleBody";
}

/// The head of the whole page: a <header> with a menu that is in no article.
bool is_page_head(const MarkupTree& page, std::size_t i) {
    if (page.nodes[i].name != "header" ||
        (page.find("nav", i, i) == page.nodes.size() && page.find("ul", i, i) == page.nodes.size())) {
        return false;
    }
    for (std::size_t up = page.nodes[i].parent; up != 0; up = page.nodes[up].parent) {
        if (page.nodes[up].name == "article" || page.nodes[up].name == "main") {
            return false;
        }
    }
    return true;
}

PageMark mark_of(const MarkupNode& node, bool most_text) {
    if (node.is_text()) {
        return PageMark::content;
    }
    if (any_of(silent_tags, node.name) && !(most_text && node.name == "form")) { // old systems put the page in a form
        return PageMark::boilerplate;
    }
    if (is_whole_page(node)) {
        return PageMark::content;
    }
    if (node.name == "figcaption" || (!most_text && is_named(node, caption_names))) {
        return PageMark::caption;
    }
    if (is_named(node, appendix_names)) {
        return PageMark::boilerplate;
    }
    const bool named =
        any_of(silent_roles, node.attribute("role")) || is_not_shown(node) || is_named(node, boilerplate_names);
    return named && !most_text ? PageMark::boilerplate : PageMark::content;
}

} // namespace

std::vector<PageMark> mark_page(const MarkupTree& page) {
    std::vector<PageMark> marks(page.nodes.size(), PageMark::content);
    const std::vector<std::size_t> before = text_before(page);
    for (std::size_t i = 1; i < page.nodes.size();) {
        const MarkupNode& node = page.nodes[i];
        const bool most_text = 2 * (before[node.end] - before[i]) > before.back();
        marks[i] = is_page_head(page, i) ? PageMark::boilerplate : mark_of(node, most_text);
        if (marks[i] == PageMark::content) {
            ++i;
            continue;
        }
        const auto begin = marks.begin() + static_cast<std::ptrdiff_t>(i);
        std::fill(begin, marks.begin() + static_cast<std::ptrdiff_t>(node.end), marks[i]);
        i = node.end;
    }
    return marks;
}

bool is_named_as_body(const MarkupNode& node) {
    return any_name(node, [](const std::vector<std::string>& words) {
        if (words.size() == 1) {
            return words.front() == "articlebody" || words.front() == "articletext" || words.front() == "storytext" ||
                   words.front() == "newstext" || words.front() == "articlecontent";
        }
        return !any_of(speaking_of, words.front()) && any_of(body_names, words.back()) &&
               std::any_of(words.begin(), words.end() - 1,
                           [](const std::string& word) { return any_of(article_names, word); });
    });
}

} // namespace yaqut::io
