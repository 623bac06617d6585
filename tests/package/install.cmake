# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# Installs BUILD and moves it to PREFIX, where nobody has told it that it would be. FOREIGN is a pattern of
# folders that the installed files must not know.
include(${CMAKE_CURRENT_LIST_DIR}/run.cmake)

file(REMOVE_RECURSE ${PREFIX} ${PREFIX}-moved)
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${PREFIX}-moved)
file(RENAME ${PREFIX}-moved ${PREFIX})

set(FOREIGN "(${FOREIGN}|${PREFIX}|/package_guest/)")
file(GLOB_RECURSE files LIST_DIRECTORIES OFF ${PREFIX}/*)
find_program(READELF readelf)
foreach(path IN LISTS files)
    if(path MATCHES "[.]so[.0-9]*$|/bin/[^/]+$" AND READELF)
        run(${READELF} -d ${path})
        string(REGEX MATCHALL "R(UN)?PATH[^\n]*" lines "${said}")
        if(lines MATCHES "\\[([^$]|[^]]*:[^$])")
            message(FATAL_ERROR "${path} looks for libraries in fixed places: ${lines}")
        endif()
    elseif(NOT path MATCHES "[.](a|o|so|dylib)[.0-9]*$|/bin/[^/]+$")
        file(STRINGS ${path} lines REGEX "${FOREIGN}")
        if(lines)
            message(FATAL_ERROR "${path} knows where it came from: ${lines}")
        endif()
    endif()
endforeach()

file(GLOB headers RELATIVE ${PREFIX}/include/Holdfast ${PREFIX}/include/Holdfast/*)
foreach(private link.h transport.h reconnectingwebsocket_p.h outbox.h hub_p.h switchboard.h)
    if(private IN_LIST headers)
        message(FATAL_ERROR "${private} is not public")
    endif()
endforeach()
