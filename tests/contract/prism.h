// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>

namespace purser::test {

//! Prism, a mock server of other people's making: it holds every request against an OpenAPI
//! document, answers the good ones with the document's first example and the others with an
//! error of its own. It runs for as long as this object lives.
class Prism {
public:
    //! Serves the document on a free port of loopback. Returns once it listens, or has failed.
    //! folder: where npm put it (it has node_modules).
    Prism(const QString &folder, const QString &document);
    ~Prism();
    Prism(const Prism &) = delete;
    Prism &operator=(const Prism &) = delete;

    //! Why it doesn't serve, in a sentence; empty if it does.
    [[nodiscard]] QString problem() const { return m_problem; }
    //! "http://127.0.0.1:PORT", without a slash at the end.
    [[nodiscard]] QString url() const { return m_url; }
    //! What it wrote since this was last asked, its words on each fault among it.
    [[nodiscard]] QString takeOutput();

private:
    void start(const QString &program, const QString &document);
    void awaitListening();

    QProcess m_process;
    QString m_problem;
    QString m_url;
};

} // namespace purser::test
