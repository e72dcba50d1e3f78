# Makes the page of `-f html` from its parts in SOURCE and Leaflet in LEAFLET: OUTPUT holds all before the events and all
# after them as read-only data. Run as a script. The page forbids the browser everything but these scripts and styles,
# by their checksums.
file(READ ${SOURCE}/page.html page)
file(READ ${SOURCE}/page.css page_css)
file(READ ${SOURCE}/strings.json strings)
file(READ ${BASE_MAP} base_map)
file(READ ${LEAFLET}/leaflet.min.js leaflet_js)
file(READ ${LEAFLET}/leaflet.css leaflet_css)
string(REGEX REPLACE "url\\([^)]*\\)" "none" leaflet_css "${leaflet_css}")
string(REGEX REPLACE "//# sourceMappingURL[^\n]*" "" leaflet_js "${leaflet_js}")

set(page_js "(() => {\n'use strict';\n")
foreach(part data filters layer details list main)
    file(READ ${SOURCE}/${part}.js text)
    string(APPEND page_js "${text}")
endforeach()
string(APPEND page_js "})();\n")

foreach(text IN ITEMS leaflet_js page_js strings base_map)
    string(TOLOWER "${${text}}" lower)
    if(lower MATCHES "</script|<!--")
        message(FATAL_ERROR "${text} holds what would end its element in the page")
    endif()
endforeach()

set(alphabet ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/)

# The checksum of a text as a source of a content security policy: 'sha256-<base64>'.
function(policy_source result text)
    string(SHA256 hex "${text}")
    string(APPEND hex "0000") # 32 bytes and two of padding: 17 groups of six digits, of which the last makes "x="
    set(base64 "")
    foreach(group RANGE 0 10)
        math(EXPR at "${group} * 6")
        string(SUBSTRING "${hex}" ${at} 6 digits)
        foreach(shift 18 12 6 0)
            math(EXPR index "(0x${digits} >> ${shift}) & 63")
            string(SUBSTRING ${alphabet} ${index} 1 letter)
            string(APPEND base64 ${letter})
        endforeach()
    endforeach()
    string(SUBSTRING ${base64} 0 43 base64)
    set(${result} "'sha256-${base64}='" PARENT_SCOPE)
endfunction()

policy_source(leaflet_source "${leaflet_js}")
policy_source(page_source "${page_js}")
policy_source(leaflet_style "${leaflet_css}")
policy_source(page_style "${page_css}")

string(REPLACE "{{script-hashes}}" "${leaflet_source} ${page_source}" page "${page}")
string(REPLACE "{{style-hashes}}" "${leaflet_style} ${page_style}" page "${page}")
string(REPLACE "{{leaflet.css}}" "${leaflet_css}" page "${page}")
string(REPLACE "{{page.css}}" "${page_css}" page "${page}")
string(REPLACE "{{strings.json}}" "${strings}" page "${page}")
string(REPLACE "{{base-map}}" "${base_map}" page "${page}")
string(REPLACE "{{leaflet.js}}" "${leaflet_js}" page "${page}")
string(REPLACE "{{page.js}}" "${page_js}" page "${page}")

string(FIND "${page}" "{{events}}" cut)
string(SUBSTRING "${page}" 0 ${cut} head)
math(EXPR rest "${cut} + 10")
string(SUBSTRING "${page}" ${rest} -1 tail)
file(WRITE ${OUTPUT}.head "${head}")
file(WRITE ${OUTPUT}.tail "${tail}")
file(WRITE ${OUTPUT}.base_map "${base_map}")

set(text "// Made from src/io/page by cmake/embed_page.cmake.\n#include \"io/page_parts.hpp\"\n\n")
foreach(part head tail base_map)
    string(APPEND text
        "__asm__(\".section .rodata\\n\" \"yaqut_page_${part}:\\n\" \".incbin \\\"${OUTPUT}.${part}\\\"\\n\" \"yaqut_page_${part}_end:\\n\" \".byte 0\\n\" \".previous\\n\");\n"
        "extern \"C\" { extern const char yaqut_page_${part}[] __asm__(\"yaqut_page_${part}\"); extern const char yaqut_page_${part}_end[] __asm__(\"yaqut_page_${part}_end\"); }\n")
endforeach()
string(APPEND text "\nnamespace yaqut::io {\n\nPageParts page_parts() {\n    const auto text = [](const char* begin, const char* end) { return std::string_view(begin, static_cast<std::size_t>(end - begin)); };\n    return {text(yaqut_page_head, yaqut_page_head_end), text(yaqut_page_tail, yaqut_page_tail_end), text(yaqut_page_base_map, yaqut_page_base_map_end)};\n}\n\n} // namespace yaqut::io\n")
file(WRITE ${OUTPUT} "${text}")
