// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/systemkeychain.h"

#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

using Result = Keychain::ReadResult;

// Before 0.15 QtKeychain holds one credential blob on Windows (CRED_MAX_CREDENTIAL_BLOB_SIZE).
// Later versions hold more than the longest Bearer.
#ifdef Q_OS_WIN
constexpr qsizetype LongestKept = PURSER_QTKEYCHAIN_VERSION < 1500 ? 2560 : Bearer::MaximumLength;
#else
constexpr qsizetype LongestKept = Bearer::MaximumLength;
#endif

//! One store, read, forget or unlock. It ends once, at the latest at its deadline, and deletes
//! itself. Whatever answers later finds it over or gone: QtKeychain's jobs are never deleted,
//! parented or waited for, they are only connected to with this object as the context.
class Operation final : public QObject {
public:
    using Step = void (Operation::*)();

    Operation(KeychainLock &lock, const QString &key, QObject *context, Keychain::ReadDone done,
              QObject *parent)
        : QObject(parent), m_lock(lock), m_key(key), m_context(context), m_done(std::move(done))
    {
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this, [this] { fail(KeychainProblem::TimedOut); });
    }

    void start(std::chrono::milliseconds deadline, Step first)
    {
        m_deadline.start(deadline);
        QMetaObject::invokeMethod(
            this,
            [this, first] {
                if (!isOver()) {
                    (this->*first)();
                }
            },
            Qt::QueuedConnection);
    }

    void setBearer(const Bearer &bearer) { m_bearer = bearer; }
    //! Where find() puts what it finds.
    void collectNamesIn(std::shared_ptr<QStringList> names) { m_names = std::move(names); }
    void setPromptDeadline(std::chrono::milliseconds deadline) { m_promptDeadline = deadline; }

    void store();
    void read();
    void forget();
    void find();
    void unlock();

private:
    //! Goes on only if the keychain is open: of a locked one QtKeychain would tell nonsense.
    void whenOpen(const std::function<void()> &next);
    void run(QKeychain::Job *job, const std::function<void()> &next);
    void readEntry(const std::function<void(const Result &)> &next);
    void compare(const Result &kept);
    [[nodiscard]] Result entryOf(const QKeychain::ReadPasswordJob &job) const;
    [[nodiscard]] KeychainProblem problemOf(const QKeychain::Job &job) const;

    [[nodiscard]] bool isOver() const { return !m_done; }
    void fail(KeychainProblem problem) { finish(Unexpected{problem}); }
    void succeed() { finish(Result(std::nullopt)); }
    void finish(const Result &result);

    KeychainLock &m_lock;
    QString m_key;
    QPointer<QObject> m_context;
    Keychain::ReadDone m_done;
    QTimer m_deadline;
    std::chrono::milliseconds m_promptDeadline{0};
    std::optional<Bearer> m_bearer;
    std::shared_ptr<QStringList> m_names;
};

void Operation::store()
{
    if (m_bearer->bytes().size() > LongestKept) {
        fail(KeychainProblem::TooLong);
        return;
    }
    whenOpen([this] {
        auto *job = new QKeychain::WritePasswordJob(u"purser"_s);
        // Text for ever: binary and text under one key are two entries, and one gets stale.
        job->setTextData(QString::fromLatin1(m_bearer->bytes()));
        run(job, [this, job] {
            if (job->error() != QKeychain::NoError) {
                fail(problemOf(*job));
                return;
            }
            // KWallet reports success for a write that failed.
            readEntry([this](const Result &kept) { compare(kept); });
        });
    });
}

void Operation::read()
{
    whenOpen([this] { readEntry([this](const Result &entry) { finish(entry); }); });
}

void Operation::forget()
{
    whenOpen([this] {
        auto *job = new QKeychain::DeletePasswordJob(u"purser"_s);
        run(job, [this, job] {
            if (job->error() != QKeychain::NoError && job->error() != QKeychain::EntryNotFound) {
                fail(problemOf(*job));
                return;
            }
            readEntry([this](const Result &left) {
                const bool isThere =
                    left ? left->has_value() : left.error() == KeychainProblem::Unusable;
                finish(isThere ? Result(Unexpected{KeychainProblem::NotKept}) : left);
            });
        });
    });
}

void Operation::find()
{
    m_lock.find(this, [this](const Expected<QStringList, KeychainProblem> &found) {
        if (isOver()) {
            return;
        }
        if (!found) {
            fail(found.error());
            return;
        }
        *m_names = *found;
        succeed();
    });
}

void Operation::unlock()
{
    m_lock.unlock(
        this, [this] { m_deadline.start(m_promptDeadline); },
        [this](std::optional<KeychainProblem> problem) {
            if (problem) {
                fail(*problem);
                return;
            }
            succeed();
        });
}

void Operation::whenOpen(const std::function<void()> &next)
{
    m_lock.check(this, [this, next](std::optional<KeychainProblem> problem) {
        if (isOver()) {
            return;
        }
        if (problem) {
            fail(*problem);
            return;
        }
        next();
    });
}

void Operation::run(QKeychain::Job *job, const std::function<void()> &next)
{
    job->setKey(m_key);
    connect(job, &QKeychain::Job::finished, this, [this, next] {
        if (!isOver()) {
            next();
        }
    });
    job->start();
}

void Operation::readEntry(const std::function<void(const Result &)> &next)
{
    auto *job = new QKeychain::ReadPasswordJob(u"purser"_s);
    run(job, [this, job, next] {
        const Result entry = entryOf(*job);
        if (entry && !entry->has_value()) {
            // It may have been locked meanwhile, and then it only looks absent.
            whenOpen([next, entry] { next(entry); });
            return;
        }
        next(entry);
    });
}

void Operation::compare(const Result &kept)
{
    if (!kept && kept.error() != KeychainProblem::Unusable) {
        finish(kept);
        return;
    }
    if (!kept || *kept != m_bearer) {
        fail(KeychainProblem::NotKept);
        return;
    }
    succeed();
}

Result Operation::entryOf(const QKeychain::ReadPasswordJob &job) const
{
    if (job.error() == QKeychain::EntryNotFound) {
        return std::optional<Bearer>();
    }
    if (job.error() != QKeychain::NoError) {
        return Unexpected{problemOf(job)};
    }
    // The same bytes as text, without the copy that textData() would leave in memory.
    const QByteArray bytes = job.binaryData();
    if (bytes.isEmpty()) {
        // Nobody stores an empty one: it is how KWallet tells of a read that failed.
        return Unexpected{KeychainProblem::Unavailable};
    }
    const auto bearer = Bearer::fromBytes(bytes);
    if (!bearer) {
        return Unexpected{KeychainProblem::Unusable};
    }
    return std::optional(*bearer);
}

KeychainProblem Operation::problemOf(const QKeychain::Job &job) const
{
    switch (job.error()) {
    case QKeychain::AccessDenied:
        // The only thing that libsecret calls by this name is a locked collection.
        return m_lock.isSecretService() ? KeychainProblem::Locked : KeychainProblem::Refused;
    case QKeychain::AccessDeniedByUser:
        return KeychainProblem::Refused;
    default:
        return KeychainProblem::Unavailable;
    }
}

void Operation::finish(const Result &result)
{
    if (isOver()) {
        return;
    }
    m_deadline.stop();
    const Keychain::ReadDone done = std::exchange(m_done, nullptr);
    m_bearer.reset();
    deleteLater();
    if (m_context) {
        done(result);
    }
}

Keychain::ReadDone withoutEntry(Keychain::StoreDone done)
{
    return [done = std::move(done)](const Result &result) {
        done(result ? std::nullopt : std::optional(result.error()));
    };
}

} // namespace

SystemKeychain::SystemKeychain(QObject *parent, std::chrono::milliseconds deadline,
                               std::chrono::milliseconds promptDeadline)
    : Keychain(parent), m_deadline(deadline), m_promptDeadline(promptDeadline)
{
}

void SystemKeychain::store(const QString &key, const Bearer &bearer, QObject *context,
                           StoreDone done)
{
    auto *operation = new Operation(m_lock, key, context, withoutEntry(std::move(done)), this);
    operation->setBearer(bearer);
    operation->start(m_deadline, &Operation::store);
}

void SystemKeychain::read(const QString &key, QObject *context, ReadDone done)
{
    auto *operation = new Operation(m_lock, key, context, std::move(done), this);
    operation->start(m_deadline, &Operation::read);
}

void SystemKeychain::forget(const QString &key, QObject *context, StoreDone done)
{
    auto *operation = new Operation(m_lock, key, context, withoutEntry(std::move(done)), this);
    operation->start(m_deadline, &Operation::forget);
}

void SystemKeychain::find(QObject *context, FindDone done)
{
    auto names = std::make_shared<QStringList>();
    auto *operation = new Operation(
        m_lock, QString(), context,
        [names, done = std::move(done)](const Result &result) {
            if (result) {
                done(*names);
            } else {
                done(Unexpected{result.error()});
            }
        },
        this);
    operation->collectNamesIn(names);
    operation->start(m_deadline, &Operation::find);
}

void SystemKeychain::unlock(QObject *context, StoreDone done)
{
    auto *operation =
        new Operation(m_lock, QString(), context, withoutEntry(std::move(done)), this);
    operation->setPromptDeadline(m_promptDeadline);
    operation->start(m_deadline, &Operation::unlock);
}

} // namespace purser
