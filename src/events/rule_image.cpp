// SPDX-License-Identifier: Apache-2.0
#include <cstring>

#include "core/error.hpp"
#include "events/rule_lists.hpp"

namespace yaqut::events {

namespace {

constexpr std::size_t alignment = 64;              ///< of every list: an entry fills a line of the cache
constexpr std::uint64_t mark = 0x31656c7572717179; ///< "yqqrule1"

std::size_t aligned(std::size_t size) { return (size + alignment - 1) / alignment * alignment; }

void append(std::string& image, const void* bytes, std::size_t size) {
    image.append(static_cast<const char*>(bytes), size);
    image.resize(aligned(image.size()));
}

} // namespace

std::string rule_image(const RuleData& data) {
    std::vector<std::uint64_t> head{mark};
    RuleData::for_each(data, [&](const auto& list) { head.push_back(list.size()); });
    std::string image;
    append(image, head.data(), head.size() * sizeof(head.front()));
    RuleData::for_each(data, [&](const auto& list) { append(image, list.data(), list.size() * sizeof(list.front())); });
    return image;
}

RuleView view_rules(std::string_view image) {
    const auto broken = [] { return TableError("event rules", "not the image of rules that the build makes"); };
    const auto number = [&](std::size_t index) {
        std::uint64_t value = 0;
        if ((index + 1) * sizeof(value) > image.size()) {
            throw broken();
        }
        std::memcpy(&value, image.data() + index * sizeof(value), sizeof(value));
        return value;
    };
    if (number(0) != mark) {
        throw broken();
    }
    RuleView view;
    std::size_t lists = 0;
    RuleView::for_each(view, [&](auto& /*list*/) { ++lists; });
    std::size_t position = aligned((lists + 1) * sizeof(std::uint64_t));
    std::size_t index = 1;
    RuleView::for_each(view, [&](auto& list) {
        using Item = std::remove_cvref_t<decltype(list.front())>;
        const std::size_t size = number(index++) * sizeof(Item);
        if (position > image.size() || size > image.size() - position) {
            throw broken();
        }
        list = {reinterpret_cast<const Item*>(image.data() + position), size / sizeof(Item)};
        position = aligned(position + size);
    });
    return view;
}

} // namespace yaqut::events
