# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# Builds PROJECT against the package in PREFIX and runs its `app`, which must say nothing; no library that it
# loads may match UNWANTED.
include(${CMAKE_CURRENT_LIST_DIR}/run.cmake)

set(build ${WORK}/build)
file(REMOVE_RECURSE ${build})
configure(${PROJECT} ${build} -DHoldfast_ROOT=${PREFIX})
run(${CMAKE_COMMAND} --build ${build})
if(NOT EXISTS ${build}/app)
    return()
endif()
run(${build}/app)
if(NOT said STREQUAL "")
    message(FATAL_ERROR "app says: ${said}")
endif()

libraries(${build}/app)
if(UNWANTED AND said MATCHES "[^\n]*(${UNWANTED})[^\n]*")
    message(FATAL_ERROR "app loads what it does not need: ${CMAKE_MATCH_0}")
endif()
if(said MATCHES "libholdfast[^\n]*=> ([^\n]*)")
    string(FIND "${CMAKE_MATCH_1}" ${PREFIX} found)
    if(NOT found EQUAL 0)
        message(FATAL_ERROR "app loads another Holdfast: ${CMAKE_MATCH_0}")
    endif()
endif()
