// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/tokenstore.h"

#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace purser::sandbox {

TokenStore::TokenStore(QList<StoredToken> tokens, Balance spend)
    : m_tokens(std::move(tokens)), m_spend(spend)
{
    m_indexes.reserve(m_tokens.size());
    for (qsizetype i = 0; i < m_tokens.size(); ++i) {
        m_indexes.insert(m_tokens.at(i).name, i);
    }
}

QByteArray TokenStore::readAll()
{
    QByteArray json = "[";
    for (StoredToken &token : m_tokens) {
        if (json.size() > 1) {
            json += ',';
        }
        json += QJsonDocument(toJson(token)).toJson(QJsonDocument::Compact);
        spend(token);
    }
    return json + ']';
}

QJsonObject TokenStore::read(const QString &name)
{
    StoredToken &token = m_tokens[m_indexes.value(name)];
    const QJsonObject object = toJson(token);
    spend(token);
    return object;
}

QJsonObject TokenStore::write(const QString &name, const Change &change)
{
    StoredToken &token = m_tokens[m_indexes.value(name)];
    if (change.balance) {
        token.balance = *change.balance;
    }
    if (change.expiry) {
        token.expiry = *change.expiry;
    }
    if (change.activeBalance) {
        token.activeBalance = *change.activeBalance;
    }
    if (change.resetAmount) {
        token.resetAmount = *change.resetAmount;
    }
    if (change.resetPeriod) {
        token.resetPeriod = *change.resetPeriod;
        // A reset means nothing to a balance that is not enforced, so a period enforces it.
        token.activeBalance = token.activeBalance || *change.resetPeriod != "none"_L1;
    }
    if (token.resetPeriod.value_or(u"none"_s) == "none"_L1) {
        token.resetAmount.reset();
    }
    return toJson(token);
}

void TokenStore::spend(StoredToken &token) const
{
    if (!token.balance) {
        return;
    }
    const auto rest = token.balance->minus(m_spend);
    token.balance = rest ? *rest : Balance::lowest();
}

} // namespace purser::sandbox
