// SPDX-License-Identifier: GPL-3.0-or-later
//
// settingswriter PATH ACT...: a program that writes the settings file, beside others.
//   accounts PREFIX COUNT  adds accounts, and changes each a few times
//   window                 saves its state again and again until standard input ends
//   window-of-010          the same as Purser 0.1.0 did it: with QSettings
#include "accounts/accountstore.h"

#include <QCoreApplication>
#include <QSettings>

#include <atomic>
#include <cstdio>
#include <functional>
#include <thread>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

bool addAccounts(const QString &path, const QString &prefix, int count)
{
    AccountStore store(path);
    for (int i = 0; i < count; ++i) {
        Account account;
        account.name = prefix + u'-' + QString::number(i);
        account.id = newAccountId();
        const bool isSaved = store.rememberKeychainEntries({keychainKey(account)})
            && store.save(account) && store.makeCurrent(account.id)
            && store.setRequiresReason(account.id, true) && store.rememberReadsByPatch(account.id)
            && store.addCustomer(account.id, account.name);
        if (!isSaved) {
            return false;
        }
    }
    return true;
}

bool repeatUntilInputEnds(const std::function<bool(int)> &act)
{
    std::atomic<bool> hasEnded = false;
    std::thread reader([&hasEnded] {
        while (std::getchar() != EOF) {
        }
        hasEnded = true;
    });
    bool isWell = true;
    for (int round = 1; (round == 1 || !hasEnded) && isWell; ++round) {
        isWell = act(round);
    }
    reader.join();
    return isWell;
}

bool run(const QStringList &words)
{
    const QString path = words.value(1);
    const QString act = words.value(2);
    if (act == "accounts"_L1) {
        return addAccounts(path, words.value(3), words.value(4).toInt());
    }
    if (act == "window"_L1) {
        return repeatUntilInputEnds([&path](int round) {
            return SettingsFile(path).setValues(
                {{u"window/state"_s, QByteArray(round % 50, '\\')}, {u"window/round"_s, round}});
        });
    }
    return repeatUntilInputEnds([&path](int round) {
        QSettings settings(path, QSettings::IniFormat);
        settings.setValue(u"old/state"_s, QByteArray(round % 50, 'x'));
        settings.sync();
        return settings.status() == QSettings::NoError;
    });
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    return run(QCoreApplication::arguments()) ? 0 : 1;
}
