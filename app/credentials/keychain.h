// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/bearer.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

namespace purser {

//! Why the keychain did not do what was asked. Absent is not among them: a missing entry is
//! an answer.
enum class KeychainProblem {
    Locked, //!< there, but closed: Keychain::unlock() may open it
    Unavailable, //!< no keychain service, no session bus, or a service that fails
    Refused, //!< the user or the system denied access
    TimedOut, //!< no answer within the deadline
    NotKept, //!< it claimed success, yet reads back something else (or still holds the entry)
    Unlisted, //!< nothing was stored: its name could not be written down (see Credentials)
    TooLong, //!< longer than this system's keychain holds
    Unusable, //!< the entry is there but is not a bearer token
};

//! The system's store of secrets. Every operation calls done exactly once, from the event
//! loop and never from inside the call, within the deadline; not at all once context is gone.
//! GUI thread only.
class Keychain : public QObject {
    Q_OBJECT

public:
    using StoreDone = std::function<void(std::optional<KeychainProblem>)>;
    //! nullopt inside the value: there is no such entry.
    using ReadResult = Expected<std::optional<Bearer>, KeychainProblem>;
    using ReadDone = std::function<void(const ReadResult &)>;

    using FindDone = std::function<void(const Expected<QStringList, KeychainProblem> &)>;

    using QObject::QObject;

    //! Stores, then reads back and compares.
    virtual void store(const QString &key, const Bearer &bearer, QObject *context,
                       StoreDone done) = 0;
    virtual void read(const QString &key, QObject *context, ReadDone done) = 0;
    //! Removes, then checks that it is gone. An absent entry is success.
    virtual void forget(const QString &key, QObject *context, StoreDone done) = 0;
    //! The names of all of Purser's entries, where the system can be asked for them; none
    //! elsewhere. Those in a part of the keychain that is locked are among them.
    virtual void find(QObject *context, FindDone done);
    //! Asks the system to open a locked keychain; the system may show its own prompt, which
    //! gets a longer deadline. Success when it is open afterwards.
    virtual void unlock(QObject *context, StoreDone done) = 0;
};

} // namespace purser
