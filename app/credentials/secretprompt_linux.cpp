// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/secretprompt_linux.h"

#include <QDBusPendingCall>

using namespace Qt::StringLiterals;

namespace purser {

SecretPrompt::SecretPrompt(const QString &service, const QString &path, const QDBusConnection &bus,
                           QObject *parent)
    : QDBusAbstractInterface(service, path, "org.freedesktop.Secret.Prompt", bus, parent)
{
    connect(this, &SecretPrompt::Completed, this, [this] { m_open = false; });
}

SecretPrompt::~SecretPrompt()
{
    if (m_open) {
        asyncCall(u"Dismiss"_s);
    }
}

QDBusPendingCall SecretPrompt::show()
{
    m_open = true;
    return asyncCall(u"Prompt"_s, QString()); // no window to stay above: it is known to X11 alone
}

} // namespace purser
