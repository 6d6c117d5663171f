// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

#include <functional>

class QIODevice;

namespace purser {

enum class ExportFormat {
    //! RFC 4180 with CRLF, in UTF-8 without a byte order mark; the first row has the names of the
    //! columns. Every cell is a spreadsheetText().
    Csv,
    Json, //!< an array of objects with the columns' names; the tokens and the patch are objects
};

//! The text with an apostrophe before it where a spreadsheet would run it as a formula: it begins
//! with = + - @ (wide ones too), a tab or a line's end, be it after spaces and invisible signs.
QString spreadsheetText(const QString &text);

//! Why an export ended early. What it has written until then is not whole.
struct ExportProblem {
    enum class Kind {
        Cancelled,
        Journal, //!< see journal
        Write, //!< the device took no more, see detail
    };
    Kind kind = Kind::Cancelled;
    std::optional<JournalProblem> journal;
    QString detail;

    friend bool operator==(const ExportProblem &, const ExportProblem &) = default;
};

//! Called after each thousand rows, at the start and at the end. False cancels.
using ExportProgress = std::function<bool(qint64 done, qint64 total)>;

//! Writes what the filter leaves, oldest first, to a device that is open, and gives the number
//! of rows. Holds a thousand rows at a time.
Expected<qint64, ExportProblem> exportJournal(Journal &journal, const JournalFilter &filter,
                                              ExportFormat format, QIODevice &device,
                                              const ExportProgress &progress = {});

} // namespace purser
