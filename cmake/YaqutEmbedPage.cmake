# yaqut_embed_page(OUTPUT.cpp DIRECTORY BASE_MAP): makes a source file that holds the page of `-f html`: its parts in
# DIRECTORY, the base map, and Leaflet from Debian's package.
set(YAQUT_EMBED_PAGE_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_page.cmake)
find_path(LEAFLET_DIR leaflet.min.js PATHS /usr/share/javascript/leaflet REQUIRED)

function(yaqut_embed_page output directory base_map)
    file(GLOB parts CONFIGURE_DEPENDS ${directory}/*)
    add_custom_command(
        OUTPUT ${output}
        COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DSOURCE=${directory} -DBASE_MAP=${base_map} -DLEAFLET=${LEAFLET_DIR}
                -P ${YAQUT_EMBED_PAGE_SCRIPT}
        DEPENDS ${parts} ${base_map} ${YAQUT_EMBED_PAGE_SCRIPT} ${LEAFLET_DIR}/leaflet.min.js ${LEAFLET_DIR}/leaflet.css
        COMMENT "Embedding the map page"
        VERBATIM)
endfunction()
