// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectionstatus.h"
#include "reconnectingwebsocket.h"

#include <QtQml/qqmlregistration.h>

// The enums of the library under their own names: ConnectionState.Connected. A namespace each,
// because enums that share one clash silently in QML.
namespace Holdfast::Declared {

namespace ConnectionStateEnum {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(Holdfast::ConnectionStates)
QML_NAMED_ELEMENT(ConnectionState)
} // namespace ConnectionStateEnum

namespace WaitReasonEnum {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(Holdfast::WaitReasons)
QML_NAMED_ELEMENT(WaitReason)
} // namespace WaitReasonEnum

namespace ErrorCategoryEnum {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(Holdfast::ErrorCategories)
QML_NAMED_ELEMENT(ErrorCategory)
} // namespace ErrorCategoryEnum

namespace CommitModeEnum {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(Holdfast::CommitModes)
QML_NAMED_ELEMENT(CommitMode)
} // namespace CommitModeEnum

namespace CursorModeEnum {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(Holdfast::CursorModes)
QML_NAMED_ELEMENT(CursorMode)
} // namespace CursorModeEnum

namespace ResyncReasonEnum {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(Holdfast::ResyncReasons)
QML_NAMED_ELEMENT(ResyncReason)
} // namespace ResyncReasonEnum

namespace DeliveryProofEnum {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(Holdfast::DeliveryProofs)
QML_NAMED_ELEMENT(DeliveryProof)
} // namespace DeliveryProofEnum

namespace ReasonEnum {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(Holdfast::Reasons)
QML_NAMED_ELEMENT(Reason)
} // namespace ReasonEnum

namespace MessageFailureEnum {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(Holdfast::MessageFailures)
QML_NAMED_ELEMENT(MessageFailure)
} // namespace MessageFailureEnum

namespace LivenessEnum {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(Holdfast::Livenesses)
QML_NAMED_ELEMENT(Liveness)
} // namespace LivenessEnum

namespace OverflowPolicyEnum {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(Holdfast::OverflowPolicies)
QML_NAMED_ELEMENT(OverflowPolicy)
} // namespace OverflowPolicyEnum

namespace JitterEnum {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(Holdfast::Jitters)
QML_NAMED_ELEMENT(Jitter)
} // namespace JitterEnum

namespace ReachabilityEnum {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(Holdfast::Reachabilities)
QML_NAMED_ELEMENT(Reachability)
} // namespace ReachabilityEnum

namespace TransportMediumEnum {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(Holdfast::TransportMedia)
QML_NAMED_ELEMENT(TransportMedium)
} // namespace TransportMediumEnum

namespace SeverityEnum {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(Holdfast::Severities)
QML_NAMED_ELEMENT(Severity)
} // namespace SeverityEnum

namespace StatusActionEnum {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(Holdfast::StatusActions)
QML_NAMED_ELEMENT(StatusAction)
} // namespace StatusActionEnum

} // namespace Holdfast::Declared
