// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expected.h"
#include "domain/tokenpatch.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace purser {

//! A change's body: the patch's fields and no other, decimals in their shortest exact form,
//! times in UTC with Z. An empty patch is "{}".
QByteArray patchToJson(const TokenPatch &patch);

//! A token of the service's, every field checked for its type. The secret key is dropped.
//! The error is a technical word on what is wrong, for the details pane.
Expected<Token, QString> tokenFromJson(const QJsonValue &value);

//! Indented JSON for people.
QString indentedJson(const QJsonValue &value);

} // namespace purser
