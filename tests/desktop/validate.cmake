# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# Runs TOOL with ARGUMENTS (words between spaces): it must have nothing to object to, but what matches PARDONED.
cmake_minimum_required(VERSION 3.22)

find_program(program ${TOOL})
if(NOT program)
    message(STATUS "Skipped: there is no ${TOOL}")
    return()
endif()
separate_arguments(arguments UNIX_COMMAND "${ARGUMENTS}")
execute_process(COMMAND ${program} ${arguments} RESULT_VARIABLE result OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(NOT result EQUAL 0)
    string(REGEX MATCHALL "[EW]: [^\n]*" objections "${said}")
    set(others ${objections})
    if(PARDONED)
        list(FILTER others EXCLUDE REGEX "${PARDONED}")
    endif()
    if(others OR NOT objections)
        message(FATAL_ERROR "${said}\n${TOOL} ends with ${result}")
    endif()
endif()
