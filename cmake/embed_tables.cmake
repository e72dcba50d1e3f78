# Called by yaqut_embed_tables: writes OUTPUT with the tables of DIRECTORY. The assembler copies each file as it is.
file(GLOB_RECURSE tables RELATIVE ${DIRECTORY} ${DIRECTORY}/*.tsv)
list(SORT tables)
set(text "// Made from src/lexicon/**/*.tsv by cmake/embed_tables.cmake.\n#include \"lexicon/embedded_tables.hpp\"\n\n#include <array>\n\n")
set(entries "")
set(number 0)
foreach(table ${tables})
    string(REGEX REPLACE "\\.tsv$" "" name ${table})
    string(APPEND text
        "__asm__(\".section .rodata\\n\" \"yaqut_table_${number}:\\n\" \".incbin \\\"${DIRECTORY}/${table}\\\"\\n\" \"yaqut_table_${number}_end:\\n\" \".byte 0\\n\" \".previous\\n\");\n"
        "extern \"C\" { extern const char yaqut_table_${number}[] __asm__(\"yaqut_table_${number}\"); extern const char yaqut_table_${number}_end[] __asm__(\"yaqut_table_${number}_end\"); }\n")
    string(APPEND entries "        EmbeddedTable{\"${name}\", {yaqut_table_${number}, static_cast<std::size_t>(yaqut_table_${number}_end - yaqut_table_${number})}},\n")
    math(EXPR number "${number} + 1")
endforeach()
string(APPEND text "\nnamespace yaqut::lexicon {\n\nstd::span<const EmbeddedTable> embedded_tables() {\n    static const std::array<EmbeddedTable, ${number}> tables{\n${entries}    };\n    return tables;\n}\n\n} // namespace yaqut::lexicon\n")
file(WRITE ${OUTPUT} "${text}")
