# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# LIBRARY defines symbols of Holdfast alone: WANTED, and nothing of those that match PRIVATE. (Weak ones are instances of templates from elsewhere.)
include(${CMAKE_CURRENT_LIST_DIR}/run.cmake)

run(${NM} --dynamic --demangle --defined-only ${LIBRARY})
string(REGEX MATCHALL "[0-9a-f]+ [TDBR] [^\n]+" symbols "${said}")
list(FILTER symbols EXCLUDE REGEX " Holdfast::| (__bss_start|_edata|_end|_init|_fini)$") # the latter are the linker's
if(symbols)
    list(JOIN symbols "\n" symbols)
    message(FATAL_ERROR "Not ours, and yet exported:\n${symbols}")
endif()
if(said MATCHES "[^\n]* [TDBR] Holdfast::(${PRIVATE})::[^\n]*")
    message(FATAL_ERROR "Private, and yet exported: ${CMAKE_MATCH_0}")
endif()
if(NOT said MATCHES " T Holdfast::${WANTED}\\(")
    message(FATAL_ERROR "Nothing to link with:\n${said}")
endif()
