// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"

#include <QList>

namespace purser::cli {

//! Why something of the command line can't be used, as a sentence; nothing: it can.
using Problem = std::optional<QString>;

//! An option, and what becomes of its value.
struct Option {
    QLatin1StringView name;
    bool takesValue;
    //! Puts the value to its place. text: empty where it takes none.
    Problem (*read)(const QString &text, CommandLine &line);
};

//! Takes what follows the command and is no option.
using ReadWords = Problem (*)(const QStringList &words, CommandLine &line);
//! What help calls them.
QString nameArgument();
QString idArgument();
Problem readNoWords(const QStringList &words, CommandLine &line);
Problem readTokenName(const QStringList &words, CommandLine &line);
Problem readChangeId(const QStringList &words, CommandLine &line);

//! Of every command.
const QList<Option> &commonOptions();

// Of several commands.
namespace option {
Option yes();
Option reason();
Option dryRun();
Option apart();
} // namespace option

//! Puts a value to its place, or gives the sentence.
template <typename Value, typename Place>
Problem take(const Expected<Value, QString> &value, Place &place)
{
    if (!value) {
        return value.error();
    }
    place = *value;
    return std::nullopt;
}

// Values as they are typed. The error is a sentence.

//! "--url: ...".
QString about(QLatin1StringView option, const QString &sentence);
//! option: its name, which the sentence begins with. A "+" is refused: --add may be meant by it.
Expected<Balance, QString> balanceFrom(QLatin1StringView option, const QString &text);
//! For --add and --deduct: more than 0, without a sign.
Expected<Balance, QString> amountFrom(QLatin1StringView option, const QString &text);
//! A time, or never.
Expected<Expiry, QString> expiryFrom(QLatin1StringView option, const QString &text);
//! A time in UTC.
Expected<QDateTime, QString> timeFrom(QLatin1StringView option, const QString &text);
Expected<bool, QString> switchFrom(QLatin1StringView option, const QString &text);
Expected<QString, QString> reasonFrom(QLatin1StringView option, const QString &text);
Expected<Outcome, QString> outcomeFrom(QLatin1StringView option, const QString &text);
//! From 1 on.
Expected<int, QString> countFrom(QLatin1StringView option, const QString &text);
//! The journal's id of a change.
Expected<qint64, QString> changeIdFrom(const QString &text);

//! Whatever an option's text has to be: short, and no secret by its form, for it might be kept or
//! shown. What history looks for is kept nowhere, so it may look like one. Empty where all is well.
QString problemOfText(const QString &option, const QString &text);

//! Short enough that a secret in the wrong place is not repeated as a whole.
QString excerpt(const QString &text);

} // namespace purser::cli
