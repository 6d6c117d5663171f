// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report.h"

#include "cli/words.h"

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
    object.insert("change_id"_L1, QJsonValue::Null); // for a journal, once there is one
    object.insert("error"_L1, errorOrNull(report.error));
    return object;
}

QJsonObject toJson(const Token &token)
{
    QJsonObject object{{u"name"_s, token.name}, {u"token_type"_s, token.typeText}};
    if (token.balance) {
        object.insert("balance"_L1,
                      *token.balance ? QJsonValue((*token.balance)->toText())
                                     : QJsonValue(QJsonValue::Null));
    }
    if (token.expiry) {
        object.insert("expire_time"_L1, textOrNull(token.expiry->toIso8601()));
    }
    if (token.activeBalance) {
        object.insert("active_balance"_L1, *token.activeBalance);
    }
    return object;
}

} // namespace purser::cli
