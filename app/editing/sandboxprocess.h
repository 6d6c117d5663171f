// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/bearer.h"
#include "domain/serviceurl.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <chrono>

namespace purser {

//! A purser-sandbox of our own. It ends with this object, and with our process however that
//! ends: it reads a pipe from us and leaves when the pipe closes. start() ends in exactly one
//! of the two signals, from the event loop, by the deadline. GUI thread only.
class SandboxProcess : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds StandardDeadline{20'000};

    //! The purser-sandbox that lies beside the running executable.
    explicit SandboxProcess(QObject *parent = nullptr);
    //! arguments: for the sandbox, such as --fail; what ends it with us is added.
    SandboxProcess(const QString &program, const QStringList &arguments, QObject *parent = nullptr);
    //! Waits for the end of the child: a moment, then it is killed.
    ~SandboxProcess() override;

    //! From start to the first line.
    void setDeadline(std::chrono::milliseconds deadline);
    //! Precondition: not started before.
    void start();

Q_SIGNALS:
    //! bearer: the only one that this sandbox takes.
    void started(const purser::ServiceUrl &url, const purser::Bearer &bearer);
    //! detail: technical, for below a sentence.
    void failed(const QString &detail);

private:
    void readFirstLine();
    void decide(const QByteArray &line);
    void fail(const QString &detail);
    [[nodiscard]] QString lastWords();

    QProcess m_process;
    QTimer m_deadline;
    bool m_decided = false;
};

} // namespace purser
