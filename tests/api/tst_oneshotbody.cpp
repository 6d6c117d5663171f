// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/oneshotbody.h"

#include <QRegularExpression>
#include <QTest>

using namespace purser;

//! A body that Qt can't send a second time.
class TestOneShotBody : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isReadOnce();
    void isReadInParts();
    void cannotBeRewound();
    void peekingAfterTheEndGivesNothing();
    void cannotBeWritten();
    void emptyOneIsAtItsEnd();
};

void TestOneShotBody::isReadOnce()
{
    OneShotBody body(R"({"balance":1})");
    QVERIFY(body.isReadable());
    QVERIFY(!body.wasTaken());
    QCOMPARE(body.size(), 13);
    QCOMPARE(body.bytesAvailable(), 13);
    QVERIFY(!body.atEnd());

    QCOMPARE(body.readAll(), R"({"balance":1})");

    QVERIFY(body.wasTaken());
    QVERIFY(body.atEnd());
    QCOMPARE(body.bytesAvailable(), 0);
    QCOMPARE(body.readAll(), QByteArray());
}

void TestOneShotBody::isReadInParts()
{
    OneShotBody body("abcdef");
    char buffer[4] = {};

    QCOMPARE(body.read(buffer, 1), 1);
    QVERIFY(body.wasTaken()); // one byte is enough
    QCOMPARE(body.bytesAvailable(), 5);
    QCOMPARE(body.read(buffer, 4), 4);
    QCOMPARE(QByteArray(buffer, 4), "bcde");
    QCOMPARE(body.read(buffer, 4), 1);
    QCOMPARE(body.read(buffer, 4), -1);
}

void TestOneShotBody::cannotBeRewound()
{
    OneShotBody body("abcdef");
    QVERIFY(body.isSequential());
    QVERIFY(!body.reset()); // not even before the first byte: Qt would count on it later
    QCOMPARE(body.read(3), "abc");

    QVERIFY(!body.reset());
    QVERIFY(!body.seek(0));

    QCOMPARE(body.readAll(), "def");
}

void TestOneShotBody::peekingAfterTheEndGivesNothing()
{
    OneShotBody body("abc");
    QCOMPARE(body.readAll(), "abc");

    QCOMPARE(body.peek(3), QByteArray());
}

void TestOneShotBody::cannotBeWritten()
{
    OneShotBody body("abc");
    QVERIFY(!body.isWritable());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("ReadOnly")));
    QCOMPARE(body.write("x"), -1);
}

void TestOneShotBody::emptyOneIsAtItsEnd()
{
    OneShotBody body({});
    QVERIFY(body.atEnd());
    QVERIFY(!body.wasTaken());
    QCOMPARE(body.readAll(), QByteArray());
    QVERIFY(!body.wasTaken());
}

QTEST_APPLESS_MAIN(TestOneShotBody)
#include "tst_oneshotbody.moc"
