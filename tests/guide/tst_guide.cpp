// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

#include <QtQml/qqmlcomponent.h>
#include <QtQml/qqmlengine.h>
#include <QtTest/qtest.h>

#include <memory>

//! What the guide quotes of QML can be loaded, and gives no warning.
class tst_Guide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSnippetsLoad();
};

void tst_Guide::theSnippetsLoad()
{
    QStringList warnings;
    QQmlEngine engine;
    connect(&engine, &QQmlEngine::warnings, this, [&](const QList<QQmlError> &errors) {
        for (const QQmlError &error : errors)
            warnings += error.toString();
    });
    QQmlComponent component(
        &engine,
        QUrl::fromLocalFile(QStringLiteral(HOLDFAST_SOURCE_DIR "/tests/guide/Snippets.qml")));
    const std::unique_ptr<QObject> loaded(component.create());
    QVERIFY2(loaded, qPrintable(component.errorString()));
    QCOMPARE(warnings, QStringList());
}

QTEST_MAIN(tst_Guide)
#include "tst_guide.moc"
