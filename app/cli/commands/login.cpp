// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commands/commands.h"
#include "cli/options.h"
#include "cli/printable.h"
#include "cli/sentences.h"
#include "cli/terminal.h"
#include "cli/tr.h"
#include "cli/words.h"
#include "credentials/secretlike.h"
#include "editing/signin.h"
#include "wording/wording.h"

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

QString noJwt()
{
    return Cli::tr("No JWT came from standard input. Give it there: purser-cli login < jwt.txt.");
}

class LoginCommand final : public Command {
public:
    explicit LoginCommand(const Parts &parts);

    void start() override;
    void cancel() override;

private:
    [[nodiscard]] Account chosenAccount() const;
    [[nodiscard]] Report newReport(const QString &outcome) const;
    //! From standard input; complains and ends where there is none.
    std::optional<Bearer> readJwt();
    void failInput(const QString &sentence);
    //! For a JWT in the account's name or URL, which are not repeated.
    void failWithoutNames();
    void onSignedIn(const Account &account, const TokenListResult &checked);
    void onConfirmationNeeded(const ApiError &error);
    void onCustomerQuestion(const Account &account);
    void onOlderForgotten(std::optional<KeychainProblem> problem);
    //! What is to be known of whose JWT it is; may be empty.
    [[nodiscard]] QString customerSentence(const Account &account) const;
    void refuse(const ApiError &error, const QString &next);

    SignIn m_signIn;
    std::optional<QDateTime> m_expiresAt; //!< the JWT's own hint
    std::optional<Account> m_before; //!< the account as it was known
    bool m_namesCustomer = false; //!< the JWT does
    bool m_customerChanged = false;
    QString m_notSaved; //!< the settings file, where it could not be written
    std::optional<KeychainProblem> m_olderLeft; //!< why an older JWT may still be there
};

LoginCommand::LoginCommand(const Parts &parts)
    : Command(parts), m_signIn(parts.credentials, parts.accounts)
{
    m_signIn.setJournal(&log().journal());
    connect(&m_signIn, &SignIn::accountNotSaved, this,
            [this](const QString &path) { m_notSaved = path; });
    connect(&m_signIn, &SignIn::signedIn, this, &LoginCommand::onSignedIn);
    connect(&m_signIn, &SignIn::refused, this, [this](const ApiError &error) {
        refuse(error,
               Cli::tr("Nothing was stored; a JWT stored earlier is still there. Copy a "
                       "fresh JWT and try again."));
    });
    connect(&m_signIn, &SignIn::confirmationNeeded, this, &LoginCommand::onConfirmationNeeded);
    connect(&m_signIn, &SignIn::customerQuestion, this, &LoginCommand::onCustomerQuestion);
    connect(&m_signIn, &SignIn::olderJwtForgotten, this, &LoginCommand::onOlderForgotten);
    connect(&m_signIn, &SignIn::keychainFailed, this, [this](KeychainProblem problem) {
        fail(newReport(outcomeWord(Failure(problem))),
             reportedError(problem, keychainSentence(problem)), ExitCode::Keychain);
    });
}

void LoginCommand::start()
{
    if (const auto bearer = readJwt()) {
        m_expiresAt = bearer->expiresAt();
        m_namesCustomer = !bearer->customer().isEmpty();
        const Account chosen = chosenAccount();
        if (holdsSecret(chosen.name, *bearer) || holdsSecret(chosen.url.toText(), *bearer)) {
            failWithoutNames();
            return;
        }
        m_before = accounts().account(chosen.name);
        m_signIn.setSameCustomer(line().sameCustomer);
        m_signIn.start(chosen, *bearer);
    }
}

void LoginCommand::cancel()
{
    if (!m_signIn.cancel()) {
        return; // it is being stored: that ends by itself, and then it is known how
    }
    ApiError error;
    error.kind = ApiErrorKind::Cancelled;
    fail(newReport(outcomeWord(Failure(error))), reportedError(error, wording::whatHappened(error)),
         exitCodeOf(error));
}

Account LoginCommand::chosenAccount() const
{
    if (auto known = account()) {
        if (line().url) {
            known->url = *line().url;
        }
        return *known;
    }
    Account fresh;
    fresh.name = line().account.isEmpty() ? Cli::tr("Eden AI") : line().account;
    fresh.url = line().url.value_or(ServiceUrl::standard());
    return fresh;
}

Report LoginCommand::newReport(const QString &outcome) const
{
    Report report;
    report.outcome = outcome;
    report.others.insert("account"_L1, chosenAccount().name);
    report.others.insert("customer_changed"_L1, m_customerChanged);
    return report;
}

std::optional<Bearer> LoginCommand::readJwt()
{
    // Four times what can be sent: a longer one is refused in words, an endless one is not read.
    constexpr qsizetype Longest = 4 * Bearer::MaximumLength;
    auto text = readSecret(Cli::tr("JWT (it is not shown): "), Longest);
    if (!text) {
        switch (text.error()) {
        case InputProblem::Interrupted:
            cancel();
            break;
        case InputProblem::TooLong:
            failInput(wording::problem(BearerProblem::TooLong));
            break;
        case InputProblem::Unreadable:
            failInput(noJwt());
            break;
        }
        return std::nullopt;
    }
    const auto bearer = Bearer::fromText(QString::fromUtf8(*text));
    wipe(text.value());
    if (!bearer) {
        failInput(bearer.error() == BearerProblem::Empty ? noJwt()
                                                         : wording::problem(bearer.error()));
        return std::nullopt;
    }
    return *bearer;
}

void LoginCommand::failWithoutNames()
{
    Report report;
    report.outcome = u"not_sent"_s;
    fail(report,
         {u"usage"_s,
          Cli::tr("The account's name or its URL has the JWT in it, and both are kept in a file. "
                  "Choose another one."),
          0,
          {}},
         ExitCode::Usage);
}

void LoginCommand::failInput(const QString &sentence)
{
    fail(newReport(u"not_sent"_s), {u"usage"_s, sentence, 0, {}}, ExitCode::Usage);
}

void LoginCommand::onSignedIn(const Account &account, const TokenListResult &checked)
{
    const auto error = checked ? std::nullopt : std::optional(checked.error());
    m_customerChanged = m_signIn.hasReplacedCustomer();
    Report report = newReport(error ? u"signed_in_unchecked"_s : u"signed_in"_s);
    report.others.insert("account"_L1, account.name);
    const QString where =
        printable(Cli::tr("\u201c%1\u201d (%2)").arg(account.name, account.url.toText()));
    QString sentence = error
        ? Cli::tr("The JWT for the account %1 is stored in the keychain, but it could not be "
                  "checked: %2")
              .arg(where, refusalSentence(*error))
        : Cli::tr("Signed in to the account %1. The JWT is in the keychain.").arg(where);
    if (m_expiresAt) {
        sentence += u' '
            + Cli::tr("By its own word it expires %1.")
                  .arg(wording::distance(*m_expiresAt, QDateTime::currentDateTimeUtc()));
    }
    if (error) {
        report.error = reportedError(*error, sentence);
    }
    printer().say(sentence);
    if (const QString customer = customerSentence(account); !customer.isEmpty()) {
        printer().complain(customer);
    }
    if (!m_notSaved.isEmpty()) {
        fail(
            report,
            {u"settings_not_saved"_s,
             Cli::tr("The settings file %1 could not be written: what is new of the account is not "
                     "known to the next call.")
                 .arg(printable(m_notSaved)),
             0,
             {}},
            ExitCode::Keychain);
        return;
    }
    if (m_olderLeft) {
        fail(report,
             reportedError(*m_olderLeft,
                           keychainSentence(*m_olderLeft) + u' '
                               + Cli::tr("The JWT that the account had before may still be in it: "
                                         "purser-cli logout --all takes it out.")),
             ExitCode::Keychain);
        return;
    }
    finish(report, ExitCode::Done);
}

QString LoginCommand::customerSentence(const Account &account) const
{
    const QString name = printable(account.name);
    if (m_customerChanged) {
        return Cli::tr(
                   "This JWT is of another customer than the one that the account \u201c%1\u201d "
                   "had before, or nothing can tell: a plain key names none, and of an account of "
                   "Purser 0.1.0 that is signed out nothing is known. It is kept for the account "
                   "all the same, since nobody could be "
                   "asked; changes made before are neither undone nor settled with it. If it "
                   "is the same customer, sign in again with --same-customer; if not, with "
                   "another --account.")
            .arg(name);
    }
    return m_namesCustomer
        ? QString()
        : Cli::tr("This is no JWT, or one that names no customer: whether another key is of the "
                  "same customer can't be told for the account \u201c%1\u201d.")
              .arg(name);
}

void LoginCommand::onCustomerQuestion(const Account &account)
{
    if (!stdinIsTerminal()) {
        m_signIn.replaceCustomer();
        return;
    }
    const QString answer =
        ask(Cli::tr("This JWT is of another customer than the one that the account "
                    "\u201c%1\u201d had before, or nothing can tell: a plain key names none, and "
                    "of an account "
                    "of Purser 0.1.0 that is signed out nothing is known. Say "
                    "\u201csame\u201d if it is the same customer, or "
                    "\u201cother\u201d to keep it as a new account; anything else stops here. "
                    "[same/other/N]")
                .arg(printable(account.name)));
    if (answer == "same"_L1 || answer == "s"_L1) {
        m_signIn.sameCustomer();
    } else if (answer == "other"_L1 || answer == "o"_L1) {
        m_signIn.otherCustomer();
    } else {
        cancel();
    }
}

void LoginCommand::onOlderForgotten(std::optional<KeychainProblem> problem)
{
    m_olderLeft = problem;
    const auto saved = accounts().account(m_before ? m_before->name : QString());
    if (!problem && saved && saved->url.host() != m_before->url.host()) {
        printer().say(Cli::tr("The JWT that the account had for %1 is gone from the keychain.")
                          .arg(printable(m_before->url.host())));
    }
}

void LoginCommand::onConfirmationNeeded(const ApiError &error)
{
    const bool canAsk = stdinIsTerminal();
    if (line().yes
        || (canAsk
            && confirm(refusalSentence(error) + u' '
                       + Cli::tr("It may be an API key, or belong to somebody who is no "
                                 "administrator. Keep it anyway?")))) {
        m_signIn.storeAnyway();
        return;
    }
    m_signIn.cancel();
    refuse(error,
           canAsk ? Cli::tr("Nothing was stored.")
                  : Cli::tr("Nothing was stored; --yes keeps it anyway."));
}

void LoginCommand::refuse(const ApiError &error, const QString &next)
{
    fail(newReport(outcomeWord(Failure(error))),
         reportedError(error, refusalSentence(error) + u' ' + next), exitCodeOf(error));
}

QString loginHelp()
{
    return Cli::tr(
        "Usage: purser-cli login [--account NAME] [--url URL] [--same-customer] [--yes]\n"
        "Signs in: reads the JWT from standard input (on a terminal it is asked for and not\n"
        "shown), checks it with the service, and keeps it in the keychain.\n"
        "\n"
        "  --account NAME  your own word for the account\n"
        "  --url URL       the service, https://api.edenai.run/v2 by default\n"
        "  --same-customer\n"
        "                  the JWT names another customer than the account's last one, and it\n"
        "                  is the same. Without it, this is asked on a terminal; elsewhere the\n"
        "                  JWT is kept and told of, and changes made before are neither undone\n"
        "                  nor settled. With --json that is \"customer_changed\"\n"
        "  --yes           keep a JWT that the service says may not manage tokens (403)\n"
        "\n"
        "Examples:\n"
        "  purser-cli login < jwt.txt\n"
        "  secret-tool lookup service edenai | purser-cli login --account Work\n");
}

QString loginSummary()
{
    return Cli::tr("sign in to an account; the JWT is read from standard input");
}

Problem readUrl(const QString &text, CommandLine &line)
{
    const auto url = ServiceUrl::fromText(text);
    if (!url) {
        return about("url"_L1, wording::problem(url.error()));
    }
    line.url = *url;
    return std::nullopt;
}

Problem readNothing(const QStringList &words, CommandLine & /*line*/)
{
    return words.isEmpty() // not repeated: it may well be a JWT
        ? Problem()
        : Problem(Cli::tr("login takes no argument: the JWT is read from standard input, because "
                          "every program on this computer can see arguments."));
}

} // namespace

const CommandSpec loginSpec{
    .name = "login"_L1,
    .summary = &loginSummary,
    .help = &loginHelp,
    .options = {{"url"_L1, true, &readUrl},
                {"same-customer"_L1, false,
                 [](const QString & /*text*/, CommandLine &line) {
                     line.sameCustomer = true;
                     return Problem();
                 }},
                option::yes()},
    .exclusive = {{"sandbox"_L1, "url"_L1}},
    .readWords = &readNothing,
    .make = &makeCommand<LoginCommand>,
};

} // namespace purser::cli
