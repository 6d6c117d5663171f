// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expected.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace purser {

//! Why a text can't be used as a bearer token.
enum class BearerProblem {
    Empty,
    TooLong, //!< over Bearer::MaximumLength
    ForbiddenCharacter, //!< outside A-Z a-z 0-9 . _ ~ + / = -: it could break out of the header
};

//! The account's session JWT (or an API key: not every bearer token is a JWT). It lives in the
//! keychain; a Bearer is loaded late and dropped early. The last copy overwrites its bytes,
//! which reduces what stays in memory and can't erase all of it: Qt keeps copies of its own.
class Bearer {
public:
    static constexpr int MaximumLength = 16 * 1024;

    //! White space around the text and a leading "Bearer " are taken off.
    static Expected<Bearer, BearerProblem> fromText(const QString &text);
    static Expected<Bearer, BearerProblem> fromBytes(QByteArray bytes);

    Bearer(const Bearer &) = default;
    Bearer(Bearer &&) = default;
    Bearer &operator=(const Bearer &) = default;
    Bearer &operator=(Bearer &&) = default;
    ~Bearer();

    [[nodiscard]] QByteArray bytes() const { return m_bytes; }
    //! The Authorization header's value.
    [[nodiscard]] QByteArray authorization() const { return "Bearer " + m_bytes; }

    //! The JWT's exp, in UTC: a hint for people, never trusted. Nothing where there is none.
    [[nodiscard]] std::optional<QDateTime> expiresAt() const;

    //! Whose JWT it is: a fingerprint of its claim sub, else of user_id, as 32 hex digits. A hint,
    //! never trusted. Empty for what is no JWT, or has neither.
    [[nodiscard]] QString customer() const;

    //! text with the bearer token, and each longer part of it, replaced: for whatever the
    //! service sent, before it is shown or kept.
    [[nodiscard]] QString redacted(const QString &text) const;

    friend bool operator==(const Bearer &a, const Bearer &b) { return a.m_bytes == b.m_bytes; }

private:
    explicit Bearer(QByteArray bytes) : m_bytes(std::move(bytes)) { }

    QByteArray m_bytes;
};

} // namespace purser
