# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# The library, its public headers, and the package that find_package(Holdfast) finds.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(HOLDFAST_INSTALL_QMLDIR ${CMAKE_INSTALL_LIBDIR}/qt6/qml CACHE STRING "Where the QML module is installed")
set(HOLDFAST_INSTALL_CMAKEDIR ${CMAKE_INSTALL_LIBDIR}/cmake/Holdfast)

# holdfast_qt_modules(<target> <out>): what a user of the target needs of Qt; of a static one also what it links privately.
function(holdfast_qt_modules target out)
    get_target_property(libraries ${target} INTERFACE_LINK_LIBRARIES)
    string(REGEX MATCHALL "Qt6::[A-Za-z]+" modules "${libraries}")
    list(TRANSFORM modules REPLACE "Qt6::" "")
    list(REMOVE_DUPLICATES modules)
    list(JOIN modules " " modules)
    set(${out} ${modules} PARENT_SCOPE)
endfunction()

install(TARGETS Holdfast EXPORT HoldfastTargets
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES ${HOLDFAST_PUBLIC_HEADERS} ${HOLDFAST_FORWARDING_HEADERS}
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/Holdfast)
install(EXPORT HoldfastTargets NAMESPACE Holdfast:: DESTINATION ${HOLDFAST_INSTALL_CMAKEDIR})

# Qt keeps its promises forwards only: who built with 6.8 needs 6.8.
string(REGEX MATCH "^[0-9]+[.][0-9]+" qt_version ${Qt6_VERSION})
holdfast_qt_modules(Holdfast qt_modules)
configure_package_config_file(cmake/HoldfastConfig.cmake.in ${PROJECT_BINARY_DIR}/cmake/HoldfastConfig.cmake
    INSTALL_DESTINATION ${HOLDFAST_INSTALL_CMAKEDIR}
    PATH_VARS HOLDFAST_INSTALL_QMLDIR)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/cmake/HoldfastConfigVersion.cmake
    COMPATIBILITY SameMinorVersion) # no promise of compatibility before 1.0
install(FILES
    ${PROJECT_BINARY_DIR}/cmake/HoldfastConfig.cmake
    ${PROJECT_BINARY_DIR}/cmake/HoldfastConfigVersion.cmake
    DESTINATION ${HOLDFAST_INSTALL_CMAKEDIR})
