// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "cli/options.h"
#include "cli/tr.h"
#include "credentials/secretlike.h"
#include "wording/wording.h"

#include <QCommandLineParser>

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
            if (const QString problem = problemOfText(name, m_parser.value(name));
                option.takesValue && !problem.isEmpty()) {
                return problem;
            }
        }
        line.sandbox = m_parser.isSet(u"sandbox"_s);
        line.dryRun = m_parser.isSet(u"dry-run"_s);
        line.all = m_parser.isSet(u"all"_s);
        line.yes = m_parser.isSet(u"yes"_s);
        line.sameCustomer = m_parser.isSet(u"same-customer"_s);
        line.withoutJournal = m_parser.isSet(u"without-journal"_s);
        if (line.all && m_parser.isSet(u"account"_s)) {
            return Cli::tr("--all and --account exclude each other.");
        }
        if (line.sandbox && m_parser.isSet(u"url"_s)) {
            return Cli::tr("--sandbox and --url exclude each other.");
        }
        return std::nullopt;
    }

    std::optional<QString> readWords()
    {
        switch (*line.command) {
        case CommandName::Show:
        case CommandName::Set:
            return readTokenName();
        case CommandName::Undo:
            return readChangeId();
        default:
            break;
        }
        if (m_words.isEmpty()) {
            return std::nullopt;
        }
        // Not repeated: it may well be a JWT.
        return line.command == CommandName::Login
            ? Cli::tr("login takes no argument: the JWT is read from standard input, because "
                      "every program on this computer can see arguments.")
            : Cli::tr("%1 takes no argument.").arg(textOf(*line.command));
    }

    std::optional<QString> readTokenName()
    {
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
        if (looksLikeJwt(line.tokenName)) {
            return Cli::tr("This looks like a JWT, not like a token's name. The JWT is read from "
                           "standard input by purser-cli login, and belongs nowhere else.");
        }
        return std::nullopt;
    }

    std::optional<QString> readChangeId()
    {
        if (m_words.size() != 1) {
            return Cli::tr("Give one change's id: purser-cli history lists them.");
        }
        return take(changeIdFrom(m_words.front()), line.changeId);
    }

    std::optional<QString> readValues()
    {
        line.apart = value(u"apart"_s).value_or(QString()).trimmed();
        if (const auto id = value(u"abandon"_s)) {
            if (const auto problem = take(changeIdFrom(*id), line.changeId)) {
                return problem;
            }
        }
        for (const auto step : {&Reader::readAccount, &Reader::readUrl, &Reader::readBalance,
                                &Reader::readRequest, &Reader::readFilter}) {
            if (const auto problem = (this->*step)()) {
                return problem;
            }
        }
        if (line.command == CommandName::Set && line.request.isEmpty()) {
            return Cli::tr("Say what to change: --balance, --add, --deduct, --expires or "
                           "--active.");
        }
        return std::nullopt;
    }

    //! The option's text, where it is given.
    [[nodiscard]] std::optional<QString> value(const QString &option) const
    {
        return m_parser.isSet(option) ? std::optional(m_parser.value(option)) : std::nullopt;
    }

    //! Puts a value to its place, or gives the sentence.
    template <typename Value, typename Place>
    static std::optional<QString> take(const Expected<Value, QString> &value, Place &place)
    {
        if (!value) {
            return value.error();
        }
        place = *value;
        return std::nullopt;
    }

    //! The same for an option that may be left out. from: makes the value of its text.
    template <typename From, typename Place>
    std::optional<QString> takeOption(const QString &option, From from, Place &place) const
    {
        const auto text = value(option);
        return text ? take(from(option, *text), place) : std::nullopt;
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
        struct Way {
            QString option;
            BalanceMode mode;
        };
        const QList<Way> ways{{u"balance"_s, BalanceMode::SetTo},
                              {u"add"_s, BalanceMode::Add},
                              {u"deduct"_s, BalanceMode::Deduct}};
        for (const Way &way : ways) {
            const auto text = value(way.option);
            if (!text) {
                continue;
            }
            if (line.request.balance) {
                return Cli::tr("--balance, --add and --deduct exclude one another.");
            }
            const auto amount = way.mode == BalanceMode::SetTo ? balanceFrom(way.option, *text)
                                                               : amountFrom(way.option, *text);
            if (!amount) {
                return amount.error();
            }
            line.request.balance = BalanceEdit{way.mode, *amount};
        }
        return std::nullopt;
    }

    std::optional<QString> readRequest()
    {
        ChangeRequest &request = line.request;
        if (auto problem = takeOption(u"expires"_s, expiryFrom, request.expiry)) {
            return problem;
        }
        if (auto problem = takeOption(u"active"_s, switchFrom, request.activeBalance)) {
            return problem;
        }
        return takeOption(u"reason"_s, reasonFrom, request.reason);
    }

    std::optional<QString> readFilter()
    {
        JournalFilter &filter = line.filter;
        filter.account = line.account;
        filter.token = value(u"token"_s).value_or(QString());
        filter.text = value(u"text"_s).value_or(QString());
        if (auto problem = takeOption(u"outcome"_s, outcomeFrom, filter.outcome)) {
            return problem;
        }
        if (auto problem = takeOption(u"since"_s, timeFrom, filter.from)) {
            return problem;
        }
        if (auto problem = takeOption(u"until"_s, timeFrom, filter.to)) {
            return problem;
        }
        return takeOption(u"limit"_s, countFrom, line.limit);
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
    case CommandName::List:
        return u"list"_s;
    case CommandName::Show:
        return u"show"_s;
    case CommandName::Set:
        return u"set"_s;
    case CommandName::History:
        return u"history"_s;
    case CommandName::Undo:
        return u"undo"_s;
    case CommandName::Settle:
        return u"settle"_s;
    }
    return {};
}

bool writesJournal(const CommandLine &line)
{
    const bool changes = line.command == CommandName::Set || line.command == CommandName::Undo;
    return line.command == CommandName::Settle || (changes && !line.dryRun && !line.withoutJournal);
}

bool onlyReads(const CommandLine &line)
{
    switch (line.command.value_or(CommandName::Settle)) {
    case CommandName::Accounts:
    case CommandName::List:
    case CommandName::Show:
    case CommandName::History:
        return true;
    case CommandName::Set:
    case CommandName::Undo:
        return line.dryRun;
    default:
        return false;
    }
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
