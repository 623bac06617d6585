# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# The library, its public headers, and the package that find_package(Holdfast) and pkg-config find. The components are
# the parts that resources/packaging/debian.cmake makes packages of.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(HOLDFAST_INSTALL_QMLDIR ${CMAKE_INSTALL_LIBDIR}/qt6/qml CACHE STRING "Where the QML module is installed")
set(HOLDFAST_INSTALL_CMAKEDIR ${CMAKE_INSTALL_LIBDIR}/cmake/Holdfast CACHE STRING "Where the package is installed")

# holdfast_needs(<target>): sets qt_modules to what a user of the target needs of Qt (of a static one also what it
# links privately), and qt_version.
function(holdfast_needs target)
    get_target_property(libraries ${target} INTERFACE_LINK_LIBRARIES)
    string(REGEX MATCHALL "Qt6::[A-Za-z]+" modules "${libraries}")
    list(TRANSFORM modules REPLACE "Qt6::" "")
    list(FILTER modules EXCLUDE REGEX "^Platform$|Private$|Internal$") # parts of the others, and no packages
    list(REMOVE_DUPLICATES modules)
    list(JOIN modules " " modules)
    set(qt_modules ${modules} PARENT_SCOPE)
    # Qt keeps its promises forwards only: who built with 6.8 needs 6.8.
    string(REGEX MATCH "^[0-9]+[.][0-9]+" version ${Qt6_VERSION})
    set(qt_version ${version} PARENT_SCOPE)
endfunction()

# holdfast_install_component(<component> <target> <targets>…): for find_package(Holdfast COMPONENTS <component>);
# the targets are all that the one which is linked brings along, with itself.
function(holdfast_install_component component target)
    string(TOLOWER ${component} part)
    install(TARGETS ${ARGN} EXPORT Holdfast${component}Targets
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT holdfast-${part} NAMELINK_COMPONENT holdfast-dev
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT holdfast-dev
        RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT holdfast-${part}
        OBJECTS DESTINATION ${CMAKE_INSTALL_LIBDIR}/holdfast-objects COMPONENT holdfast-dev
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
    install(EXPORT Holdfast${component}Targets NAMESPACE Holdfast:: DESTINATION ${HOLDFAST_INSTALL_CMAKEDIR}
        COMPONENT holdfast-dev)
    holdfast_needs(${target})
    set(file ${PROJECT_BINARY_DIR}/cmake/Holdfast${component}.cmake)
    configure_file(${PROJECT_SOURCE_DIR}/lib/cmake/HoldfastComponent.cmake.in ${file} @ONLY)
    install(FILES ${file} DESTINATION ${HOLDFAST_INSTALL_CMAKEDIR} COMPONENT holdfast-dev)
endfunction()

# holdfast_install_pkgconfig(<name> <target> <description> <package>…): for those who build without CMake; the packages
# are those of ours that it needs. The file says where things are by where it is, so that they may be moved.
function(holdfast_install_pkgconfig name target description)
    holdfast_needs(${target})
    string(REGEX REPLACE "([^ ]+)" "Qt6\\1 >= ${qt_version}" requires "${qt_modules}")
    string(REPLACE " Qt6" ", Qt6" requires "${requires}")
    list(APPEND ARGN ${requires})
    list(JOIN ARGN ", " requires)
    set(flags "")
    if(NOT HOLDFAST_SHARED)
        set(flags " -DHOLDFAST_STATIC")
    endif()
    get_target_property(library ${target} OUTPUT_NAME)
    file(RELATIVE_PATH up /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
    string(REGEX REPLACE "/$" "" up ${up})
    set(file ${PROJECT_BINARY_DIR}/cmake/${name}.pc)
    configure_file(${PROJECT_SOURCE_DIR}/lib/cmake/holdfast.pc.in ${file} @ONLY)
    install(FILES ${file} DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT holdfast-dev)
endfunction()

# holdfast_install_program(<target>): it finds our libraries from where it lies.
function(holdfast_install_program target)
    if(APPLE)
        set(here @loader_path)
    else()
        set(here $ORIGIN)
    endif()
    file(RELATIVE_PATH libraries /${CMAKE_INSTALL_BINDIR} /${CMAKE_INSTALL_LIBDIR})
    string(REGEX REPLACE "/$" "" libraries ${libraries})
    set_target_properties(${target} PROPERTIES INSTALL_RPATH ${here}/${libraries})
    install(TARGETS ${target} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT holdfast-demo)
endfunction()

install(TARGETS Holdfast EXPORT HoldfastTargets
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT holdfast NAMELINK_COMPONENT holdfast-dev
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT holdfast-dev
    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT holdfast
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES ${HOLDFAST_PUBLIC_HEADERS} ${HOLDFAST_FORWARDING_HEADERS}
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/Holdfast COMPONENT holdfast-dev)
install(EXPORT HoldfastTargets NAMESPACE Holdfast:: DESTINATION ${HOLDFAST_INSTALL_CMAKEDIR} COMPONENT holdfast-dev)
holdfast_install_pkgconfig(holdfast Holdfast "${PROJECT_DESCRIPTION}")

if(HOLDFAST_BUILD_HUB)
    holdfast_install_component(Hub HoldfastHub HoldfastHub)
    holdfast_install_pkgconfig(holdfast-hub HoldfastHub "The other end of Holdfast's connections"
        "holdfast = ${PROJECT_VERSION}")
endif()

holdfast_needs(Holdfast)
configure_package_config_file(cmake/HoldfastConfig.cmake.in ${PROJECT_BINARY_DIR}/cmake/HoldfastConfig.cmake
    INSTALL_DESTINATION ${HOLDFAST_INSTALL_CMAKEDIR}
    PATH_VARS HOLDFAST_INSTALL_QMLDIR)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/cmake/HoldfastConfigVersion.cmake
    COMPATIBILITY SameMinorVersion) # no promise of compatibility before 1.0
install(FILES
    ${PROJECT_BINARY_DIR}/cmake/HoldfastConfig.cmake
    ${PROJECT_BINARY_DIR}/cmake/HoldfastConfigVersion.cmake
    DESTINATION ${HOLDFAST_INSTALL_CMAKEDIR} COMPONENT holdfast-dev)
