// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusAbstractInterface>
#include <QDBusVariant>

namespace purser {

//! org.freedesktop.Secret.Prompt: the Secret Service asks the user. Its end is told by the
//! signal, so connect to that before calling show(). A prompt that is still open when this
//! object ends is dismissed.
class SecretPrompt final : public QDBusAbstractInterface {
    Q_OBJECT

public:
    //! service: the unique name (":1.7") of the one that made the prompt. With a name like
    //! org.freedesktop.secrets QtDBus would ask the bus who owns it, and wait for the answer.
    SecretPrompt(const QString &service, const QString &path, const QDBusConnection &bus,
                 QObject *parent);
    ~SecretPrompt() override;

    QDBusPendingCall show();

Q_SIGNALS:
    // The name and the types are those on the bus.
    void Completed(bool dismissed, const QDBusVariant &result);

private:
    bool m_open = false;
};

} // namespace purser
