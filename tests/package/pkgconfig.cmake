# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# Compiles SOURCE with COMPILER and what pkg-config says of MODULE in PREFIX, and runs it; it must say nothing.
include(${CMAKE_CURRENT_LIST_DIR}/run.cmake)

find_program(PKG_CONFIG NAMES pkg-config pkgconf)
if(NOT PKG_CONFIG)
    message(STATUS "Skipped: there is no pkg-config")
    return()
endif()
file(GLOB_RECURSE file ${PREFIX}/*/${MODULE}.pc)
get_filename_component(folder "${file}" DIRECTORY)
set(ENV{PKG_CONFIG_PATH} "${folder}:$ENV{PKG_CONFIG_PATH}")
run(${PKG_CONFIG} --print-errors --validate ${MODULE})
run(${PKG_CONFIG} --cflags ${MODULE})
separate_arguments(compile UNIX_COMMAND "${said}")
run(${PKG_CONFIG} --libs ${MODULE})
separate_arguments(link UNIX_COMMAND "${said}")
run(${PKG_CONFIG} --variable=libdir ${MODULE})
string(STRIP "${said}" libraries)

file(MAKE_DIRECTORY ${WORK})
# Of headers of Qt 6.11 alone GCC 16 warns that they are incomplete somewhere. (Others do not know the option, nor mind.)
run(${COMPILER} -std=c++20 -Wall -Wextra -Wno-sfinae-incomplete ${compile} ${SOURCE} -o ${WORK}/app ${link} -Wl,-rpath,${libraries})
if(NOT said STREQUAL "")
    message(FATAL_ERROR "The compiler says: ${said}")
endif()
run(${WORK}/app)
if(NOT said STREQUAL "")
    message(FATAL_ERROR "app says: ${said}")
endif()
