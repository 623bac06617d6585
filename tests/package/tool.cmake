# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# The `qml` tool imports Holdfast from PREFIX, which it knows by its import path only.
include(${CMAKE_CURRENT_LIST_DIR}/run.cmake)

run(${TOOL} -I ${PREFIX}/lib/qt6/qml ${CMAKE_CURRENT_LIST_DIR}/qml/Main.qml)
if(NOT said STREQUAL "")
    message(FATAL_ERROR "qml says: ${said}")
endif()
