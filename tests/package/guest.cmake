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

configure(${CMAKE_CURRENT_LIST_DIR}/subproject ${build} ${options} -DHOLDFAST_INSTALL=ON)
run(${CMAKE_COMMAND} --build ${build})
foreach(app cpp-app qml-app)
    if(EXISTS ${build}/${app})
        run(${build}/${app})
        if(NOT said STREQUAL "")
            message(FATAL_ERROR "${app} says: ${said}")
        endif()
    endif()
endforeach()
