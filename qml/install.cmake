# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# The module for `import Holdfast`: a library for applications to link, and a plugin with its files for all others.
include(GNUInstallDirs)
set(module_folder ${HOLDFAST_INSTALL_QMLDIR}/Holdfast)

set(targets HoldfastQml ${HOLDFAST_QML_OUTPUT_TARGETS} ${HOLDFAST_TRANSLATION_TARGETS})
list(REMOVE_DUPLICATES targets)
if(HOLDFAST_SHARED)
    install(TARGETS HoldfastQmlplugin
        LIBRARY DESTINATION ${module_folder} COMPONENT holdfast-module
        RUNTIME DESTINATION ${module_folder} COMPONENT holdfast-module)
    if(APPLE)
        set(here @loader_path)
    else()
        set(here $ORIGIN)
    endif()
    file(RELATIVE_PATH libraries /${module_folder} /${CMAKE_INSTALL_LIBDIR})
    string(REGEX REPLACE "/$" "" libraries ${libraries})
    set_target_properties(HoldfastQml PROPERTIES INSTALL_RPATH ${here})
    set_target_properties(HoldfastQmlplugin PROPERTIES INSTALL_RPATH ${here}/${libraries})
    install(FILES keep.cpp DESTINATION ${HOLDFAST_INSTALL_CMAKEDIR} COMPONENT holdfast-dev)
else()
    list(APPEND targets HoldfastQmlplugin)
endif()
holdfast_install_component(Qml HoldfastQml ${targets})

qt_query_qml_module(HoldfastQml
    QMLDIR qmldir
    TYPEINFO typeinfo
    QML_FILES files
    QML_FILES_DEPLOY_PATHS paths)
install(FILES ${qmldir} ${typeinfo} DESTINATION ${module_folder} COMPONENT holdfast-module)
foreach(pair IN ZIP_LISTS files paths)
    get_filename_component(folder "${pair_1}" DIRECTORY)
    install(FILES ${pair_0} DESTINATION ${module_folder}/${folder} COMPONENT holdfast-module)
endforeach()
