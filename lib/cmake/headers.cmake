# SPDX-FileCopyrightText: 2026 The Holdfast authors
# SPDX-License-Identifier: MIT

# What is public. A class stands for its header: core/ConnectionError is core/connectionerror.h, and applications
# say #include <Holdfast/ConnectionError>. What is not in this list is not installed.
set(HOLDFAST_PUBLIC_CLASSES
    ConnectionSnapshot
    ReconnectingWebSocket
    RequestReply
    core/Backoff
    core/CommitMode
    core/ConnectionError
    core/ConnectionState
    core/Cursor
    core/CursorMode
    core/Frame
    core/Greeting
    core/Instant
    core/Message
    core/MessageFailure
    core/NetworkFacts
    core/Pacing
    core/Policy
    core/Reason
    core/ResyncReason
    core/Verdict
    io/HealthCheckMonitor
    io/MemoryMessageStore
    io/MessageStore
    io/NetworkMonitor
    io/SettingsMessageStore
    io/StoreBinding
    io/StoredMessage
    io/StoreError
    io/SystemNetworkMonitor
    protocols/Envelope
    protocols/EnvelopeProtocol
    protocols/PlainProtocol
    protocols/Protocol
    ui/ConnectionHistory
    ui/ConnectionStatus
    ui/Severity
    ui/StatusAction)

set(HOLDFAST_PUBLIC_HEADERS ${CMAKE_CURRENT_SOURCE_DIR}/core/holdfastglobal.h)
if(HOLDFAST_BUILD_HUB)
    list(APPEND HOLDFAST_PUBLIC_CLASSES
        hub/Hub
        hub/HubAnswer
        hub/HubAuthentication
        hub/HubFaults
        hub/HubMessage
        hub/HubPolicy
        hub/HubPresence)
    list(APPEND HOLDFAST_PUBLIC_HEADERS ${CMAKE_CURRENT_SOURCE_DIR}/hub/hubglobal.h)
endif()
set(HOLDFAST_FORWARDING_HEADERS)
set(forwarding_folder ${PROJECT_BINARY_DIR}/include/Holdfast)
foreach(class IN LISTS HOLDFAST_PUBLIC_CLASSES)
    string(TOLOWER ${class}.h path)
    list(APPEND HOLDFAST_PUBLIC_HEADERS ${CMAKE_CURRENT_SOURCE_DIR}/${path})
    get_filename_component(name ${class} NAME)
    get_filename_component(header ${path} NAME)
    file(CONFIGURE OUTPUT ${forwarding_folder}/${name} CONTENT "#include \"${header}\"\n")
    list(APPEND HOLDFAST_FORWARDING_HEADERS ${forwarding_folder}/${name})
endforeach()
# The folder as it will be installed, for those who build against the sources.
foreach(path IN LISTS HOLDFAST_PUBLIC_HEADERS)
    get_filename_component(header ${path} NAME)
    file(CONFIGURE OUTPUT ${forwarding_folder}/${header} CONTENT "#include \"${path}\"\n")
endforeach()
