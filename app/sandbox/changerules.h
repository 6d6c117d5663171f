// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expected.h"
#include "sandbox/change.h"

#include <QJsonObject>
#include <QStringList>

namespace purser::sandbox {

//! none, daily, weekly, monthly.
const QStringList &resetPeriods();

//! Validates a PATCH's body by the service's rules. Unknown fields are ignored. The error is
//! the reply's body: the framework's messages of every field that has one.
Expected<Change, QJsonObject> changeFrom(const QJsonObject &body);

} // namespace purser::sandbox
