// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/tr.h"
#include "wording/wording.h"

#include "credentials/bearer.h"

using namespace Qt::StringLiterals;

namespace purser::wording {

namespace {

//! "1,234" could be 1.234 or 1234: both as the locale writes them.
QString ambiguousNumber(const QString &text, const QLocale &locale)
{
    QString decimal = text.trimmed();
    QString whole = decimal;
    for (const QChar separator : {u'.', u','}) {
        decimal.replace(separator, locale.decimalPoint());
        whole.remove(separator);
    }
    return Wording::tr("\u201c%1\u201d can be read as %2 or as %3: type one of these.")
        .arg(text.trimmed(), decimal, whole);
}

} // namespace

QString problem(BalanceProblem problem, const QString &text, const QLocale &locale)
{
    switch (problem) {
    case BalanceProblem::Empty:
        return Wording::tr("Type a balance: it can't be removed once a token has one.");
    case BalanceProblem::Unreadable:
        return Wording::tr("This is not a number. Type one such as %1.")
            .arg(locale.toString(87.45, 'f', 2));
    case BalanceProblem::Ambiguous:
        return ambiguousNumber(text, locale);
    case BalanceProblem::TooManyDecimals:
        return Wording::tr("The service keeps at most %1 decimals.").arg(Balance::MaximumDecimals);
    case BalanceProblem::TooLarge:
        return Wording::tr("The balance has to be less than 100000; the largest is %1.")
            .arg(Balance::highest().toDisplay(locale));
    case BalanceProblem::TooSmall:
        return Wording::tr("The balance has to be more than -100000; the smallest is %1.")
            .arg(Balance::lowest().toDisplay(locale));
    }
    return {};
}

QString problem(ExpiryProblem problem)
{
    switch (problem) {
    case ExpiryProblem::Empty:
        return Wording::tr("Set a date and time, or tick Never.");
    case ExpiryProblem::Unreadable:
        return Wording::tr("This is not a time. Write one such as 2027-03-14T15:09:26Z.");
    case ExpiryProblem::NoOffset:
        return Wording::tr(
            "The time has no zone. End it with Z (UTC) or an offset such as +02:00.");
    case ExpiryProblem::NoSuchDate:
        return Wording::tr("There is no such date or time.");
    case ExpiryProblem::NoSuchLocalTime:
        return Wording::tr("This local time does not exist: the clocks skip it when daylight "
                           "saving time begins. Set an earlier or a later time.");
    case ExpiryProblem::YearOutOfRange:
        return Wording::tr("The year has to lie between 1 and 9999.");
    }
    return {};
}

QString problem(TokenNameProblem problem)
{
    switch (problem) {
    case TokenNameProblem::Empty:
        return Wording::tr("Type a token's name.");
    case TokenNameProblem::TooLong:
        return Wording::tr("A token's name has at most %1 characters.").arg(MaximumTokenNameLength);
    case TokenNameProblem::DotSegment:
        return Wording::tr("\u201c.\u201d and \u201c..\u201d can't be sent: in an address they "
                           "mean something else than a name.");
    case TokenNameProblem::Slash:
        return Wording::tr("The service can't be asked for a name with \u201c/\u201d in it.");
    case TokenNameProblem::ControlCharacter:
        return Wording::tr("The name has an invisible control character in it.");
    case TokenNameProblem::LoneSurrogate:
        return Wording::tr("The name has half a character in it, which can't be sent.");
    case TokenNameProblem::Noncharacter:
        return Wording::tr("The name has U+FFFE or U+FFFF in it, which are no characters: the "
                           "journal can't keep it as it is, so nothing is done with it.");
    }
    return {};
}

QString problem(ServiceUrlProblem problem)
{
    switch (problem) {
    case ServiceUrlProblem::Empty:
        return Wording::tr("Type the service's URL, such as %1.")
            .arg(ServiceUrl::standard().toText());
    case ServiceUrlProblem::Unreadable:
        return Wording::tr("This is not a URL. Type one such as %1.")
            .arg(ServiceUrl::standard().toText());
    case ServiceUrlProblem::NotHttps:
        return Wording::tr("The JWT is only sent over https (http for this computer alone).");
    case ServiceUrlProblem::HasUserInfo:
        return Wording::tr("The URL may not hold a user name or a password.");
    case ServiceUrlProblem::HasQuery:
        return Wording::tr("The URL may not have a query (\u201c?\u2026\u201d).");
    case ServiceUrlProblem::HasFragment:
        return Wording::tr("The URL may not have a fragment (\u201c#\u2026\u201d).");
    }
    return {};
}

QString problem(BearerProblem problem)
{
    switch (problem) {
    case BearerProblem::Empty:
        return Wording::tr("Paste the account's JWT.");
    case BearerProblem::TooLong:
        return Wording::tr("This is too long for a JWT: at most %1 characters are sent.")
            .arg(Bearer::MaximumLength);
    case BearerProblem::ForbiddenCharacter:
        return Wording::tr("This is not a JWT: it has characters that can't be in one. Copy it "
                           "again, without line breaks or quotes.");
    }
    return {};
}

Notice keychain(KeychainProblem problem)
{
    switch (problem) {
    case KeychainProblem::Locked:
        return {
            Wording::tr("The keychain is locked."), {}, Wording::tr("Unlock it and try again.")};
    case KeychainProblem::Unavailable:
        return {Wording::tr("No keychain could be used on this computer."),
                {},
                Wording::tr("Start your desktop's keyring (GNOME Keyring or KWallet) and try "
                            "again, or use the JWT for this run only.")};
    case KeychainProblem::Refused:
        return {Wording::tr("The keychain refused access."),
                {},
                Wording::tr("Allow Purser in the keychain's own settings and try again.")};
    case KeychainProblem::TimedOut:
        return {Wording::tr("The keychain did not answer in time."),
                {},
                Wording::tr("See whether it is asking for something, then try again.")};
    case KeychainProblem::NotKept:
        return {Wording::tr("The keychain said that it was done, but a check showed that it "
                            "was not."),
                {},
                Wording::tr("Look into the keychain's own program, then try again.")};
    case KeychainProblem::Unlisted:
        return {Wording::tr("The settings file purser.ini can't be read and written, or another "
                            "program holds its lock, purser.ini.lock. So nothing was put into the "
                            "keychain, where nothing would find it again."),
                {},
                Wording::tr("Give yourself the right to write it, or move away what is no file "
                            "there, and try again; or use the JWT for this run only.")};
    case KeychainProblem::TooLong:
        return {Wording::tr("The JWT is longer than this computer's keychain can hold."),
                {},
                Wording::tr("Use it for this run only.")};
    case KeychainProblem::Unusable:
        return {Wording::tr("What the keychain holds for this account is not a JWT."),
                {},
                Wording::tr("Sign in again.")};
    }
    return {};
}

QString settingsUnreadable(FileProblem problem, const QString &path)
{
    switch (problem) {
    case FileProblem::Unreadable:
        return Wording::tr("The settings file %1 can't be read, so no account is known. Give "
                           "yourself the right to read it.")
            .arg(path);
    case FileProblem::NotAFile:
        return Wording::tr("The settings file %1 is no file, so no account is known. Move what "
                           "is there away.")
            .arg(path);
    case FileProblem::TooLarge:
        return Wording::tr("The settings file %1 is too large to be one, so no account is known. "
                           "Move it away.")
            .arg(path);
    }
    return {};
}

} // namespace purser::wording
