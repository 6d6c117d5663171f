// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

#include <optional>

namespace purser {

//! The test program again, as another program that uses the journal.
class JournalChild {
public:
    JournalChild() = default;
    ~JournalChild();
    JournalChild(const JournalChild &) = delete;
    JournalChild &operator=(const JournalChild &) = delete;

    void start(const QStringList &arguments);
    //! Starts it; what it says first. It goes on.
    QString firstLine(const QStringList &arguments);
    //! Waits for its end; the last line that it said.
    QString end();
    QString run(const QStringList &arguments);
    void kill();

private:
    QProcess m_process;
};

//! In main(): does what a child is to do, and gives its exit code; nothing if this is no child.
std::optional<int> runAsJournalChild(const QStringList &arguments);

//! Whether --until-full works on this system.
bool childCanLimitItsFiles();

} // namespace purser
