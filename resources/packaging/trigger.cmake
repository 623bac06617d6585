# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# CPack gives each library scripts that call ldconfig, and has no word to leave that away. Debian wants the trigger
# instead, which debian.cmake adds. So CPack runs this when the packages are there, and it takes the scripts out again.
find_program(dpkg_deb dpkg-deb REQUIRED)

function(run)
    execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
endfunction()

foreach(package IN LISTS CPACK_PACKAGE_FILES)
    set(folder ${package}.folder)
    file(REMOVE_RECURSE ${folder})
    run(${dpkg_deb} --raw-extract ${package} ${folder})
    file(GLOB scripts ${folder}/DEBIAN/postinst ${folder}/DEBIAN/postrm)
    if(scripts AND EXISTS ${folder}/DEBIAN/triggers)
        file(REMOVE ${scripts})
        run(${dpkg_deb} --build --root-owner-group ${folder} ${package})
    endif()
    file(REMOVE_RECURSE ${folder})
endforeach()
