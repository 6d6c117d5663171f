// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/failure.h"

using namespace Qt::StringLiterals;

namespace purser {

namespace {

QString errorWord(ApiErrorKind kind)
{
    switch (kind) {
    case ApiErrorKind::InvalidName:
        return u"invalid_name"_s;
    case ApiErrorKind::Cancelled:
        return u"cancelled"_s;
    case ApiErrorKind::Deadline:
        return u"deadline"_s;
    case ApiErrorKind::Outdated:
        return u"outdated"_s;
    case ApiErrorKind::ClocksApart:
        return u"clocks_apart"_s;
    case ApiErrorKind::NameResolution:
        return u"name_resolution"_s;
    case ApiErrorKind::ConnectionRefused:
        return u"connection_refused"_s;
    case ApiErrorKind::ConnectionLost:
        return u"connection_lost"_s;
    case ApiErrorKind::Tls:
        return u"tls"_s;
    case ApiErrorKind::Redirected:
        return u"redirected"_s;
    case ApiErrorKind::SignIn:
        return u"sign_in"_s;
    case ApiErrorKind::Forbidden:
        return u"forbidden"_s;
    case ApiErrorKind::NotFound:
        return u"not_found"_s;
    case ApiErrorKind::Validation:
        return u"validation"_s;
    case ApiErrorKind::Throttled:
        return u"throttled"_s;
    case ApiErrorKind::Rejected:
        return u"rejected"_s;
    case ApiErrorKind::Server:
        return u"server"_s;
    case ApiErrorKind::MalformedReply:
        return u"malformed_reply"_s;
    case ApiErrorKind::ReplyTooLarge:
        return u"reply_too_large"_s;
    }
    return {};
}

QString keychainWord(KeychainProblem problem)
{
    switch (problem) {
    case KeychainProblem::Locked:
        return u"keychain_locked"_s;
    case KeychainProblem::Unavailable:
        return u"keychain_unavailable"_s;
    case KeychainProblem::Refused:
        return u"keychain_refused"_s;
    case KeychainProblem::TimedOut:
        return u"keychain_timed_out"_s;
    case KeychainProblem::NotKept:
        return u"keychain_not_kept"_s;
    case KeychainProblem::Unlisted:
        return u"settings_not_saved"_s;
    case KeychainProblem::TooLong:
        return u"keychain_too_long"_s;
    case KeychainProblem::Unusable:
        return u"keychain_unusable"_s;
    }
    return {};
}

QString journalWord(JournalProblem::Kind kind)
{
    switch (kind) {
    case JournalProblem::Kind::DiskFull:
        return u"journal_disk_full"_s;
    case JournalProblem::Kind::ReadOnly:
        return u"journal_read_only"_s;
    case JournalProblem::Kind::Locked:
        return u"journal_locked"_s;
    case JournalProblem::Kind::Damaged:
        return u"journal_damaged"_s;
    case JournalProblem::Kind::TooNew:
        return u"journal_too_new"_s;
    case JournalProblem::Kind::Undecided:
        return u"undecided"_s;
    case JournalProblem::Kind::OlderRunning:
        return u"older_purser_running"_s;
    case JournalProblem::Kind::Stale:
        return u"changed_meanwhile"_s;
    case JournalProblem::Kind::NoUndoUnwritten:
        return u"undo_needs_journal"_s;
    case JournalProblem::Kind::OtherCustomer:
        return u"other_customer"_s;
    case JournalProblem::Kind::AlreadyUndone:
        return u"already_undone"_s;
    case JournalProblem::Kind::NoSuchChange:
        return u"no_such_change"_s;
    case JournalProblem::Kind::Failed:
        return u"journal_failed"_s;
    }
    return {};
}

} // namespace

QString kindWord(const Failure &failure)
{
    if (std::holds_alternative<SignedOut>(failure)) {
        return u"signed_out"_s;
    }
    if (const auto *problem = std::get_if<KeychainProblem>(&failure)) {
        return keychainWord(*problem);
    }
    if (const auto *problem = std::get_if<JournalProblem>(&failure)) {
        return journalWord(problem->kind);
    }
    if (std::holds_alternative<OtherCustomer>(failure)) {
        return u"other_customer"_s;
    }
    return errorWord(std::get<ApiError>(failure).kind);
}

QString errorText(const Failure &failure)
{
    const auto *error = std::get_if<ApiError>(&failure);
    if (!error) {
        return kindWord(failure);
    }
    QStringList words{kindWord(failure)};
    if (!error->serviceMessage.isEmpty()) {
        words.append(error->serviceMessage);
    }
    for (auto field = error->fieldMessages.cbegin(); field != error->fieldMessages.cend();
         ++field) {
        words.append(field.key() + ": "_L1 + field.value().join(u' '));
    }
    if (!error->detail.isEmpty()) {
        words.append(error->detail);
    }
    return words.join("; "_L1);
}

} // namespace purser
