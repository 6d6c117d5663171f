// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report.h"

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue tokenOrNull(const std::optional<Token> &token)
{
    return token ? QJsonValue(toJson(*token)) : QJsonValue(QJsonValue::Null);
}

// Decimals as texts, so that no reader makes binary fractions of them.

QJsonValue valueOf(Balance balance)
{
    return balance.toText();
}

QJsonValue valueOf(const MaybeBalance &balance)
{
    return balance ? QJsonValue(balance->toText()) : QJsonValue(QJsonValue::Null);
}

QJsonValue valueOf(const Expiry &expiry)
{
    return textOrNull(expiry.toIso8601());
}

QJsonValue valueOf(bool flag)
{
    return flag;
}

QJsonValue valueOf(ResetPeriod period)
{
    return resetPeriodText(period);
}

QJsonValue timeOrNull(const QDateTime &time)
{
    return textOrNull(time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString());
}

template <typename Value>
void insert(QJsonObject &object, Field field, const std::optional<Value> &value)
{
    if (value) {
        object.insert(namesOf(field).wire, valueOf(*value));
    }
}

QJsonValue errorOrNull(const std::optional<ReportedError> &error)
{
    if (!error) {
        return QJsonValue::Null;
    }
    return QJsonObject{
        {u"kind"_s, textOrNull(error->kind)},
        {u"status"_s, error->status == 0 ? QJsonValue(QJsonValue::Null) : error->status},
        {u"message"_s, textOrNull(error->message)},
        {u"request_id"_s, textOrNull(error->requestId)},
    };
}

} // namespace

ReportedError reportedError(const Failure &failure, const QString &message)
{
    ReportedError reported{kindWord(failure), message, 0, {}};
    if (const auto *error = std::get_if<ApiError>(&failure)) {
        reported.status = error->status;
        reported.requestId = error->requestId;
    }
    return reported;
}

QJsonObject toJson(const Report &report)
{
    QJsonObject object = report.others;
    object.insert("outcome"_L1, textOrNull(report.outcome));
    object.insert("token"_L1, textOrNull(report.tokenName));
    object.insert("before"_L1, tokenOrNull(report.before));
    object.insert("after"_L1, tokenOrNull(report.after));
    object.insert("change_id"_L1,
                  report.changeId == 0 ? QJsonValue(QJsonValue::Null)
                                       : QJsonValue(report.changeId));
    object.insert("error"_L1, errorOrNull(report.error));
    return object;
}

QJsonObject toJson(const Token &token)
{
    QJsonObject object{{u"name"_s, token.name}, {u"token_type"_s, token.typeText}};
    visitFields([&](Field field, auto inToken, auto /*inPatch*/) {
        insert(object, field, token.*inToken);
    });
    return object;
}

QJsonObject toJson(const TokenPatch &patch)
{
    QJsonObject object;
    visitFields([&](Field field, auto /*inToken*/, auto inPatch) {
        insert(object, field, patch.*inPatch);
    });
    return object;
}

QJsonObject toJson(const ChangeRecord &record)
{
    QJsonValue duration = QJsonValue::Null;
    if (record.duration) {
        duration = static_cast<qint64>(record.duration->count());
    }
    return {
        {u"id"_s, record.id},
        {u"account"_s, record.key.account},
        {u"origin"_s, record.key.origin},
        {u"token"_s, record.key.token},
        {u"created_at"_s, timeOrNull(record.createdAt)},
        {u"reason"_s, textOrNull(record.reason)},
        {u"before"_s, toJson(record.before)},
        {u"patch"_s, toJson(record.patch)},
        {u"expected"_s, toJson(record.expected)},
        {u"after"_s, tokenOrNull(record.after)},
        {u"outcome"_s, outcomeWord(record.outcome)},
        {u"settled_at"_s, timeOrNull(record.settledAt)},
        {u"settled_how"_s, textOrNull(record.settledHow)},
        {u"status"_s, record.status == 0 ? QJsonValue(QJsonValue::Null) : record.status},
        {u"request_id"_s, textOrNull(record.requestId)},
        {u"error"_s, textOrNull(record.error)},
        {u"duration_ms"_s, duration},
        {u"app_version"_s, textOrNull(record.appVersion)},
        {u"undoes"_s, record.undoes ? QJsonValue(*record.undoes) : QJsonValue(QJsonValue::Null)},
        {u"run"_s, textOrNull(record.run)},
        {u"account_id"_s, record.key.accountId},
        {u"service_url"_s, record.key.serviceUrl},
        {u"customer"_s, textOrNull(record.key.customer)},
        {u"token_id"_s, record.key.token},
        {u"seq"_s, record.seq},
        {u"read_seq"_s,
         record.readSeq ? QJsonValue(*record.readSeq) : QJsonValue(QJsonValue::Null)},
        {u"read_at"_s, timeOrNull(record.readAt)},
        {u"submit"_s, textOrNull(record.submit)},
        {u"kind"_s, record.kind},
        {u"batch"_s, textOrNull(record.batch)},
        {u"boot"_s, textOrNull(record.boot)},
    };
}

} // namespace purser::cli
