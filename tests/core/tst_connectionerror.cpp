// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include "connectionerror.h"
#include "qtcompat.h"

#include <QtCore/qmetaobject.h>
#include <QtCore/qvariant.h>
#include <QtTest/qtest.h>

using namespace Holdfast;
using namespace Qt::StringLiterals;

namespace {

ConnectionError someError()
{
    ConnectionError error;
    error.category = ErrorCategory::ServerBusy;
    error.closeCode = 1006;
    error.httpStatus = 503;
    error.reason = u"too busy"_s;
    error.detail = u"Retry-After: 7"_s;
    error.willRetry = true;
    error.at = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), QtCompat::Utc);
    return error;
}

} // namespace

class tst_ConnectionError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNoErrorAtFirst();
    void comparesAllThatItSays();
    void canBeReadThroughItsProperties();
};

void tst_ConnectionError::isNoErrorAtFirst()
{
    const ConnectionError error;
    QCOMPARE(error.category, ErrorCategory::None);
    QCOMPARE(error.closeCode, 0);
    QCOMPARE(error.httpStatus, 0);
    QVERIFY(!error.willRetry);
    QVERIFY(!error.at.isValid());
}

void tst_ConnectionError::comparesAllThatItSays()
{
    QCOMPARE(someError(), someError());
    ConnectionError other = someError();
    other.detail = u"Retry-After: 8"_s;
    QVERIFY(other != someError());
    other = someError();
    other.at = other.at.addMSecs(1);
    QVERIFY(other != someError());
}

void tst_ConnectionError::canBeReadThroughItsProperties()
{
    const ConnectionError error = someError();
    const auto read = [&](const char *name) {
        const QMetaObject &meta = ConnectionError::staticMetaObject;
        return meta.property(meta.indexOfProperty(name)).readOnGadget(&error);
    };
    QCOMPARE(read("category").value<ErrorCategory>(), ErrorCategory::ServerBusy);
    QCOMPARE(read("closeCode").toInt(), 1006);
    QCOMPARE(read("httpStatus").toInt(), 503);
    QCOMPARE(read("reason").toString(), u"too busy"_s);
    QCOMPARE(read("detail").toString(), u"Retry-After: 7"_s);
    QCOMPARE(read("willRetry").toBool(), true);
    QCOMPARE(read("at").toDateTime(), error.at);
    QCOMPARE(QVariant::fromValue(error).value<ConnectionError>(), error);
}

QTEST_GUILESS_MAIN(tst_ConnectionError)
#include "tst_connectionerror.moc"
