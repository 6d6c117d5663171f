// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/balance.h"
#include "domain/expected.h"

#include <QJsonValue>
#include <QString>

namespace purser::sandbox {

//! A decimal of 14 digits, 9 of them after the point, from a JSON number or a decimal string;
//! the error is the framework's message. A number outside the open interval is told so; a
//! string is counted digit by digit first, as the framework does, so "100000" has too many.
Expected<Balance, QString> decimalFrom(const QJsonValue &value);

} // namespace purser::sandbox
