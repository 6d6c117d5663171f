// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"

#include <QList>

#include <array>

namespace purser::cli {

inline constexpr std::array AllCommands{
    CommandName::Login,   CommandName::Logout, CommandName::Accounts,
    CommandName::List,    CommandName::Show,   CommandName::Set,
    CommandName::History, CommandName::Undo,   CommandName::Settle};

//! What the parser can't know: which options take a value, and which belong to some commands.
struct Option {
    QLatin1StringView name;
    bool takesValue;
    QList<CommandName> commands; //!< empty: all of them
};

const QList<Option> &allOptions();

// Values as they are typed. The error is a sentence.

//! option: its name, which the sentence begins with. A "+" is refused: --add may be meant by it.
Expected<Balance, QString> balanceFrom(const QString &option, const QString &text);
//! For --add and --deduct: more than 0, without a sign.
Expected<Balance, QString> amountFrom(const QString &option, const QString &text);
//! A time, or never.
Expected<Expiry, QString> expiryFrom(const QString &option, const QString &text);
//! A time in UTC.
Expected<QDateTime, QString> timeFrom(const QString &option, const QString &text);
Expected<bool, QString> switchFrom(const QString &option, const QString &text);
Expected<QString, QString> reasonFrom(const QString &option, const QString &text);
Expected<Outcome, QString> outcomeFrom(const QString &option, const QString &text);
//! From 1 on.
Expected<int, QString> countFrom(const QString &option, const QString &text);
//! The journal's id of a change.
Expected<qint64, QString> changeIdFrom(const QString &text);

//! Whatever an option's text has to be: short, and no secret by its form, for it might be kept or
//! shown. What history looks for is kept nowhere, so it may look like one. Empty where all is well.
QString problemOfText(const QString &option, const QString &text);

//! Short enough that a secret in the wrong place is not repeated as a whole.
QString excerpt(const QString &text);

} // namespace purser::cli
