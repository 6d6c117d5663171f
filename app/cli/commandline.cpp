// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "cli/printable.h"
#include "cli/tr.h"
#include "wording/wording.h"

#include <QCommandLineParser>

#include <array>

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

constexpr std::array AllCommands{CommandName::Login, CommandName::Logout, CommandName::Accounts,
                                 CommandName::Show, CommandName::Set};

//! What the parser can't know: which options take a value, and which belong to one command.
struct Option {
    QLatin1StringView name;
    bool takesValue;
    QList<CommandName> commands; //!< empty: all of them
};

const QList<Option> &allOptions()
{
    static const QList<Option> options{
        {"account"_L1, true, {}},
        {"sandbox"_L1, false, {}},
        {"json"_L1, false, {}},
        {"url"_L1, true, {CommandName::Login}},
        {"yes"_L1, false, {CommandName::Login, CommandName::Set}},
        {"balance"_L1, true, {CommandName::Set}},
        {"expires"_L1, true, {CommandName::Set}},
        {"active"_L1, true, {CommandName::Set}},
        {"dry-run"_L1, false, {CommandName::Set}},
    };
    return options;
}

//! Short enough that a secret in the wrong place is not repeated as a whole.
QString excerpt(const QString &text)
{
    constexpr qsizetype Shown = 24;
    return printable(text.size() <= Shown ? text : text.left(Shown) + u'\u2026');
}

//! The parser's results, turned into values; the error is a sentence.
class Reader {
public:
    Reader()
    {
        m_parser.addOption(QCommandLineOption(QStringList{u"h"_s, u"help"_s}));
        m_parser.addOption(QCommandLineOption(QStringList{u"v"_s, u"version"_s}));
        for (const Option &option : allOptions()) {
            m_parser.addOption(
                {QString(option.name), {}, option.takesValue ? u"value"_s : QString()});
        }
    }

    //! Nothing, or the sentence.
    std::optional<QString> read(const QStringList &arguments)
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
        for (const auto step : {&Reader::checkOptions, &Reader::readWords, &Reader::readValues}) {
            if (const auto problem = (this->*step)()) {
                return problem;
            }
        }
        return std::nullopt;
    }

    CommandLine line;

private:
    static QString commandNames()
    {
        QStringList names;
        for (const CommandName command : AllCommands) {
            names.append(textOf(command));
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

    std::optional<QString> readCommand()
    {
        if (m_words.isEmpty()) {
            return std::nullopt;
        }
        const QString word = m_words.takeFirst();
        for (const CommandName command : AllCommands) {
            if (word == textOf(command)) {
                line.command = command;
                return std::nullopt;
            }
        }
        return Cli::tr("There is no command \u201c%1\u201d, only %2.")
            .arg(excerpt(word), commandNames());
    }

    std::optional<QString> checkOptions()
    {
        for (const Option &option : allOptions()) {
            const QString name(option.name);
            if (!m_parser.isSet(name)) {
                continue;
            }
            if (!option.commands.isEmpty() && !option.commands.contains(*line.command)) {
                return Cli::tr("The option --%1 does not belong to %2.")
                    .arg(name, textOf(*line.command));
            }
            if (option.takesValue && m_parser.values(name).size() > 1) {
                return Cli::tr("The option --%1 is given more than once.").arg(name);
            }
        }
        line.sandbox = m_parser.isSet(u"sandbox"_s);
        line.dryRun = m_parser.isSet(u"dry-run"_s);
        line.yes = m_parser.isSet(u"yes"_s);
        if (line.sandbox && m_parser.isSet(u"url"_s)) {
            return Cli::tr("--sandbox and --url exclude each other.");
        }
        return std::nullopt;
    }

    std::optional<QString> readWords()
    {
        const bool namesToken =
            line.command == CommandName::Show || line.command == CommandName::Set;
        if (!namesToken) {
            if (m_words.isEmpty()) {
                return std::nullopt;
            }
            // Not repeated: it may well be a JWT.
            return line.command == CommandName::Login
                ? Cli::tr("login takes no argument: the JWT is read from standard input, because "
                          "every program on this computer can see arguments.")
                : Cli::tr("%1 takes no argument.").arg(textOf(*line.command));
        }
        if (m_words.isEmpty()) {
            return Cli::tr("Name the token.");
        }
        if (m_words.size() > 1) {
            return Cli::tr("%1 takes one token's name: put a name with spaces into quotes.")
                .arg(textOf(*line.command));
        }
        line.tokenName = m_words.front();
        if (const auto problem = tokenNameProblem(line.tokenName)) {
            return wording::problem(*problem);
        }
        return std::nullopt;
    }

    std::optional<QString> readValues()
    {
        for (const auto step : {&Reader::readAccount, &Reader::readUrl, &Reader::readBalance,
                                &Reader::readExpires, &Reader::readActive}) {
            if (const auto problem = (this->*step)()) {
                return problem;
            }
        }
        if (line.command == CommandName::Set && line.patch.isEmpty()) {
            return Cli::tr("Say what to change: --balance, --expires or --active.");
        }
        return std::nullopt;
    }

    //! The option's text, where it is given.
    [[nodiscard]] std::optional<QString> value(const QString &option) const
    {
        return m_parser.isSet(option) ? std::optional(m_parser.value(option)) : std::nullopt;
    }

    static QString about(const QString &option, const QString &sentence)
    {
        return "--"_L1 + option + ": "_L1 + sentence;
    }

    std::optional<QString> readAccount()
    {
        const auto text = value(u"account"_s);
        if (!text) {
            return std::nullopt;
        }
        line.account = text->trimmed();
        if (line.account.isEmpty()) {
            return about(u"account"_s, Cli::tr("Give the account a name."));
        }
        return std::nullopt;
    }

    std::optional<QString> readUrl()
    {
        const auto text = value(u"url"_s);
        if (!text) {
            return std::nullopt;
        }
        const auto url = ServiceUrl::fromText(*text);
        if (!url) {
            return about(u"url"_s, wording::problem(url.error()));
        }
        line.url = *url;
        return std::nullopt;
    }

    std::optional<QString> readBalance()
    {
        const auto text = value(u"balance"_s);
        if (!text) {
            return std::nullopt;
        }
        const auto balance = Balance::fromText(*text);
        if (!balance) {
            return about(u"balance"_s,
                         wording::problem(balance.error(), printable(*text), QLocale::c()));
        }
        line.patch.balance = *balance;
        return std::nullopt;
    }

    std::optional<QString> readExpires()
    {
        const auto text = value(u"expires"_s);
        if (!text) {
            return std::nullopt;
        }
        if (text->trimmed() == "never"_L1) {
            line.patch.expiry = Expiry::never();
            return std::nullopt;
        }
        const auto expiry = Expiry::fromIso8601(*text);
        if (!expiry) {
            return about(u"expires"_s,
                         expiry.error() == ExpiryProblem::Empty
                             ? Cli::tr("Give a time such as 2027-03-14T15:09:26Z, or never.")
                             : wording::problem(expiry.error()));
        }
        line.patch.expiry = *expiry;
        return std::nullopt;
    }

    std::optional<QString> readActive()
    {
        const auto text = value(u"active"_s);
        if (!text) {
            return std::nullopt;
        }
        if (*text != "on"_L1 && *text != "off"_L1) {
            return about(u"active"_s, Cli::tr("Say on (the balance is enforced) or off."));
        }
        line.patch.activeBalance = *text == "on"_L1;
        return std::nullopt;
    }

    QCommandLineParser m_parser;
    QStringList m_words; //!< what is no option
};

} // namespace

QString textOf(CommandName command)
{
    switch (command) {
    case CommandName::Login:
        return u"login"_s;
    case CommandName::Logout:
        return u"logout"_s;
    case CommandName::Accounts:
        return u"accounts"_s;
    case CommandName::Show:
        return u"show"_s;
    case CommandName::Set:
        return u"set"_s;
    }
    return {};
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
