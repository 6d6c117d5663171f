// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/change.h"
#include "sandbox/storedtoken.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace purser::sandbox {

//! The tokens in memory. Not thread-safe: the HTTP library's one thread alone uses it.
class TokenStore {
public:
    //! spend: what each read costs a token, after it was read.
    TokenStore(QList<StoredToken> tokens, Balance spend);

    [[nodiscard]] bool contains(const QString &name) const { return m_indexes.contains(name); }

    //! All tokens as a JSON array; each counts as read.
    QByteArray readAll();
    //! Precondition: contains(name).
    QJsonObject read(const QString &name);
    //! Writes the change and returns the token as it is now. Precondition: contains(name).
    QJsonObject write(const QString &name, const Change &change);

private:
    void spend(StoredToken &token) const;

    QList<StoredToken> m_tokens;
    QHash<QString, qsizetype> m_indexes;
    Balance m_spend;
};

} // namespace purser::sandbox
