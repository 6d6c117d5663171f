// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/versions.h"

#include <QRegularExpression>
#include <QSysInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

class TestVersions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachPartHasAVersion_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("pattern");
        QTest::newRow("Purser") << u"Purser"_s
                                << QRegularExpression::escape(QStringLiteral(PURSER_VERSION))
                + ", commit 0123456789ab"_L1;
        QTest::newRow("Qt") << u"Qt"_s
                            << QRegularExpression::escape(QString::fromLatin1(qVersion()))
                + "(, built with [0-9.]+)?"_L1;
        QTest::newRow("QtKeychain") << u"QtKeychain"_s << u"built with 0\\.[0-9]+\\.[0-9]+"_s;
        QTest::newRow("SQLite") << u"SQLite"_s << u"3\\.[0-9]+\\.[0-9]+"_s;
        QTest::newRow("system") << u"System"_s
                                << QRegularExpression::escape(QSysInfo::prettyProductName())
                + ", .+"_L1;
    }
    void eachPartHasAVersion()
    {
        QFETCH(QString, part);
        QFETCH(QString, pattern);
        const auto versions = wording::partVersions(u"0123456789ab"_s);
        for (const auto &[name, version] : versions) {
            if (name == part) {
                const QRegularExpression wanted(QRegularExpression::anchoredPattern(pattern));
                QVERIFY2(wanted.match(version).hasMatch(), qPrintable(version));
                return;
            }
        }
        QFAIL("not named");
    }

    void anUnknownCommitIsNotSpokenOf()
    {
        QCOMPARE(wording::partVersions(QString()).front(),
                 (wording::PartVersion{u"Purser"_s, QStringLiteral(PURSER_VERSION)}));
    }

    //! Whoever asks twice gets no warning about a connection that is there already.
    void askingAgainIsAllowed()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        QCOMPARE(wording::partVersions({}), wording::partVersions({}));
    }

    void theTextHasOnePartALine()
    {
        QCOMPARE(wording::versionsText({{u"Purser"_s, u"0.1.0"_s}, {u"Qt"_s, u"6.4.2"_s}}),
                 u"Purser: 0.1.0\nQt: 6.4.2\n"_s);
    }
};

QTEST_GUILESS_MAIN(TestVersions)
#include "tst_versions.moc"
