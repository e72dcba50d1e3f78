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
