// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/balance.h"
#include "domain/expected.h"
#include "sandbox/faultplan.h"

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <chrono>

namespace purser::sandbox {

//! What the command line says.
struct Options {
    static constexpr int StandardTokens = 12;
    static constexpr int MaximumTokens = 200'000;

    quint16 port = 0; //!< 0: a free one
    int tokens = StandardTokens;
    std::chrono::milliseconds latency{0};
    Balance spend; //!< what each read of a token costs it
    QList<Fault> faults;
    bool untilStdinCloses = false;
};

//! The command line's grammar; arguments are read by it and by optionsFrom().
class OptionsParser {
public:
    OptionsParser();

    //! arguments: with the program's name in front. The error is a sentence.
    //! --help and --version are no error; ask for them afterwards.
    Expected<Options, QString> parse(const QStringList &arguments);

    [[nodiscard]] bool asksForHelp() const;
    [[nodiscard]] bool asksForVersion() const;
    [[nodiscard]] QString helpText() const;

private:
    [[nodiscard]] Expected<Options, QString> options() const;
    [[nodiscard]] Expected<QList<Fault>, QString> faults() const;

    QCommandLineParser m_parser;
};

} // namespace purser::sandbox
