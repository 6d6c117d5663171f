// SPDX-License-Identifier: GPL-3.0-or-later
// purser-cli, the command line: puts the parts together, nothing else.
#include "cli/help.h"
#include "cli/run.h"
#include "cli/spec.h"
#include "cli/tr.h"
#include "domain/arguments.h"
#include "system/privatefiles.h"
#include "wording/translations.h"

#include <algorithm>
#include <string_view>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::cli;

namespace {

int failUsage(const UsageError &error)
{
    const Printer printer(error.json);
    const QString command = error.command ? error.command->name + u' ' : QString();
    printer.complain(error.sentence + u' ' + Cli::tr("See purser-cli %1--help.").arg(command));
    Report report;
    report.outcome = u"not_sent"_s;
    report.error = ReportedError{u"usage"_s, error.sentence, 0, {}};
    printer.report(report);
    return static_cast<int>(ExitCode::Usage);
}

int run(const CommandLine &line)
{
    if (line.help || line.version) {
        Printer(false).say(line.help
                               ? helpText(line.command)
                               : u"purser-cli %1"_s.arg(QCoreApplication::applicationVersion()));
        return static_cast<int>(ExitCode::Done);
    }
    const Printer printer(line.json);
    return static_cast<int>(line.sandbox ? runInSandbox(line, printer) : runForUser(line, printer));
}

int runProgram(int argc, char *argv[])
{
    protectProcess();
    QCoreApplication::setApplicationName(u"purser"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PURSER_VERSION));
    QCoreApplication app(argc, argv);
    installTranslations(app);

    const auto arguments = argumentsFrom(argc, argv);
    if (!arguments) {
        const bool json = std::any_of(argv + 1, argv + argc, [](const char *argument) {
            return std::string_view(argument) == "--json";
        });
        return failUsage({Cli::tr("An argument is not valid UTF-8, so it can't be sent as it is."),
                          nullptr, json});
    }
    const auto line = parseCommandLine(*arguments);
    return line ? run(*line) : failUsage(line.error());
}

} // namespace

int main(int argc, char *argv[])
{
    return leaveProcess(runProgram(argc, argv));
}
