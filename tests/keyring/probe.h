// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

#include <chrono>

namespace purser {

//! A well-formed JWT of that many bytes.
QByteArray jwt(qsizetype size = 400, char filling = 'a');

//! A command of keychainprobe about the entry that most tests use.
QByteArray command(const char *verb, const QByteArray &rest = {});

//! Test rows with one command each in the column "line": read, store and forget.
void addEveryCommand();

//! A running keychainprobe.
class Probe {
public:
    static constexpr std::chrono::milliseconds Standard{20'000};

    explicit Probe(const QProcessEnvironment &environment,
                   std::chrono::milliseconds deadline = Standard,
                   std::chrono::milliseconds promptDeadline = Standard);
    ~Probe();
    Q_DISABLE_COPY_MOVE(Probe)

    void tell(const QByteArray &command);
    //! The next line of answer, or why there is none.
    QByteArray answer();
    //! Tells and answers. The event loop runs meanwhile, for the services that tests fake.
    QByteArray ask(const QByteArray &command);

    //! What ask("read ...") answers when that bearer is kept.
    static QByteArray present(const QByteArray &bearer);

private:
    QProcess m_process;
};

} // namespace purser
