// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace purser::test {

//! What one call of purser-cli left behind.
struct CliResult {
    int code = -1; //!< -1: it crashed, or did not end
    QString out;
    QString error;

    //! Standard output, if it is exactly one line with one JSON object; else empty.
    [[nodiscard]] QJsonObject json() const;
    //! A part of it, and of its "error".
    [[nodiscard]] QString part(const QString &name) const;
    [[nodiscard]] QString errorPart(const QString &name) const;
    //! Everything, for a failed check.
    [[nodiscard]] QByteArray text() const;
};

//! Calls of the real purser-cli with settings of their own, and the session's keyring.
class CliBench {
public:
    CliBench();
    //! Signs out of every account, so that the keyring is left as it was.
    ~CliBench();
    CliBench(const CliBench &) = delete;
    CliBench &operator=(const CliBench &) = delete;

    //! input: all of its standard input.
    [[nodiscard]] CliResult run(const QStringList &arguments, const QByteArray &input = {}) const;
    //! The same, started only; its standard input stays open.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    //! Waits for the end.
    [[nodiscard]] static CliResult resultOf(QProcess &process);

    //! The executable.
    [[nodiscard]] static QString program();

    //! Signs in; true if that went well.
    [[nodiscard]] bool login(const QString &url, const QByteArray &jwt) const;

    [[nodiscard]] QString settingsPath() const;
    [[nodiscard]] QString journalPath() const;
    [[nodiscard]] QString home() const { return m_home.path(); }
    //! Every file below home() whose content has the text in it.
    [[nodiscard]] QStringList filesWith(const QByteArray &text) const;

    QProcessEnvironment environment;

private:
    QTemporaryDir m_home;
};

} // namespace purser::test
