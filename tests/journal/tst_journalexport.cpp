// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalexport.h"
#include "journalbench.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

const auto Header = "id,account,origin,token,created_at,reason,before,patch,expected,after,outcome,"
                    "settled_at,settled_how,status,request_id,error,duration_ms,app_version,undoes,"
                    "run,account_id,service_url,customer,token_id,seq,read_seq,read_at,submit,kind,"
                    "batch,boot\r\n"_ba;

QByteArray exported(Journal &journal, ExportFormat format, const JournalFilter &filter = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto rows = exportJournal(journal, filter, format, buffer);
    return rows ? buffer.data() : QByteArray();
}

//! The cells of all rows but the first, read by the rules of RFC 4180.
QList<QStringList> cellsOf(const QByteArray &csv)
{
    const QString text = QString::fromUtf8(csv);
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool isQuoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (isQuoted && c == u'"' && text.mid(at + 1, 1) == u'"') {
            cell += text.at(++at);
        } else if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && c == u',') {
            row.append(std::exchange(cell, {}));
        } else if (!isQuoted && c == u'\r') {
            row.append(std::exchange(cell, {}));
            rows.append(std::exchange(row, {}));
            ++at;
        } else {
            cell += c;
        }
    }
    return rows.mid(1);
}

} // namespace

class TestJournalExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void anEmptyJournalMakesAWholeFile()
    {
        JournalBench bench;
        QCOMPARE(exported(bench.journal, ExportFormat::Csv), Header);
        const auto json = QJsonDocument::fromJson(exported(bench.journal, ExportFormat::Json));
        QVERIFY(json.isArray());
        QVERIFY(json.array().isEmpty());
    }

    void csvHasEveryColumn()
    {
        JournalBench bench;
        ChangeRecord record = sampleChange();
        record.reason = u"a, \"b\"\nc"_s;
        const auto id = appendTo(bench.journal, record, false);
        ChangeEnd end;
        end.outcome = Outcome::Applied;
        end.how = settledhow::Reply;
        end.at = timeAt(1'000);
        end.status = 200;
        end.duration = std::chrono::milliseconds(17);
        QVERIFY(!bench.journal.end(*id, end));

        const QByteArray csv = exported(bench.journal, ExportFormat::Csv);

        QVERIFY(csv.startsWith(Header));
        QVERIFY(csv.endsWith(",reply,200,,,17,0.1.0,,run-1,Work,https://api.edenai.run,,team,2,0,,,"
                             "edit,,\r\n"));
        const auto rows = cellsOf(csv);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().size(), 31);
        QCOMPARE(rows.first().mid(0, 8),
                 QStringList({u"1"_s, u"Work"_s, u"https://api.edenai.run"_s, u"team"_s,
                              u"2026-11-24T15:04:05.678Z"_s, u"a, \"b\"\nc"_s,
                              uR"({"active_balance":true,"balance":50,"expire_time":null,)"
                              R"("name":"team","token_type":"api_token"})"_s,
                              u"{\"balance\":75}"_s}));
        QCOMPARE(rows.first().at(10), u"applied"_s);
        QCOMPARE(rows.first().at(11), u"2026-11-24T15:04:06.678Z"_s);
    }

    void csvCellsAreNoFormulas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        for (const QString &text :
             {u"=1+1"_s, u"+1"_s, u"-1"_s, u"@SUM(A1)"_s, u"\t=1"_s, u"\r=1"_s, u"\n=1"_s,
              u"  =1"_s, u"\u00a0+1"_s, u"\u2060=1"_s, u"\u200b-1"_s, u"\uff1d1"_s, u"\uff201"_s,
              u"=cmd|'/c x'!A1, \"y\""_s}) {
            QTest::newRow(qPrintable(text)) << text << u'\'' + text;
        }
        for (const QString &text : {u"plain"_s, u"a=1"_s, u"'quoted'"_s, u"é, 数"_s}) {
            QTest::newRow(qPrintable(text)) << text << text;
        }
    }
    void csvCellsAreNoFormulas()
    {
        QFETCH(QString, text);
        QFETCH(QString, cell);
        JournalBench bench;
        ChangeRecord record = sampleChange(text);
        record.key.account = text;
        record.reason = text;
        const auto id = appendTo(bench.journal, record, false);
        ChangeEnd end;
        end.outcome = Outcome::Rejected;
        end.error = text;
        end.requestId = text;
        QVERIFY(!bench.journal.end(*id, end));

        const auto rows = cellsOf(exported(bench.journal, ExportFormat::Csv));

        QCOMPARE(rows.size(), 1);
        for (const int column : {1, 3, 5, 14, 15, 23}) {
            QCOMPARE(rows.first().at(column), cell);
        }
    }

    //! Whoever may write to the file (another program) may put a formula into any column.
    void noColumnIsAFormula_data()
    {
        QTest::addColumn<QString>("column");
        for (const auto *column : {"account", "origin", "token", "reason", "settled_how",
                                   "request_id", "error", "app_version", "run", "account_id",
                                   "service_url", "customer", "submit", "batch", "boot"}) {
            QTest::newRow(column) << QString::fromLatin1(column);
        }
    }
    void noColumnIsAFormula()
    {
        QFETCH(QString, column);
        JournalBench bench;
        QVERIFY(bench.add(Outcome::Applied) > 0);
        RawConnection(bench.path)
            .rows(u"UPDATE changes SET seq = seq + 1, %1 = '=1+1'"_s.arg(column));

        const auto rows = cellsOf(exported(bench.journal, ExportFormat::Csv));

        const auto index = QString::fromLatin1(Header.trimmed()).split(u',').indexOf(column);
        QCOMPARE(rows.first().at(index), u"'=1+1"_s);
        for (const QString &cell : rows.first()) {
            QVERIFY2(!cell.startsWith(u'='), qPrintable(cell));
        }
    }

    void jsonHasEveryColumnWithItsType()
    {
        JournalBench bench;
        QVERIFY(bench.add(Outcome::Applied) > 0);
        QVERIFY(bench.add(Outcome::Sent, u"team"_s, 1) > 0);

        const auto json = QJsonDocument::fromJson(exported(bench.journal, ExportFormat::Json));

        QVERIFY(json.isArray());
        QCOMPARE(json.array().size(), 2);
        const QJsonObject first = json.array().at(0).toObject();
        QStringList keys = first.keys();
        QStringList columns = QString::fromLatin1(Header.trimmed()).split(u',');
        columns.sort();
        QCOMPARE(keys, columns);
        QCOMPARE(first.value(u"id"_s).toInt(), 1);
        QCOMPARE(first.value(u"patch"_s).toObject(), QJsonObject({{u"balance"_s, 75}}));
        QVERIFY(first.value(u"before"_s).toObject().value(u"expire_time"_s).isNull());
        for (const auto *column : {"after", "reason", "status", "duration_ms", "undoes", "error"}) {
            QVERIFY2(first.value(QLatin1StringView(column)).isNull(), column);
        }
        const QJsonObject second = json.array().at(1).toObject();
        QCOMPARE(second.value(u"undoes"_s).toInt(), 1);
        QCOMPARE(second.value(u"read_seq"_s).toInt(), 3);
        QVERIFY(second.value(u"settled_at"_s).isNull());
    }

    void theFilterDecidesAndTheOldestComesFirst()
    {
        JournalBench bench;
        for (const QString &token : {u"b1"_s, u"a"_s, u"b2"_s}) {
            QVERIFY(bench.add(Outcome::Applied, token) > 0);
        }
        JournalFilter filter;
        filter.token = u"b"_s;
        const auto rows = cellsOf(exported(bench.journal, ExportFormat::Csv, filter));
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).at(3), u"b1"_s);
        QCOMPARE(rows.at(1).at(3), u"b2"_s);
    }

    void progressCountsAndCancels_data()
    {
        QTest::addColumn<qint64>("cancelAt");
        QTest::addColumn<QList<qint64>>("steps");
        QTest::newRow("to the end") << qint64(-1) << QList<qint64>{0, 1'000, 2'000, 2'001};
        QTest::newRow("cancelled at once") << qint64(0) << QList<qint64>{0};
        QTest::newRow("cancelled in between") << qint64(1'000) << QList<qint64>{0, 1'000};
    }
    void progressCountsAndCancels()
    {
        QFETCH(qint64, cancelAt);
        QFETCH(QList<qint64>, steps);
        JournalBench bench;
        QVERIFY(bench.add(Outcome::Applied) > 0);
        RawConnection(bench.path)
            .rows(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
                  "INSERT INTO changes (account, origin, token, created_at, \"before\", patch, "
                  "expected, outcome, app_version, run, account_id, service_url, token_id, seq, "
                  "kind) SELECT account, origin, token || i, created_at, \"before\", patch, "
                  "expected, outcome, app_version, run, account_id, service_url, token || i, "
                  "seq + i, kind "
                  "FROM changes, n"_s);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QList<qint64> seen;

        const auto rows = exportJournal(bench.journal, {}, ExportFormat::Json, buffer,
                                        [&](qint64 done, qint64 total) {
                                            seen.append(done);
                                            return total == 2'001 && done != cancelAt;
                                        });

        QCOMPARE(seen, steps);
        QCOMPARE(rows.hasValue(), cancelAt < 0);
        if (rows) {
            QCOMPARE(*rows, 2'001);
            QCOMPARE(QJsonDocument::fromJson(buffer.data()).array().size(), 2'001);
        } else {
            QCOMPARE(rows.error().kind, ExportProblem::Kind::Cancelled);
        }
    }

    void aDeviceThatTakesNoMoreIsSaid_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::newRow("csv") << ExportFormat::Csv;
        QTest::newRow("json") << ExportFormat::Json;
    }
    void aDeviceThatTakesNoMoreIsSaid()
    {
        QFETCH(ExportFormat, format);
        JournalBench bench;
        QVERIFY(bench.add(Outcome::Applied) > 0);
        QBuffer closed; // as a device that fails; it warns of it
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(u"QIODevice::write.*device not open"_s));
        const auto rows = exportJournal(bench.journal, {}, format, closed);
        QVERIFY(!rows.hasValue());
        QCOMPARE(rows.error().kind, ExportProblem::Kind::Write);
#ifdef Q_OS_LINUX
        QFile full(u"/dev/full"_s); // takes everything, and fails when it is to go out
        QVERIFY(full.open(QIODevice::WriteOnly));
        const auto lost = exportJournal(bench.journal, {}, format, full);
        QVERIFY(!lost.hasValue());
        QCOMPARE(lost.error().kind, ExportProblem::Kind::Write);
        QVERIFY(!lost.error().detail.isEmpty());
#endif
    }

    void aJournalThatCannotBeReadIsSaid()
    {
        const JournalBench bench;
        Journal none(QString(), u"run-1"_s);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const auto rows = exportJournal(none, {}, ExportFormat::Csv, buffer);
        QVERIFY(!rows.hasValue());
        QCOMPARE(rows.error().kind, ExportProblem::Kind::Journal);
        QVERIFY(rows.error().journal.has_value());
        QVERIFY(buffer.data().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestJournalExport)
#include "tst_journalexport.moc"
