// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalexport.h"

#include "journal/journaljson.h"
#include "journal/journalrows.h"
#include "journal/journalschema.h"

#include <QFileDevice>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

//! Every cell goes through here: a number of ours is none that begins with a sign.
QString csvCell(const QString &content)
{
    QString text = spreadsheetText(content);
    const bool needsQuotes =
        text.contains(u'"') || text.contains(u',') || text.contains(u'\r') || text.contains(u'\n');
    return needsQuotes ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text;
}

QByteArray csvRow(const QStringList &cells)
{
    QStringList row;
    for (const QString &cell : cells) {
        row.append(csvCell(cell));
    }
    return (row.join(u',') + "\r\n"_L1).toUtf8();
}

QByteArray csvRow(const ChangeRecord &record)
{
    return csvRow({QString::number(record.id),
                   record.key.account,
                   record.key.origin,
                   record.key.token,
                   timeValue(record.createdAt).toString(),
                   record.reason,
                   journalJson(record.before),
                   journalJson(record.patch),
                   journalJson(record.expected),
                   record.after ? journalJson(*record.after) : QString(),
                   outcomeWord(record.outcome),
                   timeValue(record.settledAt).toString(),
                   record.settledHow,
                   statusValue(record.status).toString(),
                   record.requestId,
                   record.error,
                   durationValue(record.duration).toString(),
                   record.appVersion,
                   record.undoes ? QString::number(*record.undoes) : QString(),
                   record.run,
                   record.key.accountId,
                   record.key.serviceUrl,
                   record.key.customer,
                   record.key.token,
                   QString::number(record.seq),
                   record.readSeq ? QString::number(*record.readSeq) : QString(),
                   timeValue(record.readAt).toString(),
                   record.submit,
                   record.kind,
                   record.batch,
                   record.boot});
}

QByteArray jsonObject(const ChangeRecord &record)
{
    const auto value = [](const QVariant &column) { return QJsonValue::fromVariant(column); };
    const QJsonObject object{
        {u"id"_s, record.id},
        {u"account"_s, record.key.account},
        {u"origin"_s, record.key.origin},
        {u"token"_s, record.key.token},
        {u"created_at"_s, value(timeValue(record.createdAt))},
        {u"reason"_s, value(textValue(record.reason))},
        {u"before"_s, journalObject(record.before)},
        {u"patch"_s, journalObject(record.patch)},
        {u"expected"_s, journalObject(record.expected)},
        {u"after"_s, record.after ? QJsonValue(journalObject(*record.after)) : QJsonValue()},
        {u"outcome"_s, outcomeWord(record.outcome)},
        {u"settled_at"_s, value(timeValue(record.settledAt))},
        {u"settled_how"_s, value(textValue(record.settledHow))},
        {u"status"_s, value(statusValue(record.status))},
        {u"request_id"_s, value(textValue(record.requestId))},
        {u"error"_s, value(textValue(record.error))},
        {u"duration_ms"_s, value(durationValue(record.duration))},
        {u"app_version"_s, record.appVersion},
        {u"undoes"_s, record.undoes ? QJsonValue(*record.undoes) : QJsonValue()},
        {u"run"_s, record.run},
        {u"account_id"_s, record.key.accountId},
        {u"service_url"_s, record.key.serviceUrl},
        {u"customer"_s, value(textValue(record.key.customer))},
        {u"token_id"_s, record.key.token},
        {u"seq"_s, record.seq},
        {u"read_seq"_s, record.readSeq ? QJsonValue(*record.readSeq) : QJsonValue()},
        {u"read_at"_s, value(timeValue(record.readAt))},
        {u"submit"_s, value(textValue(record.submit))},
        {u"kind"_s, record.kind},
        {u"batch"_s, value(textValue(record.batch))},
        {u"boot"_s, value(textValue(record.boot))}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

//! What stands before the rows, before each of them, and after them all.
class Writer {
public:
    Writer(QIODevice &device, ExportFormat format) : m_device(device), m_format(format) { }

    void begin() { put(m_format == ExportFormat::Csv ? csvRow(changeColumns()) : "["_ba); }
    void add(const ChangeRecord &record)
    {
        if (m_format == ExportFormat::Csv) {
            put(csvRow(record));
        } else {
            put((m_rows == 0 ? "\n"_ba : ",\n"_ba) + jsonObject(record));
        }
        ++m_rows;
    }
    void finish()
    {
        if (m_format == ExportFormat::Json) {
            put(m_rows == 0 ? "]\n"_ba : "\n]\n"_ba);
        }
        // Else a full disk would show only after this said that all is well.
        if (auto *file = qobject_cast<QFileDevice *>(&m_device); file != nullptr) {
            m_failed = m_failed || !file->flush();
        }
    }
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    [[nodiscard]] qint64 rows() const { return m_rows; }

private:
    void put(const QByteArray &bytes)
    {
        m_failed = m_failed || m_device.write(bytes) != bytes.size();
    }

    QIODevice &m_device;
    ExportFormat m_format;
    qint64 m_rows = 0;
    bool m_failed = false;
};

Unexpected<ExportProblem> failed(const JournalProblem &problem)
{
    return {{ExportProblem::Kind::Journal, problem, problem.detail}};
}

} // namespace

QString spreadsheetText(const QString &text)
{
    constexpr QStringView Starts = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20"; // the wide ones too
    const auto isPassedOver = [](QChar c) {
        return c == u' ' || c == QChar::Nbsp || c.category() == QChar::Other_Format;
    };
    const auto *first = std::find_if_not(text.cbegin(), text.cend(), isPassedOver);
    return first != text.cend() && Starts.contains(*first) ? u'\'' + text : text;
}

Expected<qint64, ExportProblem> exportJournal(Journal &journal, const JournalFilter &filter,
                                              ExportFormat format, QIODevice &device,
                                              const ExportProgress &progress)
{
    constexpr qsizetype PageSize = 1'000;
    const auto ids = journal.ids(filter, JournalColumn::Id, Qt::AscendingOrder);
    if (!ids) {
        return failed(ids.error());
    }
    Writer writer(device, format);
    writer.begin();
    for (qsizetype done = 0; !writer.hasFailed(); done += PageSize) {
        const qsizetype count = std::min(done, ids->size());
        if (progress && !progress(count, ids->size())) {
            return Unexpected{ExportProblem{ExportProblem::Kind::Cancelled, std::nullopt, {}}};
        }
        if (count == ids->size()) {
            break;
        }
        const auto page = journal.changes(ids->mid(done, PageSize));
        if (!page) {
            return failed(page.error());
        }
        for (const ChangeRecord &record : *page) {
            writer.add(record);
        }
    }
    writer.finish();
    if (writer.hasFailed()) {
        return Unexpected{
            ExportProblem{ExportProblem::Kind::Write, std::nullopt, device.errorString()}};
    }
    return writer.rows();
}

} // namespace purser
