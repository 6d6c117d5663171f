// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

namespace purser {

//! Whether a field of that name holds a secret, however the name is spelled: api_key, apiKey,
//! X-API-Key and APIKEY are the same. What only speaks of a secret (token_type, key_prefix,
//! last4, secret_created_at) holds none.
bool isSecretField(const QString &name);

//! The value without the fields that hold a secret by their name, at any depth, and with
//! "[secret]" in the place of what is one by its form.
QJsonValue withoutSecrets(const QJsonValue &value);

} // namespace purser
