# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

cmake_minimum_required(VERSION 3.22)

# run(COMMAND…): must succeed; what it says is in `said` and, if it fails, in the test's output.
function(run)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT result EQUAL 0)
        list(JOIN ARGN " " command)
        message(FATAL_ERROR "${command}\nended with ${result}:\n${output}")
    endif()
    set(said "${output}" PARENT_SCOPE)
endfunction()

# configure(<source> <build> OPTION…): without a memory of former runs.
function(configure source build)
    file(REMOVE ${build}/CMakeCache.txt)
    run(${CMAKE_COMMAND} -S ${source} -B ${build} -G ${GENERATOR} -C ${INHERITED} ${ARGN})
    if(said MATCHES "CMake (Deprecation )?Warning")
        message(FATAL_ERROR "${said}")
    endif()
endfunction()

# libraries(<program>): what it loads at its start, in `said`.
function(libraries program)
    set(said "")
    find_program(LDD ldd)
    if(LDD)
        run(${LDD} ${program})
    endif()
    set(said "${said}" PARENT_SCOPE)
endfunction()
