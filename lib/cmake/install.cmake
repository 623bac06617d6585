# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# The library, its public headers, and the package that find_package(Holdfast) finds.
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
    install(TARGETS ${ARGN} EXPORT Holdfast${component}Targets
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
        RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
        OBJECTS DESTINATION ${CMAKE_INSTALL_LIBDIR}/holdfast-objects
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
    install(EXPORT Holdfast${component}Targets NAMESPACE Holdfast:: DESTINATION ${HOLDFAST_INSTALL_CMAKEDIR})
    holdfast_needs(${target})
    set(file ${PROJECT_BINARY_DIR}/cmake/Holdfast${component}.cmake)
    configure_file(${PROJECT_SOURCE_DIR}/lib/cmake/HoldfastComponent.cmake.in ${file} @ONLY)
    install(FILES ${file} DESTINATION ${HOLDFAST_INSTALL_CMAKEDIR})
endfunction()

install(TARGETS Holdfast EXPORT HoldfastTargets
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES ${HOLDFAST_PUBLIC_HEADERS} ${HOLDFAST_FORWARDING_HEADERS}
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/Holdfast)
install(EXPORT HoldfastTargets NAMESPACE Holdfast:: DESTINATION ${HOLDFAST_INSTALL_CMAKEDIR})

if(HOLDFAST_BUILD_HUB)
    holdfast_install_component(Hub HoldfastHub HoldfastHub)
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
    DESTINATION ${HOLDFAST_INSTALL_CMAKEDIR})
