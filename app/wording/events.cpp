// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/parts.h"
#include "wording/tr.h"
#include "wording/wording.h"

using namespace Qt::StringLiterals;

namespace purser::wording {

namespace {

QString withStatus(const QString &sentence, int status)
{
    return status == 0 ? sentence : sentence.arg(status);
}

//! The service's own words, as a sentence of their own.
QString serviceWords(const ApiError &error)
{
    QStringList words;
    if (!error.serviceMessage.isEmpty()) {
        words.append(error.serviceMessage);
    }
    for (auto field = error.fieldMessages.cbegin(); field != error.fieldMessages.cend(); ++field) {
        words.append(Wording::tr("%1: %2").arg(field.key(), field.value().join(u' ')));
    }
    if (words.isEmpty()) {
        return {};
    }
    return Wording::tr("It says: \u201c%1\u201d").arg(words.join(u' '));
}

QString waitAdvice(const ApiError &error)
{
    if (!error.retryAfter) {
        return Wording::tr("Wait a little, then try again.");
    }
    return Wording::tr("Try again in %n second(s).", nullptr,
                       static_cast<int>(error.retryAfter->count()));
}

//! What to do after an error, whether it was of a read or a change that did not happen.
QString advice(const ApiError &error)
{
    switch (error.kind) {
    case ApiErrorKind::InvalidName:
        return Wording::tr("Correct the name.");
    case ApiErrorKind::Cancelled:
        return {};
    case ApiErrorKind::NameResolution:
    case ApiErrorKind::ConnectionRefused:
        return Wording::tr("Check the network and the account's service URL, then try again.");
    case ApiErrorKind::Deadline:
    case ApiErrorKind::Outdated:
    case ApiErrorKind::ClocksApart:
    case ApiErrorKind::ConnectionLost:
    case ApiErrorKind::Server:
        return Wording::tr("Try again in a moment.");
    case ApiErrorKind::Tls:
        return Wording::tr("Check the computer's date and the service URL; on a company network, "
                           "ask whether connections are inspected.");
    case ApiErrorKind::Redirected:
        return Wording::tr("Check the account's service URL: it may have moved.");
    case ApiErrorKind::SignIn:
        return Wording::tr("Sign in again, then go on.");
    case ApiErrorKind::Forbidden:
        return Wording::tr("Sign in with the session JWT of an account administrator.");
    case ApiErrorKind::NotFound:
        return Wording::tr("Check the name, and the account's service URL.");
    case ApiErrorKind::Validation:
    case ApiErrorKind::Rejected:
        return Wording::tr("Correct what it names, then try again.");
    case ApiErrorKind::Throttled:
        return waitAdvice(error);
    case ApiErrorKind::MalformedReply:
    case ApiErrorKind::ReplyTooLarge:
        return Wording::tr("Check the account's service URL; if it is right, the service has a "
                           "fault.");
    }
    return {};
}

QString signedOutText()
{
    return Wording::tr("No JWT is in the keychain for this account: you are signed out.");
}

Notice withMeaning(Notice notice, const QString &meaning)
{
    notice.meaning = meaning;
    return notice;
}

} // namespace

QString quoted(const QString &name)
{
    constexpr qsizetype Shown = 60; // a 200-character name would push the sentence away
    return Wording::tr("\u201c%1\u201d")
        .arg(name.size() <= Shown ? name : name.left(Shown - 1) + u'\u2026');
}

QString joined(const QString &a, const QString &b)
{
    return a.isEmpty() || b.isEmpty() ? a + b : a + u' ' + b;
}

Notice notDone(const Failure &failure, const QString &meaning)
{
    if (std::holds_alternative<SignedOut>(failure)) {
        return {signedOutText(), meaning, Wording::tr("Sign in, then go on.")};
    }
    if (const auto *problem = std::get_if<KeychainProblem>(&failure)) {
        return withMeaning(keychain(*problem), meaning);
    }
    if (const auto *problem = std::get_if<JournalProblem>(&failure)) {
        return withMeaning(journal(*problem, Step::Change), meaning);
    }
    if (std::holds_alternative<OtherCustomer>(failure)) {
        return {Wording::tr("The JWT that is kept for this account now belongs to another customer "
                            "of the service."),
                meaning,
                Wording::tr("Sign in as the one that the token belongs to, or load the token "
                            "again.")};
    }
    const auto &error = std::get<ApiError>(failure);
    return {joined(whatHappened(error), serviceWords(error)), meaning, advice(error)};
}

QString whatHappened(const ApiError &error)
{
    switch (error.kind) {
    case ApiErrorKind::InvalidName:
        return Wording::tr("This name can't be sent.");
    case ApiErrorKind::Cancelled:
        return Wording::tr("Cancelled.");
    case ApiErrorKind::Deadline:
        return Wording::tr("The service did not answer completely in time.");
    case ApiErrorKind::Outdated:
        return Wording::tr("The connection came up too late: what had been read is too old by now, "
                           "so the change was held back.");
    case ApiErrorKind::ClocksApart:
        return Wording::tr("The computer slept, or its clock was set, while the request was under "
                           "way, so the connection was cut off.");
    case ApiErrorKind::NameResolution:
        return Wording::tr("The service's host was not found.");
    case ApiErrorKind::ConnectionRefused:
        return Wording::tr("The service refused the connection.");
    case ApiErrorKind::ConnectionLost:
        return Wording::tr("The connection to the service broke.");
    case ApiErrorKind::Tls:
        return Wording::tr("No trusted connection to the service could be made: its certificate "
                           "was not accepted.");
    case ApiErrorKind::Redirected:
        return withStatus(Wording::tr("The service answered with a redirection (status %1), which "
                                      "is never followed."),
                          error.status);
    case ApiErrorKind::SignIn:
        return withStatus(Wording::tr("The service did not accept the JWT (status %1)."),
                          error.status);
    case ApiErrorKind::Forbidden:
        return withStatus(Wording::tr("This JWT may not manage tokens (status %1)."), error.status);
    case ApiErrorKind::NotFound:
        return withStatus(Wording::tr("The service has no such token (status %1)."), error.status);
    case ApiErrorKind::Validation:
        return withStatus(Wording::tr("The service did not accept the values (status %1)."),
                          error.status);
    case ApiErrorKind::Throttled:
        return withStatus(Wording::tr("The service was asked too often (status %1)."),
                          error.status);
    case ApiErrorKind::Rejected:
        return withStatus(Wording::tr("The service rejected the request (status %1)."),
                          error.status);
    case ApiErrorKind::Server:
        return withStatus(Wording::tr("The service failed (status %1)."), error.status);
    case ApiErrorKind::MalformedReply:
        if (error.status == 0) {
            return Wording::tr("The service's answer was no HTTP that could be understood.");
        }
        return Wording::tr("The service's answer (status %1) was not what its contract says.")
            .arg(error.status);
    case ApiErrorKind::ReplyTooLarge:
        return Wording::tr("The service's answer was far too large and was cut off.");
    }
    return {};
}

Notice readFailed(const QString &tokenName, const Failure &failure)
{
    return notDone(
        failure,
        Wording::tr("The token %1 was not read, and nothing was changed.").arg(quoted(tokenName)));
}

Notice retrying(const Failure &failure, const QDateTime &at, const Reader &reader)
{
    Notice notice = notDone(failure, Wording::tr("Nothing was changed."));
    notice.next = Wording::tr("Purser tries again at %1; Cancel ends the waiting.")
                      .arg(at.toTimeZone(reader.zone).toString(u"HH:mm:ss"_s));
    return notice;
}

Notice listFailed(const Failure &failure)
{
    return notDone(failure, Wording::tr("The tokens could not be listed."));
}

QString fieldMessage(const Failure &failure, Field field)
{
    const auto *error = std::get_if<ApiError>(&failure);
    return error ? error->fieldMessages.value(namesOf(field).wire).join(u' ') : QString();
}

} // namespace purser::wording
