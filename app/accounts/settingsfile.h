// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/initext.h"
#include "system/privatefiles.h"

#include <functional>

namespace purser {

//! The settings file (purser.ini), which several programs write: the accounts, and what the
//! window remembers of itself. Each call reads it anew. What changes it holds a lock from before
//! it is read until it is replaced, by a file that is whole or not at all; the lock of a program
//! that is gone doesn't count.
class SettingsFile {
public:
    explicit SettingsFile(QString path) : m_path(std::move(path)) { }

    [[nodiscard]] Expected<IniText, FileProblem> read() const;
    //! Invalid: there is none, or the file can't be read.
    [[nodiscard]] QVariant value(const QString &key) const;

    //! Reads, changes and replaces the file; waits some seconds for other programs to be done.
    //! False, with nothing changed: change said so, or the file or its lock can't be had.
    bool update(const std::function<bool(IniText &)> &change) const;
    bool setValues(const QVariantHash &values) const;

    [[nodiscard]] QString path() const { return m_path; }

private:
    [[nodiscard]] bool replace(const QByteArray &text) const;

    QString m_path;
};

} // namespace purser
