// SPDX-License-Identifier: Apache-2.0
#include "cli/unit_points.hpp"

#include <array>
#include <charconv>
#include <system_error>

#include "core/error.hpp"
#include "spatial/polygon.hpp"

namespace yaqut::cli {

namespace {

namespace fs = std::filesystem;

void append(std::string& out, double number) {
    std::array<char, 32> digits{}; // as many as tell it from all others
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append("\t").append(digits.data(), end);
}

} // namespace

fs::path UnitPoints::path_beside(const fs::path& unit_file) { return unit_file.parent_path() / "admin1_points.tsv"; }

std::string UnitPoints::head(const fs::path& unit_file) {
    return "# points of units, file of " + std::to_string(fs::file_size(unit_file)) + " bytes";
}

std::string UnitPoints::line(std::string_view key, const std::optional<spatial::SurfacePoint>& point) {
    std::string out(key);
    if (point) {
        append(out, point->location.lon);
        append(out, point->location.lat);
        append(out, point->reach_km);
    }
    return out;
}

std::unique_ptr<UnitPoints> UnitPoints::beside(const fs::path& unit_file) {
    const fs::path file = path_beside(unit_file);
    std::error_code ignored;
    if (!fs::exists(file, ignored)) {
        return nullptr;
    }
    auto points = std::make_unique<UnitPoints>(file);
    return points->text().starts_with(head(unit_file) + '\n') ? std::move(points) : nullptr;
}

std::string_view UnitPoints::text() const {
    const auto bytes = m_file.bytes();
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; // NOLINT: bytes of a text
}

UnitPoints::Found UnitPoints::read(std::string_view line) const {
    std::array<double, 3> numbers{};
    const char* at = line.data() + line.find('\t');
    const char* const end = line.data() + line.size();
    for (double& number : numbers) {
        const auto [next, error] = std::from_chars(at + 1, end, number);
        if (error != std::errc() || (next != end && *next != '\t') || (next == end && &number != &numbers.back())) {
            throw InputError(m_path.string(),
                             "expected three numbers, found \"" + std::string(line) + "\": build the program again");
        }
        at = next;
    }
    return {spatial::SurfacePoint{{numbers[0], numbers[1]}, numbers[2]}};
}

/// Halves the text, and goes from the middle to the beginning of its line.
std::optional<UnitPoints::Found> UnitPoints::find(std::string_view key) const {
    std::string_view left = text();
    left.remove_prefix(std::min(left.find('\n'), left.size() - 1) + 1);
    while (!left.empty()) {
        const std::size_t before = left.rfind('\n', left.size() / 2 == 0 ? 0 : left.size() / 2 - 1);
        const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
        const std::size_t size = std::min(left.find('\n', begin), left.size()) - begin;
        const std::string_view line = left.substr(begin, size);
        const std::string_view found = line.substr(0, line.find('\t'));
        if (found == key) {
            return found.size() == line.size() ? Found{} : read(line);
        }
        left = found < key ? left.substr(std::min(begin + size + 1, left.size())) : left.substr(0, begin);
    }
    return std::nullopt;
}

std::optional<spatial::SurfacePoint> surface_of(const std::string& key, std::span<const spatial::Polygon> areas) {
    if (areas.size() < 2) {
        return areas.empty() ? std::nullopt : spatial::surface_point(areas.front());
    }
    return spatial::surface_point(spatial::unite(key, areas));
}

} // namespace yaqut::cli
