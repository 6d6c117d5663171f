// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/tokenpatch.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace purser {

//! A token as the journal keeps it: the fields that the contract and the reset name, each only
//! where it is stated. otherFields, whatever they hold, are never written.
QJsonObject journalObject(const Token &token);
//! A patch's fields and no other.
QJsonObject journalObject(const TokenPatch &patch);

//! Compact JSON: decimals as numbers in their shortest exact form, times in UTC with Z.
QString journalJson(const Token &token);
QString journalJson(const TokenPatch &patch);

//! Reads what journalJson wrote: the same values. A field that can't be read (edited by hand) is
//! left out; what is no JSON object at all is nothing.
std::optional<Token> tokenFromJournal(const QString &json);
std::optional<TokenPatch> patchFromJournal(const QString &json);

} // namespace purser
