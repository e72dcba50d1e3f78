// SPDX-License-Identifier: Apache-2.0
#include "cli/run_progress.hpp"

#include <array>
#include <cmath>
#include <cstdio>

#include "io/json_writer.hpp"

namespace yaqut::cli {

namespace {

constexpr double bytes_per_megabyte = 1e6;

std::string clock_time(double seconds) {
    constexpr long minute = 60;
    const long all = std::lround(seconds);
    std::array<char, 32> text{};
    if (all < minute * minute) {
        std::snprintf(text.data(), text.size(), "%ld:%02ld", all / minute, all % minute);
    } else {
        std::snprintf(text.data(), text.size(), "%ld:%02ld:%02ld", all / minute / minute, all / minute % minute,
                      all % minute);
    }
    return text.data();
}

std::string decimal(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", value);
    return text.data();
}

} // namespace

RunProgress::RunProgress(std::string_view mode, bool quiet, std::string_view items, std::string_view found)
    : m_line(mode == "auto" && !quiet), m_json(mode == "json"), m_items(items), m_found(found), m_phase(items),
      m_begin(std::chrono::steady_clock::now()), m_told(m_begin) {}

RunProgress::~RunProgress() {
    if (!m_finished) {
        finish("failed", m_last);
    }
}

bool RunProgress::due() const {
    constexpr std::chrono::milliseconds interval{500};
    return m_json ? std::chrono::steady_clock::now() - m_told >= interval : m_line.due();
}

double RunProgress::seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
}

std::optional<double> RunProgress::seconds_left(const RunState& state) const {
    const double done = state.share.value_or(0.0) - m_base.share.value_or(0.0);
    if (!state.share || done <= 0.0) {
        return std::nullopt;
    }
    return seconds() * (1.0 - *state.share) / done;
}

void RunProgress::update(const RunState& state) { tell(state, false); }

void RunProgress::phase(std::string_view name, const RunState& state) {
    m_phase = name;
    tell(state, false);
}

void RunProgress::finish(std::string_view outcome, const RunState& state) {
    m_phase = outcome;
    m_finished = true;
    m_line.clear();
    if (m_json) {
        tell(state, true);
    }
}

void RunProgress::tell(const RunState& state, bool final) {
    m_last = state;
    if (!m_json) {
        tell_line(state);
        return;
    }
    m_told = std::chrono::steady_clock::now();
    constexpr int decimals = 3;
    const double took = seconds();
    const double megabytes = static_cast<double>(state.bytes) / bytes_per_megabyte;
    const auto rate = [took](double amount) { return took > 0.0 ? amount / took : 0.0; };
    io::JsonWriter json;
    json.begin_object().key("progress").value(m_phase);
    json.key(m_items).value(static_cast<std::int64_t>(state.items));
    json.key(m_found).value(static_cast<std::int64_t>(state.found));
    json.key("megabytes").value(megabytes, decimals).key("seconds").value(took, decimals);
    json.key(std::string(m_items) + "_per_second").value(rate(static_cast<double>(state.items - m_base.items)), 1);
    json.key("megabytes_per_second").value(rate(megabytes), decimals);
    json.key("share");
    state.share ? json.value(*state.share, 4) : json.null();
    json.key("seconds_left");
    const std::optional<double> left = seconds_left(state);
    left ? json.value(*left, 1) : json.null();
    json.key("final").value(final).end_object();
    std::fprintf(stderr, "%s\n", json.text().c_str());
    std::fflush(stderr);
}

void RunProgress::tell_line(const RunState& state) {
    constexpr double percent = 100.0;
    const double took = seconds();
    std::string line = std::to_string(state.items) + ' ' + std::string(m_items);
    if (state.bytes > 0 && took > 0.0) {
        line += ", " + decimal(static_cast<double>(state.bytes) / bytes_per_megabyte / took) + " MB/s";
    }
    line += ", " + std::to_string(state.found) + ' ' + std::string(m_found);
    if (m_phase != m_items) {
        line.append(", ").append(m_phase);
    } else if (state.share) {
        line += ", " + std::to_string(std::lround(*state.share * percent)) + " %";
        if (const auto left = seconds_left(state)) {
            line += ", " + clock_time(*left) + " left";
        }
    }
    m_line.show(line);
}

} // namespace yaqut::cli
