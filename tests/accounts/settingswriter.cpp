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
#include <chrono>
#include <cstdio>
#include <functional>
#include <initializer_list>
#include <thread>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

//! Between two writes a real program does other things, and others come first meanwhile; one
//! that takes the lock anew at once would keep them all waiting on a machine with a slow disk.
void doOtherThings()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
}

bool addAccounts(const QString &path, const QString &prefix, int count)
{
    AccountStore store(path);
    for (int i = 0; i < count; ++i) {
        Account account;
        account.name = prefix + u'-' + QString::number(i);
        account.id = newAccountId();
        const std::initializer_list<std::function<bool()>> writes{
            [&] { return store.rememberKeychainEntries({keychainKey(account)}); },
            [&] { return store.save(account); },
            [&] { return store.makeCurrent(account.id); },
            [&] { return store.setRequiresReason(account.id, true); },
            [&] { return store.rememberReadsByPatch(account.id); },
            [&] { return store.addCustomer(account.id, account.name); },
        };
        for (const auto &write : writes) {
            if (!write()) {
                return false;
            }
            doOtherThings();
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
        doOtherThings();
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
