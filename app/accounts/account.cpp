// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account.h"

#include <QList>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

//! Of Purser's accounts; a random one, and never another: ids are made from it.
constexpr QUuid AccountNamespace(0x7d0c1e52, 0x3b57, 0x4c0e, 0x9a, 0x41, 0x6f, 0x2b, 0xd8, 0x93,
                                 0x15, 0xe4);

} // namespace

bool isAccountName(const QString &name)
{
    const auto codePoints = name.toUcs4();
    return !name.isEmpty() && name.isValidUtf16()
        && std::none_of(codePoints.begin(), codePoints.end(), [](char32_t c) {
               return QChar::category(c) == QChar::Other_Control || c == QChar::ByteOrderMark
                   || QChar::isNonCharacter(c);
           });
}

QString newAccountId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString legacyAccountId(const QString &name, const QString &origin)
{
    // The origin first: it has no line break, so that two pairs never make one text.
    return QUuid::createUuidV5(AccountNamespace, origin + u'\n' + name)
        .toString(QUuid::WithoutBraces);
}

QString idOf(const Account &account)
{
    return account.id.isEmpty() ? legacyAccountId(account.name, account.url.origin()) : account.id;
}

bool isOfOldForm(const Account &account)
{
    return idOf(account) == legacyAccountId(account.name, account.url.origin());
}

QString keychainKey(const Account &account)
{
    return legacyKeychainKey(account) + u'/' + idOf(account);
}

QString legacyKeychainKey(const Account &account)
{
    return "purser/"_L1 + account.name + u'@' + account.url.host();
}

} // namespace purser
