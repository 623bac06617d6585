# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# Runs TOOL with ARGUMENTS (words between spaces): it must have nothing to object to.
cmake_minimum_required(VERSION 3.22)

find_program(program ${TOOL})
if(NOT program)
    message(STATUS "Skipped: there is no ${TOOL}")
    return()
endif()
separate_arguments(arguments UNIX_COMMAND "${ARGUMENTS}")
execute_process(COMMAND ${program} ${arguments} RESULT_VARIABLE result)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "${TOOL} ends with ${result}")
endif()
