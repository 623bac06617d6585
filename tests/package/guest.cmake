# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# An application that has Holdfast's sources in its own build: first with the defaults, which must change nothing
# for the host and install nothing; then with rules of installation, for package_install_static.
include(${CMAKE_CURRENT_LIST_DIR}/run.cmake)

set(build ${WORK}/build)
set(options -DHOLDFAST_SOURCE=${HOLDFAST_SOURCE} -DQML=${QML})
configure(${CMAKE_CURRENT_LIST_DIR}/subproject ${build} ${options})
file(REMOVE_RECURSE ${WORK}/installed)
run(${CMAKE_COMMAND} --install ${build} --prefix ${WORK}/installed)
if(EXISTS ${WORK}/installed)
    message(FATAL_ERROR "A guest installs something:\n${said}")
endif()

set(apps cpp-app)
if(QML)
    # Who links no QML builds none.
    run(${CMAKE_COMMAND} --build ${build} --target cpp-app)
    file(GLOB_RECURSE built ${build}/holdfast/qml/*holdfastqml.*)
    if(built)
        message(FATAL_ERROR "Nobody has asked for ${built}")
    endif()
    list(APPEND apps qml-app)
endif()
run(${CMAKE_COMMAND} --build ${build} --target ${apps})
foreach(app IN LISTS apps)
    run(${build}/${app})
    if(NOT said STREQUAL "")
        message(FATAL_ERROR "${app} says: ${said}")
    endif()
endforeach()

configure(${CMAKE_CURRENT_LIST_DIR}/subproject ${build} ${options} -DHOLDFAST_INSTALL=ON)
run(${CMAKE_COMMAND} --build ${build})
