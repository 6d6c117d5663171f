// SPDX-License-Identifier: GPL-3.0-or-later
#include "historybench.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

using Bench = HistoryBench;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

//! What leaves the history window: copies and exports.
class TestHistoryExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void selectedRowsAreCopiedAsATable_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("button") << false;
        QTest::newRow("Ctrl+C") << true;
    }
    void selectedRowsAreCopiedAsATable()
    {
        QFETCH(bool, byKey);
        HistoryJournal file;
        file.add(u"first"_s);
        ChangeRecord record = HistoryJournal::record(u"second"_s);
        record.reason = u"=1+1\tand\nmore"_s;
        file.add(record, Outcome::Rejected);
        const Bench bench(file);
        QVERIFY(!bench.button(u"copyButton"_s)->isEnabled());
        bench.clickRow(0);
        bench.clickRow(1, Qt::ShiftModifier);
        QGuiApplication::clipboard()->clear();
        if (byKey) {
            QTest::keyClick(bench.table(), Qt::Key_C, Qt::ControlModifier);
        } else {
            bench.click(u"copyButton"_s);
        }
        const QString change = u"Balance 50.00 \u2192 99.50; Expiry \u2192 Never"_s;
        const QString expected = u"Time\tAccount\tToken\tChange\tOutcome\tReason\n"
                                 "2026-11-24 15:17:44\tMarketing\tsecond\t%1\tRejected\t"
                                 "'=1+1 and more\n"
                                 "2026-11-24 15:17:44\tMarketing\tfirst\t%1\tApplied\t"
                                 "monthly top-up\n"_s.arg(change);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), expected);
    }

    void tooManyRowsAreNotCopied()
    {
        HistoryJournal file;
        file.multiply(file.add(u"original"_s), HistoryWindow::MaximumCopiedRows);
        const Bench bench(file);
        QTRY_VERIFY(bench.rows() > HistoryWindow::MaximumCopiedRows);
        QGuiApplication::clipboard()->setText(u"before"_s);
        QTest::keyClick(bench.table(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(bench.table(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(bench.note().contains(u"export"_s), qPrintable(bench.note()));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    }

    void onlyWhatIsFilteredIsExported()
    {
        HistoryJournal file;
        addMixture(file);
        Bench bench(file);
        QTest::keyClicks(bench.edit(u"historyTokenEdit"_s), u"chat"_s);
        QTRY_COMPARE(bench.rows(), 2);
        const QString path = file.filePath(u"out.csv"_s);
        bench.exportTo(path);
        bench.waitForExport();
        QCOMPARE(bench.suggestedName,
                 u"purser-changes-%1.csv"_s.arg(QDate::currentDate().toString(Qt::ISODate)));
        QVERIFY2(bench.exportNote().startsWith(u"2 change"_s)
                     && bench.exportNote().contains(QDir::toNativeSeparators(path)),
                 qPrintable(bench.exportNote()));
        const QList<QByteArray> lines = contentOf(path).trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines.at(0).startsWith("id,account,origin,token,"), lines.at(0).constData());
        QVERIFY(lines.at(1).contains(",chatbot,"));
        QVERIFY(lines.at(2).contains(",Chatbot-2,"));
    }

    void theFileDialogDoesNotBlock()
    {
        HistoryJournal file;
        file.add(u"chatbot"_s);
        const Bench bench(file);
        bench.click(u"exportButton"_s);
        auto *dialog = bench.window.findChild<QFileDialog *>(u"historyFileDialog"_s);
        QVERIFY(dialog);
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
        QCOMPARE(dialog->nameFilters().size(), 2);
        const QString path = file.filePath(u"chosen"_s);
        auto *name = dialog->findChild<QLineEdit *>();
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        bench.waitForExport();
        QTRY_VERIFY(contentOf(path + ".csv"_L1).contains("chatbot"));
    }

    void aNameThatEndsInJsonGetsJson()
    {
        HistoryJournal file;
        addMixture(file);
        Bench bench(file);
        const QString path = file.filePath(u"out.JSON"_s);
        bench.exportTo(path);
        bench.waitForExport();
        const QJsonArray rows = QJsonDocument::fromJson(contentOf(path)).array();
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows.at(0).toObject().value("token"_L1).toString(), u"summaries"_s);
        QCOMPARE(rows.at(0).toObject().value("outcome"_L1).toString(), u"rejected"_s);
        QVERIFY2(bench.exportNote().contains(u"JSON"_s), qPrintable(bench.exportNote()));
    }

    void aCancelledExportLeavesWhatWasThere_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("an older file") << QByteArray("older");
    }
    void aCancelledExportLeavesWhatWasThere()
    {
        QFETCH(QByteArray, before);
        HistoryJournal file;
        file.multiply(file.add(u"original"_s), 50'000);
        Bench bench(file);
        QTRY_COMPARE(bench.rows(), 50'001);
        QDir().mkpath(file.filePath(u"exports"_s));
        const QString path = file.filePath(u"exports/out.csv"_s);
        if (!before.isEmpty()) {
            QFile older(path);
            QVERIFY(older.open(QIODevice::WriteOnly));
            older.write(before);
        }
        bench.exportTo(path);
        QVERIFY(bench.button(u"historyExportCancelButton"_s)->isVisible());
        QVERIFY(!bench.button(u"exportButton"_s)->isEnabled());
        bench.click(u"historyExportCancelButton"_s);
        bench.waitForExport();
        QVERIFY2(bench.exportNote().contains(u"cancelled"_s), qPrintable(bench.exportNote()));
        QCOMPARE(contentOf(path), before);
        QCOMPARE(QDir(file.filePath(u"exports"_s)).entryList(QDir::Files).size(),
                 before.isEmpty() ? 0 : 1);
    }

    void aWindowThatEndsCancelsItsExport()
    {
        HistoryJournal file;
        file.multiply(file.add(u"original"_s), 50'000);
        const QString path = file.filePath(u"out.csv"_s);
        {
            Bench bench(file);
            QTRY_COMPARE(bench.rows(), 50'001);
            bench.exportTo(path);
        }
        QVERIFY(!QFile::exists(path));
    }

    void aPlaceThatCantBeWrittenIsSaid()
    {
        HistoryJournal file;
        file.add(u"chatbot"_s);
        Bench bench(file);
        bench.exportTo(file.filePath(u"no/such/folder/out.csv"_s));
        bench.waitForExport();
        QVERIFY2(bench.exportNote().startsWith(u"Nothing was exported"_s),
                 qPrintable(bench.exportNote()));
        QVERIFY(!bench.exportNote().contains(u"()"_s)); // it says why
    }
};

QTEST_MAIN(TestHistoryExport)
#include "tst_historyexport.moc"
