// SPDX-License-Identifier: GPL-3.0-or-later
//
// keychainprobe DEADLINE_MS PROMPT_DEADLINE_MS: a SystemKeychain for tests to talk to, one
// command per line of standard input, one line of answer for each call of done. It is a process
// of its own because QtKeychain and QtDBus look at the environment once. It never prints a
// secret: a bearer is shown by its SHA-256.
#include "credentials/credentials.h"
#include "credentials/systemkeychain.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QEventLoop>
#include <QSocketNotifier>

#include <qt6keychain/keychain.h>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

const char *wordFor(KeychainProblem problem)
{
    switch (problem) {
    case KeychainProblem::Locked:
        return "locked";
    case KeychainProblem::Unavailable:
        return "unavailable";
    case KeychainProblem::Refused:
        return "refused";
    case KeychainProblem::TimedOut:
        return "timed out";
    case KeychainProblem::NotKept:
        return "not kept";
    case KeychainProblem::Unlisted:
        return "unlisted";
    case KeychainProblem::TooLong:
        return "too long";
    case KeychainProblem::Unusable:
        return "unusable";
    }
    return "?";
}

class Probe : public QObject {
public:
    Probe(std::chrono::milliseconds deadline, std::chrono::milliseconds promptDeadline)
        : m_keychain(nullptr, deadline, promptDeadline),
          m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_input, &QSocketNotifier::activated, this, [this] { readInput(); });
    }

private:
    void readInput()
    {
        char buffer[4096];
        const auto count = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (count <= 0) {
            QCoreApplication::quit();
            return;
        }
        m_pending.append(buffer, count);
        for (auto end = m_pending.indexOf('\n'); end >= 0; end = m_pending.indexOf('\n')) {
            const QByteArray line = m_pending.left(end);
            m_pending.remove(0, end + 1);
            obey(line.split(' '));
        }
    }

    void obey(const QByteArrayList &words)
    {
        m_insideCall = true;
        const QByteArray command = words.value(0);
        const QString key = QString::fromUtf8(words.value(1));
        const QByteArray rest = words.value(2);
        if (command == "store") {
            m_keychain.store(key, *Bearer::fromBytes(rest), this, storeDone());
        } else if (command == "read") {
            m_keychain.read(key, this, readDone());
        } else if (command == "read-and-leave") {
            QObject context;
            m_keychain.read(key, &context, readDone());
        } else if (command == "read-and-stay") {
            // As a message box in done would.
            m_keychain.read(key, this, [this](const Keychain::ReadResult &result) {
                readDone()(result);
                m_dialog.exec();
            });
        } else if (command == "leave") {
            m_dialog.quit();
        } else if (command == "forget") {
            m_keychain.forget(key, this, storeDone());
        } else if (command == "find") {
            m_keychain.find(this, [this](const Expected<QStringList, KeychainProblem> &names) {
                answer(names ? "found " + names->join(u' ').toUtf8()
                             : QByteArray(wordFor(names.error())));
            });
        } else if (command == "fetch") {
            fetch(key);
        } else if (command == "unlock") {
            m_keychain.unlock(this, storeDone());
        } else if (command == "plant") {
            plant(key, rest);
        } else {
            answer("no such command");
        }
        m_insideCall = false;
    }

    //! For the current account of this settings file, as the programs do.
    void fetch(const QString &settingsPath)
    {
        m_accounts.emplace(settingsPath);
        m_credentials.emplace(m_keychain, &*m_accounts);
        m_credentials->fetch(*m_accounts->current(), this, readDone());
    }

    //! What another program might leave under the key, an empty text included.
    void plant(const QString &key, const QByteArray &text)
    {
        auto *job = new QKeychain::WritePasswordJob(u"purser"_s);
        job->setKey(key);
        job->setTextData(text.isEmpty() ? u""_s : QString::fromUtf8(text));
        connect(job, &QKeychain::Job::finished, this, [this, job] {
            answer(job->error() == QKeychain::NoError ? "planted" : "not planted");
        });
        job->start();
    }

    Keychain::StoreDone storeDone()
    {
        return [this](std::optional<KeychainProblem> problem) {
            answer(problem ? wordFor(*problem) : "done");
        };
    }

    Keychain::ReadDone readDone()
    {
        return [this](const Keychain::ReadResult &result) {
            if (!result) {
                answer(wordFor(result.error()));
            } else if (!result->has_value()) {
                answer("absent");
            } else {
                answer("present "
                       + QCryptographicHash::hash((*result)->bytes(), QCryptographicHash::Sha256)
                             .toHex());
            }
        };
    }

    void answer(const QByteArray &text) const
    {
        std::printf("%s%s\n", m_insideCall ? "inside the call: " : "", text.constData());
        std::fflush(stdout);
    }

    SystemKeychain m_keychain;
    std::optional<AccountStore> m_accounts;
    std::optional<Credentials> m_credentials;
    QEventLoop m_dialog;
    QSocketNotifier m_input;
    QByteArray m_pending;
    bool m_insideCall = false;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const Probe probe(std::chrono::milliseconds(arguments.value(1).toInt()),
                      std::chrono::milliseconds(arguments.value(2).toInt()));
    return QCoreApplication::exec();
}
