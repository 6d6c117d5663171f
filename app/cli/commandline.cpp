// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "cli/spec.h"
#include "cli/tr.h"

#include <QCommandLineParser>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

//! The parser's results, turned into values; the error is a sentence.
class Reader {
public:
    Reader()
    {
        m_parser.addOption(QCommandLineOption(QStringList{u"h"_s, u"help"_s}));
        m_parser.addOption(QCommandLineOption(QStringList{u"v"_s, u"version"_s}));
        collect(commonOptions());
        const auto commands = allCommands();
        for (const CommandSpec *command : commands) {
            collect(command->options);
        }
    }

    Problem read(const QStringList &arguments)
    {
        const bool parsed = m_parser.parse(arguments);
        m_words = m_parser.positionalArguments();
        line.json = m_parser.isSet(u"json"_s);
        if (const auto problem = readCommand()) {
            return problem;
        }
        if (!parsed) {
            return parserProblem();
        }
        line.help = m_parser.isSet(u"help"_s);
        line.version = m_parser.isSet(u"version"_s);
        if (line.help || line.version) {
            return std::nullopt;
        }
        if (!line.command) {
            return Cli::tr("Say what to do: %1.").arg(commandNames());
        }
        if (const auto problem = checkOptions()) {
            return problem;
        }
        if (const auto problem = line.command->readWords(m_words, line)) {
            return problem;
        }
        if (const auto problem = readValues()) {
            return problem;
        }
        return line.command->check ? line.command->check(line) : std::nullopt;
    }

    CommandLine line;

private:
    //! Several commands may have the same one.
    void collect(const QList<Option> &options)
    {
        for (const Option &option : options) {
            if (!find(m_options, option.name)) {
                m_options.append(option);
                m_parser.addOption(
                    {QString(option.name), {}, option.takesValue ? u"value"_s : QString()});
            }
        }
    }

    static const Option *find(const QList<Option> &options, QLatin1StringView name)
    {
        const auto found =
            std::find_if(options.begin(), options.end(),
                         [name](const Option &option) { return option.name == name; });
        return found == options.end() ? nullptr : &*found;
    }

    static QString commandNames()
    {
        QStringList names;
        const auto commands = allCommands();
        for (const CommandSpec *command : commands) {
            names.append(command->name);
        }
        return names.join(", "_L1);
    }

    [[nodiscard]] QString parserProblem() const
    {
        const QStringList unknown = m_parser.unknownOptionNames();
        if (unknown.isEmpty()) {
            return m_parser.errorText();
        }
        return Cli::tr("There is no option \u201c%1\u201d. A name that begins with \u201c-\u201d "
                       "has to follow \u201c--\u201d.")
            .arg(excerpt(unknown.front()));
    }

    Problem readCommand()
    {
        if (m_words.isEmpty()) {
            return std::nullopt;
        }
        const QString word = m_words.takeFirst();
        const auto commands = allCommands();
        for (const CommandSpec *command : commands) {
            if (word == command->name) {
                line.command = command;
                return std::nullopt;
            }
        }
        return Cli::tr("There is no command \u201c%1\u201d, only %2.")
            .arg(excerpt(word), commandNames());
    }

    [[nodiscard]] Problem checkOptions() const
    {
        for (const Option &option : m_options) {
            const QString name(option.name);
            if (!m_parser.isSet(name)) {
                continue;
            }
            if (!find(commonOptions(), option.name) && !find(line.command->options, option.name)) {
                return Cli::tr("The option --%1 does not belong to %2.")
                    .arg(name, line.command->name);
            }
            if (option.takesValue && m_parser.values(name).size() > 1) {
                return Cli::tr("The option --%1 is given more than once.").arg(name);
            }
            if (const QString problem = problemOfText(name, m_parser.value(name));
                option.takesValue && !problem.isEmpty()) {
                return problem;
            }
        }
        for (const auto &[one, other] : line.command->exclusive) {
            if (m_parser.isSet(one) && m_parser.isSet(other)) {
                return Cli::tr("--%1 and --%2 exclude each other.").arg(one, other);
            }
        }
        return std::nullopt;
    }

    Problem readValues()
    {
        const auto options = commonOptions() + line.command->options;
        for (const Option &option : options) {
            const QString name(option.name);
            if (!m_parser.isSet(name)) {
                continue;
            }
            if (const auto problem = option.read(m_parser.value(name), line)) {
                return problem;
            }
        }
        return std::nullopt;
    }

    QCommandLineParser m_parser;
    QList<Option> m_options; //!< of all commands
    QStringList m_words; //!< what is no option
};

} // namespace

bool writesJournal(const CommandLine &line)
{
    return line.command->writesJournal && line.command->writesJournal(line);
}

bool onlyReads(const CommandLine &line)
{
    return line.command->onlyReads && line.command->onlyReads(line);
}

Expected<CommandLine, UsageError> parseCommandLine(const QStringList &arguments)
{
    Reader reader;
    if (const auto problem = reader.read(arguments)) {
        return Unexpected{UsageError{*problem, reader.line.command, reader.line.json}};
    }
    return reader.line;
}

} // namespace purser::cli
