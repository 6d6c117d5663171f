// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSslConfiguration>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace purser::test {

//! A certificate authority that lives as long as the test, made by the openssl command.
class TestCa {
public:
    //! Makes the authority; ends the test program where the openssl command can't do it.
    TestCa();

    //! For a client that trusts this authority and no other.
    [[nodiscard]] QSslConfiguration trusting() const;

    //! For a server that is 127.0.0.1 and localhost; offers HTTP/2 to who wants it.
    [[nodiscard]] QSslConfiguration server();
    [[nodiscard]] QSslConfiguration expiredServer();
    //! For a server that is somebody else.
    [[nodiscard]] QSslConfiguration otherServer();

private:
    [[nodiscard]] QString path(const QString &file) const { return m_folder.filePath(file); }
    void openssl(const QStringList &arguments) const;
    void write(const QString &file, const QByteArray &content) const;
    [[nodiscard]] QByteArray content(const QString &file) const;
    [[nodiscard]] QSslConfiguration issue(const QString &id, const QByteArray &subjectNames,
                                          const QString &start, const QString &end);

    QTemporaryDir m_folder;
};

} // namespace purser::test
