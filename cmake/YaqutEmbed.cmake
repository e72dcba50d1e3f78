# yaqut_embed_tables(OUTPUT.cpp DIRECTORY): makes a source file that holds every DIRECTORY/*/*.tsv and DIRECTORY/*.tsv as
# read-only data, named by its path without the ending ("ar/descriptors").
set(YAQUT_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_tables.cmake)

function(yaqut_embed_tables output directory)
    file(GLOB_RECURSE tables CONFIGURE_DEPENDS ${directory}/*.tsv)
    list(SORT tables)
    add_custom_command(
        OUTPUT ${output}
        COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DDIRECTORY=${directory} -P ${YAQUT_EMBED_SCRIPT}
        DEPENDS ${tables} ${YAQUT_EMBED_SCRIPT}
        COMMENT "Embedding the language tables"
        VERBATIM)
endfunction()

# yaqut_embed_event_rules(OUTPUT.cpp): makes a source file that holds the event tables, inflected and indexed, as read-only
# data. The program that makes it is linked with the tables.
function(yaqut_embed_event_rules output)
    set(events ${CMAKE_CURRENT_SOURCE_DIR}/events)
    add_executable(compile_event_rules ${PROJECT_SOURCE_DIR}/tools/events/compile_rules.cpp
        ${events}/rule_compiler.cpp ${events}/rule_rows.cpp ${events}/rule_image.cpp ${events}/arabic_forms.cpp ${events}/latin_forms.cpp)
    yaqut_link_modules(compile_event_rules lexicon)
    add_custom_command(
        OUTPUT ${output}
        COMMAND compile_event_rules ${output}
        DEPENDS compile_event_rules
        COMMENT "Compiling the event tables"
        VERBATIM)
endfunction()
