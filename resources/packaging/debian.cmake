# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# Debian packages, one of each part of the installation: `./dev packages`. Each library has a package of its own, named
# after its soname, so that one of the next may be installed beside it.
if(NOT HOLDFAST_SHARED OR NOT HOLDFAST_BUILD_HUB OR NOT HOLDFAST_BUILD_QML OR NOT HOLDFAST_BUILD_DEMO)
    return()
endif()

# Who makes them, as Debian's tools have it.
set(maintainer "The Holdfast authors <holdfast@example.org>")
if(DEFINED ENV{DEBEMAIL})
    set(maintainer "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME holdfast)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each has its own
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_POST_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/trigger.cmake)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SOURCE holdfast)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${maintainer}")
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON) # finds Qt's; ours are said below
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS
    ${PROJECT_BINARY_DIR}/lib ${PROJECT_BINARY_DIR}/lib/hub ${PROJECT_BINARY_DIR}/qml)

# What every package has in its folder of documents.
set(documents ${PROJECT_BINARY_DIR}/packaging)
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(resources/packaging/changelog.in ${documents}/changelog.Debian @ONLY)
configure_file(CHANGELOG.md ${documents}/changelog COPYONLY)
configure_file(resources/packaging/holdfast-demo.1 ${documents}/holdfast-demo.1 COPYONLY)
configure_file(resources/packaging/holdfast-hub.1 ${documents}/holdfast-hub.1 COPYONLY)
foreach(file changelog changelog.Debian holdfast-demo.1 holdfast-hub.1)
    file(ARCHIVE_CREATE OUTPUT ${documents}/${file}.gz PATHS ${documents}/${file}
        FORMAT raw COMPRESSION GZip COMPRESSION_LEVEL 9)
endforeach()

# holdfast_package(<component> <package> SECTION … SUMMARY … HAS … [DEPENDS …] [RECOMMENDS …] [LIBRARY name])
macro(holdfast_package component package)
    cmake_parse_arguments(arg "" "SECTION;SUMMARY;HAS;LIBRARY" "DEPENDS;RECOMMENDS" ${ARGN})
    list(APPEND CPACK_COMPONENTS_ALL ${component})
    string(TOUPPER CPACK_DEBIAN_${component} prefix)
    set(${prefix}_PACKAGE_NAME ${package})
    set(${prefix}_PACKAGE_SECTION ${arg_SECTION})
    set(${prefix}_DESCRIPTION "${arg_SUMMARY}\n${about}\n.\nThis package has ${arg_HAS}.")
    list(JOIN arg_DEPENDS ", " ${prefix}_PACKAGE_DEPENDS)
    list(JOIN arg_RECOMMENDS ", " ${prefix}_PACKAGE_RECOMMENDS)
    if(arg_LIBRARY)
        # What others who link it depend on: there is no promise of compatibility before 1.0. (CPack calls
        # ldconfig as well: see trigger.cmake.)
        set(control ${documents}/${package})
        file(CONFIGURE OUTPUT ${control}/shlibs
            CONTENT "${arg_LIBRARY} 0 ${package} (>= ${PROJECT_VERSION}), ${package} (<< ${next})\n")
        file(CONFIGURE OUTPUT ${control}/triggers CONTENT "activate-noawait ldconfig\n")
        set(${prefix}_PACKAGE_CONTROL_EXTRA "${control}/shlibs;${control}/triggers")
    endif()
    install(FILES ${documents}/changelog.gz ${documents}/changelog.Debian.gz
        ${PROJECT_SOURCE_DIR}/resources/packaging/copyright
        DESTINATION share/doc/${package} COMPONENT ${component} EXCLUDE_FROM_ALL)
endmacro()

math(EXPR next "${PROJECT_VERSION_MINOR} + 1")
set(next ${PROJECT_VERSION_MAJOR}.${next}~)
set(same "(= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})")
set(about "Holdfast keeps one logical connection alive over many sockets, holds what an
application sends until the peer has it, and tells the user interface the
truth about both.")
# Of Qt Quick, by name: no linker sees it.
set(quick qml6-module-qtqml qml6-module-qtqml-models qml6-module-qtqml-workerscript qml6-module-qtquick
    qml6-module-qtquick-layouts qml6-module-qtquick-shapes qml6-module-qtquick-templates qml6-module-qtquick-window)

holdfast_package(holdfast libholdfast0
    SECTION libs
    LIBRARY libholdfast
    SUMMARY "WebSocket connections that stay, for Qt"
    HAS "the library")
holdfast_package(holdfast-hub libholdfasthub0
    SECTION libs
    LIBRARY libholdfasthub
    SUMMARY "server's end of WebSocket connections that stay, for Qt"
    HAS "the library for servers"
    DEPENDS "libholdfast0 ${same}")
holdfast_package(holdfast-qml libholdfastqml0
    SECTION libs
    LIBRARY libholdfastqml
    SUMMARY "WebSocket connections that stay, for Qt Quick (library)"
    HAS "the types and components for applications that link them"
    DEPENDS "libholdfast0 ${same}" ${quick})
holdfast_package(holdfast-module qml6-module-holdfast
    SECTION libs
    SUMMARY "WebSocket connections that stay, for Qt Quick (QML module)"
    HAS "the module that QML imports"
    DEPENDS "libholdfastqml0 ${same}")
holdfast_package(holdfast-dev libholdfast-dev
    SECTION libdevel
    SUMMARY "WebSocket connections that stay, for Qt (development files)"
    HAS "the headers and what CMake and pkg-config read"
    DEPENDS "libholdfast0 ${same}" "libholdfasthub0 ${same}" "libholdfastqml0 ${same}" qt6-base-dev qt6-websockets-dev
    RECOMMENDS qml6-module-holdfast qt6-declarative-dev)
holdfast_package(holdfast-demo holdfast-demo
    SECTION net
    SUMMARY "WebSocket connection that stays, beside one that does not"
    HAS "the demo, which also speaks JSON lines to any server, and\nholdfast-hub, a server that loses nothing"
    DEPENDS "libholdfast0 ${same}" "libholdfasthub0 ${same}" "libholdfastqml0 ${same}" qml6-module-qtquick-controls
    RECOMMENDS qt6-wayland)
install(FILES ${documents}/holdfast-demo.1.gz ${documents}/holdfast-hub.1.gz
    DESTINATION share/man/man1 COMPONENT holdfast-demo EXCLUDE_FROM_ALL)

include(CPack)
