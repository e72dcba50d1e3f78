// SPDX-License-Identifier: Apache-2.0
#include "toponyms/use_lists.hpp"

#include <algorithm>
#include <cmath>

namespace yaqut::toponyms {

namespace {

constexpr auto location = static_cast<std::size_t>(ToponymUse::location);
constexpr auto metonym = static_cast<std::size_t>(ToponymUse::metonym);

float place_share(const UseScores& scores) { return scores.at(location) + scores.at(metonym); }

bool is_place(const UseScores& scores) {
    constexpr float half = 0.5F;
    return place_share(scores) > half;
}

} // namespace

bool continues_list(const UseContext& context, std::size_t candidate) {
    constexpr std::uint32_t longest_gap = 3;
    if (candidate == 0) {
        return false;
    }
    const NameCandidate& before = context.candidates().names[candidate - 1];
    const NameCandidate& name = context.candidates().names[candidate];
    if (name.tokens.begin - before.tokens.end > longest_gap) {
        return false;
    }
    bool joined = text::has_clitic(name.clitics, text::Clitic::waw);
    for (std::uint32_t at = before.tokens.end; at < name.tokens.begin; ++at) {
        const Mark mark = mark_of(context.document(), at);
        const bool joins = mark == Mark::comma || mark == Mark::hyphen || mark == Mark::slash ||
                           context.document().loose(context.document().token(at)) == "و";
        if (!joins && mark != Mark::hash) {
            return false;
        }
        joined |= joins;
    }
    return joined;
}

void agree_in_list(std::span<UseScores> scores) {
    constexpr float least = 1e-4F;
    constexpr float one = 1.0F;
    float sum = 0.0F;
    float places = 0.0F;
    for (const UseScores& of : scores) {
        if (is_place(of)) {
            sum += std::log(std::max(of.at(location), least) / std::max(of.at(metonym), least));
            places += one;
        }
    }
    if (places <= one) {
        return;
    }
    const float share = one / (one + std::exp(-sum / places));
    for (UseScores& of : scores) {
        if (is_place(of)) {
            const float both = place_share(of);
            of.at(location) = both * share;
            of.at(metonym) = both * (one - share);
        }
    }
}

void agree_in_lists(const UseContext& context, std::span<UseScores> scores) {
    std::size_t first = 0;
    for (std::size_t at = 1; at <= scores.size(); ++at) {
        if (at < scores.size() && continues_list(context, at)) {
            continue;
        }
        if (at - first > 1) {
            agree_in_list(scores.subspan(first, at - first));
        }
        first = at;
    }
}

} // namespace yaqut::toponyms
