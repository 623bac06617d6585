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
set(pattern ${build}/holdfast/qml/*holdfastqml.*)
file(GLOB former ${pattern})
if(former)
    file(REMOVE ${former})
endif()
run(${CMAKE_COMMAND} --build ${build})
file(GLOB built ${pattern})
if(built)
    message(FATAL_ERROR "Nobody has asked for ${built}")
endif()
if(QML)
    list(APPEND apps qml-app)
    run(${CMAKE_COMMAND} --build ${build} --target qml-app)
endif()
foreach(app IN LISTS apps)
    run(${build}/${app})
    if(NOT said STREQUAL "")
        message(FATAL_ERROR "${app} says: ${said}")
    endif()
endforeach()

configure(${CMAKE_CURRENT_LIST_DIR}/subproject ${build} ${options} -DHOLDFAST_INSTALL=ON)
run(${CMAKE_COMMAND} --build ${build})
