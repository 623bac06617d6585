# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# Somebody who has only PAGE of the guide: writes its files into an empty folder, builds them, against the package in
# PREFIX or with Holdfast's SOURCE in the same build, and runs the program against HUB, in the order of the page: first
# without a server.
include(${CMAKE_CURRENT_LIST_DIR}/run.cmake)

file(REMOVE_RECURSE ${WORK}/hello ${WORK}/build)
if(SOURCE)
    set(manner --guest ${SOURCE})
    set(found)
else()
    set(manner)
    set(found -DCMAKE_PREFIX_PATH=${PREFIX})
endif()
run(${PYTHON} ${GUIDE}/pages.py follow ${PAGE} ${WORK}/hello ${manner})
configure(${WORK}/hello ${WORK}/build ${found})
run(${CMAKE_COMMAND} --build ${WORK}/build)
run(${PYTHON} ${GUIDE}/meet.py ${WORK}/build/hello ${HUB})
