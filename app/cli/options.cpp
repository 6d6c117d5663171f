// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "accounts/account.h"
#include "cli/printable.h"
#include "cli/spec.h"
#include "cli/tr.h"
#include "credentials/secretlike.h"
#include "domain/reason.h"
#include "wording/wording.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

constexpr qsizetype LongestText = 500; // a URL may need so many; a name, a filter, never

Unexpected<QString> wrong(QLatin1StringView option, const QString &sentence)
{
    return {about(option, sentence)};
}

//! The sign of a number, where what follows it is one.
Sign signOf(const QString &text)
{
    const QString rest = withoutSign(text, QLocale::c());
    const bool isNumber = Balance::fromText(rest) && leadingSign(rest, QLocale::c()) == Sign::None;
    return isNumber ? leadingSign(text, QLocale::c()) : Sign::None;
}

Expected<Balance, QString> numberFrom(QLatin1StringView option, const QString &text)
{
    const auto balance = Balance::fromText(text);
    if (!balance) {
        return wrong(option, wording::problem(balance.error(), printable(text), QLocale::c()));
    }
    return *balance;
}

} // namespace

QString about(QLatin1StringView option, const QString &sentence)
{
    return "--"_L1 + option + ": "_L1 + sentence;
}

const QList<Option> &commonOptions()
{
    static const QList<Option> options{
        {"account"_L1, true,
         [](const QString &text, CommandLine &line) {
             line.account = text.trimmed();
             return line.account.isEmpty()
                 ? Problem(about("account"_L1, Cli::tr("Give the account a name.")))
                 : Problem();
         }},
        {"sandbox"_L1, false,
         [](const QString & /*text*/, CommandLine &line) {
             line.sandbox = true;
             return Problem();
         }},
        {"json"_L1, false,
         [](const QString & /*text*/, CommandLine &line) {
             line.json = true;
             return Problem();
         }},
    };
    return options;
}

namespace option {

Option yes()
{
    return {"yes"_L1, false, [](const QString & /*text*/, CommandLine &line) {
                line.yes = true;
                return Problem();
            }};
}

Option reason()
{
    return {"reason"_L1, true, [](const QString &text, CommandLine &line) {
                return take(reasonFrom("reason"_L1, text), line.request.reason);
            }};
}

Option dryRun()
{
    return {"dry-run"_L1, false, [](const QString & /*text*/, CommandLine &line) {
                line.dryRun = true;
                return Problem();
            }};
}

Option apart()
{
    return {"apart"_L1, true, [](const QString &text, CommandLine &line) {
                line.apart = text.trimmed();
                return Problem();
            }};
}

} // namespace option

QString nameArgument()
{
    return Cli::tr("NAME");
}

QString idArgument()
{
    return Cli::tr("ID");
}

Problem readNoWords(const QStringList &words, CommandLine &line)
{
    return words.isEmpty() // not repeated: it may well be a JWT
        ? Problem()
        : Problem(Cli::tr("%1 takes no argument.").arg(line.command->name));
}

Problem readTokenName(const QStringList &words, CommandLine &line)
{
    if (words.isEmpty()) {
        return Cli::tr("Name the token.");
    }
    if (words.size() > 1) {
        return Cli::tr("%1 takes one token's name: put a name with spaces into quotes.")
            .arg(line.command->name);
    }
    line.tokenName = words.front();
    if (const auto problem = tokenNameProblem(line.tokenName)) {
        return wording::problem(*problem);
    }
    if (looksLikeJwt(line.tokenName)) {
        return Cli::tr("This looks like a JWT, not like a token's name. The JWT is read from "
                       "standard input by purser-cli login, and belongs nowhere else.");
    }
    return std::nullopt;
}

Problem readChangeId(const QStringList &words, CommandLine &line)
{
    if (words.size() != 1) {
        return Cli::tr("Give one change's id: purser-cli history lists them.");
    }
    return take(changeIdFrom(words.front()), line.changeId);
}

QString excerpt(const QString &text)
{
    constexpr qsizetype Shown = 24;
    const QString clean = withoutSecretForms(text.left(LongestText));
    return printable(clean.size() <= Shown ? clean : clean.left(Shown) + u'\u2026');
}

QString problemOfText(const QString &option, const QString &text)
{
    if (text.size() > LongestText) {
        return "--"_L1 + option + ": "_L1 + Cli::tr("At most %1 characters.").arg(LongestText);
    }
    const bool isLookedFor = option == "token"_L1 || option == "text"_L1;
    if (!isLookedFor && looksLikeSecret(text)) {
        return "--"_L1 + option + ": "_L1
            + Cli::tr("This looks like a JWT or a key. The JWT is read from standard input "
                      "by purser-cli login, and belongs nowhere else.");
    }
    if (option == "account"_L1 && !isAccountName(text)) {
        return "--"_L1 + option + ": "_L1
            + Cli::tr("There is a character in it that can't be seen or kept.");
    }
    return {};
}

Expected<Balance, QString> balanceFrom(QLatin1StringView option, const QString &text)
{
    if (signOf(text) == Sign::Plus) {
        return wrong(
            option,
            Cli::tr("A + means to add: use --add %1, or leave the + out to set the balance.")
                .arg(withoutSign(text, QLocale::c())));
    }
    return numberFrom(option, text);
}

Expected<Balance, QString> amountFrom(QLatin1StringView option, const QString &text)
{
    const Sign sign = signOf(text);
    const QString size = withoutSign(text, QLocale::c());
    if (sign == Sign::Plus) {
        return wrong(
            option,
            Cli::tr("An amount has no sign: --add %1 adds it, --deduct %1 deducts it.").arg(size));
    }
    if (sign == Sign::Minus) {
        return wrong(option,
                     Cli::tr("An amount has to be more than 0: --deduct %1 deducts it.").arg(size));
    }
    const auto amount = numberFrom(option, text);
    if (amount && *amount <= Balance()) {
        return wrong(option, Cli::tr("An amount has to be more than 0."));
    }
    return amount;
}

Expected<Expiry, QString> expiryFrom(QLatin1StringView option, const QString &text)
{
    if (text.trimmed() == "never"_L1) {
        return Expiry::never();
    }
    const auto expiry = Expiry::fromIso8601(text);
    if (!expiry) {
        return wrong(option,
                     expiry.error() == ExpiryProblem::Empty
                         ? Cli::tr("Give a time such as 2027-03-14T15:09:26Z, or never.")
                         : wording::problem(expiry.error()));
    }
    return *expiry;
}

Expected<QDateTime, QString> timeFrom(QLatin1StringView option, const QString &text)
{
    const auto time = Expiry::fromIso8601(text);
    if (!time) {
        return wrong(option,
                     time.error() == ExpiryProblem::Empty
                         ? Cli::tr("Give a time such as 2027-03-14T15:09:26Z.")
                         : wording::problem(time.error()));
    }
    return time->toUtc();
}

Expected<bool, QString> switchFrom(QLatin1StringView option, const QString &text)
{
    if (text != "on"_L1 && text != "off"_L1) {
        return wrong(option, Cli::tr("Say on (the balance is enforced) or off."));
    }
    return text == "on"_L1;
}

Expected<QString, QString> reasonFrom(QLatin1StringView option, const QString &text)
{
    const QString reason = text.trimmed();
    if (reason.isEmpty()) {
        return wrong(option, Cli::tr("Give a reason, or leave the option out."));
    }
    if (const auto problem = reasonProblem(reason)) {
        return wrong(option,
                     *problem == ReasonProblem::TooLong
                         ? Cli::tr("A reason has at most %1 characters.").arg(LongestReason)
                         : Cli::tr("A reason is one line without control characters."));
    }
    return reason;
}

Expected<Outcome, QString> outcomeFrom(QLatin1StringView option, const QString &text)
{
    if (const auto outcome = outcomeFromWord(text)) {
        return *outcome;
    }
    QStringList words;
    for (const Outcome outcome : AllOutcomes) {
        words.append(outcomeWord(outcome));
    }
    return wrong(option, Cli::tr("Say one of these: %1.").arg(words.join(", "_L1)));
}

Expected<int, QString> countFrom(QLatin1StringView option, const QString &text)
{
    bool isNumber = false;
    const int count = text.toInt(&isNumber);
    if (!isNumber || count < 1) {
        return wrong(option, Cli::tr("Give a whole number from 1 on."));
    }
    return count;
}

Expected<qint64, QString> changeIdFrom(const QString &text)
{
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    if (!isNumber || id < 1) {
        return Unexpected{Cli::tr("\u201c%1\u201d is not a change's id: purser-cli history lists "
                                  "them.")
                              .arg(excerpt(text))};
    }
    return id;
}

} // namespace purser::cli
