# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# What the linker cannot see: sideways includes, clocks, randomness, I/O and sentences on the wrong floor.
# usage: cmake -DROOT=<source dir> -P layers.cmake

set(violations "")

# refuse(<why> <pattern> <place>…): no C++ file below the folders, nor one named itself, has a line that matches.
function(refuse why pattern)
    foreach(place ${ARGN})
        if(IS_DIRECTORY ${ROOT}/${place})
            file(GLOB_RECURSE files ${ROOT}/${place}/*.h ${ROOT}/${place}/*.cpp)
        else()
            set(files ${ROOT}/${place})
        endif()
        foreach(path ${files})
            # Comments may say what they like.
            file(STRINGS ${path} lines REGEX "${pattern}")
            foreach(line IN LISTS lines)
                if(NOT line MATCHES "^[ \t]*//")
                    file(RELATIVE_PATH shown ${ROOT} ${path})
                    set(violations "${violations}\n  ${shown}: ${why}:${line}" PARENT_SCOPE)
                    set(violations "${violations}\n  ${shown}: ${why}:${line}")
                endif()
            endforeach()
        endforeach()
    endforeach()
endfunction()

# headers(<folder> <out>): a pattern that matches an include of any header in that folder.
function(headers folder out)
    file(GLOB names RELATIVE ${ROOT}/${folder} ${ROOT}/${folder}/*.h)
    list(JOIN names "|" pattern)
    string(REPLACE "." "[.]" pattern "${pattern}")
    set(${out} "#include.*\"(.*/)?(${pattern})\"" PARENT_SCOPE)
endfunction()

set(pure lib/core lib/protocols lib/link)
set(clock "steady_clock|system_clock|QElapsedTimer|QDeadlineTimer|currentDateTime|currentMSecs")
set(timer "QTimer|QBasicTimer|startTimer|singleShot")
refuse("a clock below the façade" "${clock}" ${pure})
refuse("a timer below the façade" "${timer}" ${pure})
refuse("randomness below the façade" "QRandomGenerator|<random>|rand\\(\\)" ${pure})
refuse("I/O below the façade" "QtNetwork|QtWebSockets|QFile|QSettings|QIODevice|QProcess" ${pure})
refuse("a QObject below the façade" "Q_OBJECT$|public QObject" ${pure})
refuse("a sentence for people" "[^a-zA-Z_]q?s?[tT]r\\(" lib/core lib/protocols lib/link lib/io)
refuse("the library knows QML" "QtQml|QtQuick|QML_" lib)

# The hub has a pure heart; what else is in its folder is of the world.
set(heart)
foreach(name caller deduplicator eventlog hubanswer hubclosecodes hubmessage hubpolicy hubpresence presence recent rejections
        room rooms session sessions switchboard switchboard_greeting switchboard_messages tokenbucket)
    foreach(path lib/hub/${name}.h lib/hub/${name}.cpp)
        if(EXISTS ${ROOT}/${path})
            list(APPEND heart ${path})
        endif()
    endforeach()
endforeach()
refuse("a clock in the heart of the hub" "${clock}" ${heart})
refuse("a timer in the heart of the hub" "${timer}" ${heart})
refuse("randomness in the heart of the hub" "QRandomGenerator|<random>|rand\\(\\)|createUuid" ${heart})
refuse("I/O in the heart of the hub" "QtNetwork|QtWebSockets|QFile|QSettings|QIODevice|QProcess" ${heart})
refuse("a QObject in the heart of the hub" "Q_OBJECT$|public QObject" ${heart})

headers(lib/core core)
headers(lib/protocols protocols)
headers(lib/link link)
headers(lib/io io)
headers(lib facade)
headers(lib/ui ui)
refuse("core knows nobody" "${protocols}" lib/core)
refuse("core knows nobody" "${link}" lib/core)
refuse("core knows nobody" "${io}" lib/core)
refuse("protocols know core only" "${link}" lib/protocols)
refuse("protocols know core only" "${io}" lib/protocols)
refuse("link knows core and protocols only" "${io}" lib/link)
refuse("io knows core only" "${protocols}" lib/io)
refuse("io knows core only" "${link}" lib/io)
refuse("qml knows the façade, core, protocols, ui and the monitors" "${link}" qml)
# Monitors of the network are public, and declared in QML.
file(GLOB hidden RELATIVE ${ROOT}/lib/io ${ROOT}/lib/io/*.h)
list(REMOVE_ITEM hidden networkmonitor.h healthcheckmonitor.h systemnetworkmonitor.h)
list(JOIN hidden "|" hidden)
string(REPLACE "." "[.]" hidden "${hidden}")
refuse("qml knows the façade, core, protocols, ui and the monitors" "#include.*\"(.*/)?(${hidden})\"" qml)
refuse("nobody below knows the façade" "${facade}" ${pure} lib/io)

# ui stands on the façade: two classes of it live in time and read the one clock, the others are values.
file(GLOB door RELATIVE ${ROOT} ${ROOT}/lib/*.h ${ROOT}/lib/*.cpp)
file(GLOB thoughts RELATIVE ${ROOT} ${ROOT}/lib/ui/*.h ${ROOT}/lib/ui/*.cpp)
set(timely lib/ui/connectionstatus.cpp lib/ui/connectionhistory.cpp)
list(REMOVE_ITEM thoughts ${timely} lib/ui/steadytime.h)
refuse("nobody below knows what is said" "${ui}" ${pure} lib/io ${door})
refuse("ui knows the façade and its values only" "${protocols}" lib/ui)
refuse("ui knows the façade and its values only" "${link}" lib/ui)
refuse("ui knows the façade and its values only" "${io}" lib/ui)
refuse("ui knows the façade from outside" "#include.*_p[.]h\"" lib/ui)
refuse("ui is Qt Core only" "#include.*(QtNetwork|QtWebSockets|QtGui|QtWidgets)" lib/ui)
refuse("a clock in ui outside steadytime.h" "${clock}" ${thoughts} ${timely})
refuse("a clock in ui read outside ConnectionStatus and ConnectionHistory" "steadytime" ${thoughts})
refuse("a timer in ui outside ConnectionStatus" "${timer}" ${thoughts} lib/ui/connectionhistory.cpp)
refuse("a QObject in ui outside ConnectionStatus" "public QObject" lib/ui/statusclock.h lib/ui/statuswords.h
    lib/ui/timeline.h)

# Versions of Qt are of one header.
file(GLOB_RECURSE all RELATIVE ${ROOT} ${ROOT}/lib/*.h ${ROOT}/lib/*.cpp ${ROOT}/qml/*.h ${ROOT}/qml/*.cpp ${ROOT}/app/*.h
    ${ROOT}/app/*.cpp ${ROOT}/tests/*.h ${ROOT}/tests/*.cpp)
list(REMOVE_ITEM all lib/core/qtcompat.h)
refuse("a version of Qt outside core/qtcompat.h" "QT_VERSION" ${all})
refuse("what newer Qt warns of" "\"_qs|Qt::UTC" ${all})

if(violations)
    message(FATAL_ERROR "The house rules (lib/README.md) are broken:${violations}")
endif()
message(STATUS "The floors keep to themselves.")
