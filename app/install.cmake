# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# holdfast-demo as desktops know it.
include(GNUInstallDirs)
holdfast_install_program(holdfast-demo)

set(resources ${PROJECT_SOURCE_DIR}/resources)
install(FILES ${resources}/holdfast-demo.desktop
    DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT holdfast-demo)
install(FILES ${resources}/dev.holdfast.demo.metainfo.xml
    DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT holdfast-demo)
set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
foreach(size 16 22 24 32 48 64 128 256)
    install(FILES ${resources}/icons/holdfast-${size}.png
        DESTINATION ${icons}/${size}x${size}/apps RENAME holdfast.png COMPONENT holdfast-demo)
endforeach()
install(FILES ${resources}/icons/holdfast.svg DESTINATION ${icons}/scalable/apps COMPONENT holdfast-demo)
