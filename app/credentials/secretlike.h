// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/bearer.h"

#include <QString>

namespace purser {

//! Whether there is a secret in the text, by its form alone: a JWT or the beginning of one, an
//! Authorization header's value, or a key such as sk-.... For what people type where it is kept:
//! a reason, an account's name, a URL. Invisible characters don't hide it.
bool looksLikeSecret(const QString &text);

//! The same for a JWT alone. For a token's name, which may well begin with "sk-".
bool looksLikeJwt(const QString &text);

//! Whether the bearer, or a longer part of it, is in the text.
bool holdsSecret(const QString &text, const Bearer &bearer);

//! The text with "[JWT]" or "[secret]" in the place of whatever looksLikeSecret() sees in it.
QString withoutSecretForms(const QString &text);

} // namespace purser
