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
    # Of its own plugins of QML Qt warns each application, where they are packed without their targets (Debian 13).
    string(REGEX MATCHALL "CMake (Deprecation )?Warning" warnings "${said}")
    string(REGEX MATCHALL "target[ \n]+it[ \n]+defines[ \n]+\\(Qt6::[a-z0-9]+\\)[ \n]+does[ \n]+not[ \n]+exist" of_qt "${said}")
    list(LENGTH warnings count)
    list(LENGTH of_qt count_of_qt)
    if(count GREATER count_of_qt)
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
