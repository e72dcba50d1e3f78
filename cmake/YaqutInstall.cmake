# Installs the program, the bundled gazetteer, and the library with its public headers, so that another project can say
# find_package(yaqut) and link yaqut::yaqut.
include(CMakePackageConfigHelpers)

set(YAQUT_PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/yaqut)

install(TARGETS yaqut EXPORT yaqutTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS yaqut_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# Imports look up countries and first-level units in these polygons, beside the gazetteer in the build tree, too.
configure_file(gazetteer/admin1.geojsonl.zst ${PROJECT_BINARY_DIR}/share/yaqut/admin1.geojsonl.zst COPYONLY)
install(FILES ${YAQUT_GAZETTEER_FILE} gazetteer/admin1.geojsonl.zst ${YAQUT_UNIT_POINTS}
        DESTINATION ${CMAKE_INSTALL_DATADIR}/yaqut)
install(FILES LICENSE gazetteer/ATTRIBUTION.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY src/core src/text src/lexicon src/spatial src/gazetteer src/geocode src/toponyms src/dates src/events src/io
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/yaqut FILES_MATCHING PATTERN "*.hpp")
install(FILES src/pipeline.hpp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/yaqut)
install(EXPORT yaqutTargets NAMESPACE yaqut:: DESTINATION ${YAQUT_PACKAGE_DIR})

configure_package_config_file(cmake/yaqutConfig.cmake.in ${PROJECT_BINARY_DIR}/yaqutConfig.cmake
    INSTALL_DESTINATION ${YAQUT_PACKAGE_DIR})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/yaqutConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/yaqutConfig.cmake ${PROJECT_BINARY_DIR}/yaqutConfigVersion.cmake
        DESTINATION ${YAQUT_PACKAGE_DIR})
