// SPDX-License-Identifier: Apache-2.0
// Compiles files of GeoNames and says what it took.
//
//     build_geonames PLACES NAMES MEMORY_MB BASE|- OUTPUT
#include <chrono>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <string>

#include <sys/resource.h>

#include "core/error.hpp"
#include "gazetteer/builder.hpp"
#include "gazetteer/geonames_source.hpp"

namespace {

class FileBytes : public yaqut::ByteStream {
  public:
    explicit FileBytes(const std::string& file) : m_file(file, std::ios::binary) {
        if (!m_file) {
            throw yaqut::InputError(file, "cannot be opened");
        }
    }
    std::size_t read(char* to, std::size_t size) override {
        m_file.read(to, static_cast<std::streamsize>(size));
        return static_cast<std::size_t>(m_file.gcount());
    }

  private:
    std::ifstream m_file;
};

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

void run(char** arguments) {
    using namespace yaqut::gazetteer;
    const std::filesystem::path output = arguments[5];
    const std::uint64_t megabytes = std::strtoull(arguments[3], nullptr, 10);
    const auto folder = output.parent_path().empty() ? std::filesystem::path(".") : output.parent_path();
    const auto report = [](const std::string& line) { std::cerr << line << '\n'; };
    GeoNamesInput input;
    input.places = std::make_unique<FileBytes>(arguments[1]);
    input.places_name = "allCountries.txt";
    input.alternate_names = std::make_unique<FileBytes>(arguments[2]);
    input.alternate_names_name = "alternateNamesV2.txt";
    input.memory_limit = (megabytes << 20U) / 2;
    input.temp_folder = folder;
    BuildPlan plan;
    plan.sources.push_back(make_geonames_source(std::move(input), report));
    plan.base = std::string(arguments[4]) == "-" ? "" : arguments[4];
    BuildOptions options;
    options.memory_limit = megabytes << 20U;
    const BuildReport built = build(std::move(plan), output, options, report);
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    std::cout << "places " << built.places << "\nnames " << built.names << "\nkeys " << built.keys << "\nmerged "
              << built.merged << "\ncpu_seconds " << seconds(used.ru_utime) + seconds(used.ru_stime) << "\npeak_mb "
              << used.ru_maxrss / 1024 << "\nfile_mb " << std::filesystem::file_size(output) / 1024 / 1024 << '\n';
}

} // namespace

int main(int count, char** arguments) {
    if (count != 6) {
        std::cerr << "usage: build_geonames PLACES NAMES MEMORY_MB BASE|- OUTPUT\n";
        return 2;
    }
    try {
        const auto start = std::chrono::steady_clock::now();
        run(arguments);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        std::cout << "seconds " << took.count() << '\n';
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
