// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/report.h"

#include <cstdio>

namespace purser::cli {

//! Writes text as the system's terminals and pipes expect it. False: it did not come out whole.
bool print(std::FILE *stream, const QString &text);

//! Where purser-cli writes: for people, lines on standard output; for programs (--json), one
//! object there and nothing else. Complaints go to standard error either way. What is written
//! is out when the call returns.
class Printer {
public:
    explicit Printer(bool json) : m_json(json) { }

    //! Lines for people; left out with --json.
    void say(const QString &text) const;
    void complain(const QString &sentence) const;
    //! The object of --json; left out for people. Once per run.
    void report(const Report &report) const;
    //! Whether all that was asked for has come out on standard output.
    [[nodiscard]] bool isWritten() const { return m_isWritten; }

private:
    bool m_json;
    mutable bool m_isWritten = true;
};

} // namespace purser::cli
