// SPDX-License-Identifier: Apache-2.0
// Part of the build: makes a source file that holds the event tables of all languages with all forms of their words, as
// the program looks them up.
//   compile_event_rules OUTPUT.cpp
// The data itself is written to OUTPUT.cpp.<language>, which the assembler copies.
#include <exception>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/language.hpp"
#include "events/rule_compiler.hpp"

namespace {

using namespace yaqut;

void write(const std::string& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    if (!file.flush()) {
        throw std::runtime_error("cannot write " + path);
    }
}

/// What takes a file into the program and names its bytes.
void embed(std::ostream& source, const std::string& symbol, const std::string& path) {
    source << "__asm__(\".section .rodata\\n\" \".balign 64\\n\" \"" << symbol << ":\\n\" \".incbin \\\"" << path
           << "\\\"\\n\" \"" << symbol << "_end:\\n\" \".byte 0\\n\" \".previous\\n\");\n"
           << "extern \"C\" { extern const char " << symbol << "[] __asm__(\"" << symbol << "\"); extern const char "
           << symbol << "_end[] __asm__(\"" << symbol << "_end\"); }\n";
}

void compile(const std::string& output) {
    std::ostringstream source;
    std::ostringstream cases;
    source << "// Made from src/lexicon/*/event_*.tsv by tools/events/compile_rules.cpp.\n"
              "#include \"events/rule_lists.hpp\"\n\n";
    for (const Language language : {Language::ar, Language::en, Language::fr}) {
        const std::string name(to_string(language));
        std::string symbol = "yaqut_event_rules_";
        symbol += name;
        std::string path = output;
        path.append(".").append(name);
        write(path, events::rule_image(events::compile_rules(language)));
        embed(source, symbol, path);
        cases << "    case Language::" << name << ": return {" << symbol << ", static_cast<std::size_t>(" << symbol
              << "_end - " << symbol << ")};\n";
    }
    source << "\nnamespace yaqut::events {\n\nstd::string_view embedded_rules(Language language) {\n    switch "
              "(language) {\n"
           << cases.str() << "    default: return {};\n    }\n}\n\n} // namespace yaqut::events\n";
    write(output, source.str());
}

} // namespace

int main(int argc, char** argv) {
    try {
        if (argc != 2) {
            throw std::runtime_error("usage: compile_event_rules OUTPUT.cpp");
        }
        compile(argv[1]);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "compile_event_rules: " << error.what() << '\n';
        return 1;
    }
}
