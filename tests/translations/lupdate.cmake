# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# lupdate finds nothing to change: every text of the sources is in translations/, and no other. Works on a copy.
# usage: cmake -DROOT=<source dir> -DLUPDATE=<program> -DWORK=<folder of its own> -P lupdate.cmake

file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
set(stale "")

# check(<names> <source>…): the files that match the names, against what these sources say.
function(check names)
    set(sources)
    foreach(pattern ${ARGN})
        file(GLOB found ${ROOT}/${pattern})
        list(APPEND sources ${found})
    endforeach()
    file(GLOB files RELATIVE ${ROOT}/translations ${ROOT}/translations/${names})
    if(NOT files)
        message(FATAL_ERROR "There is no ${names}.")
    endif()
    foreach(file IN LISTS files)
        file(COPY ${ROOT}/translations/${file} DESTINATION ${WORK})
        execute_process(
            COMMAND ${LUPDATE} -silent -no-obsolete -locations none ${sources} -ts ${WORK}/${file}
            COMMAND_ERROR_IS_FATAL ANY)
        execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${ROOT}/translations/${file} ${WORK}/${file}
            RESULT_VARIABLE differs)
        if(differs)
            set(stale "${stale} ${file}" PARENT_SCOPE)
            set(stale "${stale} ${file}")
        endif()
    endforeach()
endfunction()

check(holdfast_*.ts lib/ui/*.h lib/ui/*.cpp qml/*.qml)
check(holdfast-demo_*.ts app/*.h app/*.cpp app/window/*.qml)
if(stale)
    message(FATAL_ERROR "Not up to date:${stale}\n"
        "Build the targets HoldfastQml_lupdate and holdfast_demo_lupdate, translate what is new, and commit the result.")
endif()
message(STATUS "The translations are up to date.")
