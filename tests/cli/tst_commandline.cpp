// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/commands/commands.h"
#include "cli/help.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::cli;

namespace {

Expected<CommandLine, UsageError> parse(const QStringList &words)
{
    return parseCommandLine(QStringList{u"purser-cli"_s} + words);
}

} // namespace

Q_DECLARE_METATYPE(purser::ChangeRequest)

//! What is typed becomes values, or a sentence; nothing is run here.
class TestCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void optionsMayStandAnywhere_data()
    {
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *name, const QString &words) {
            QTest::newRow(name) << words.split(u' ');
        };
        row("after the name", u"set alpha --balance 5 --json --account Work --sandbox"_s);
        row("before the command", u"--json --account Work --sandbox --balance 5 set alpha"_s);
        row("in between", u"--sandbox set --json --balance 5 alpha --account Work"_s);
        row("with equals signs", u"set --balance=5 --account=Work alpha --json --sandbox"_s);
        row("the name after --", u"set --balance 5 --account Work --json --sandbox -- alpha"_s);
    }
    void optionsMayStandAnywhere()
    {
        QFETCH(QStringList, words);
        const auto line = parse(words);
        QVERIFY2(line.hasValue(), line ? "" : qPrintable(line.error().sentence));
        QVERIFY(line->command == &setSpec);
        QCOMPARE(line->tokenName, u"alpha"_s);
        QCOMPARE(line->account, u"Work"_s);
        QVERIFY(line->json && line->sandbox && !line->dryRun && !line->yes);
        const BalanceEdit five{BalanceMode::SetTo, *Balance::fromText(u"5")};
        QVERIFY(line->request.balance == five);
        QVERIFY(!line->request.expiry && !line->request.activeBalance);
    }

    void setTakesWhatIsNamedAndNothingElse_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<ChangeRequest>("request");
        const auto row = [](const char *name, const QStringList &options,
                            const ChangeRequest &request) {
            QTest::newRow(name) << options << request;
        };
        const auto balance = [](QStringView text, BalanceMode mode = BalanceMode::SetTo) {
            ChangeRequest request;
            request.balance = BalanceEdit{mode, *Balance::fromText(text)};
            return request;
        };
        const auto expiry = [](const Expiry &value) {
            ChangeRequest request;
            request.expiry = value;
            return request;
        };
        ChangeRequest on;
        on.activeBalance = true;
        ChangeRequest off;
        off.activeBalance = false;
        row("largest", {u"--balance"_s, u"99999.999999999"_s}, balance(u"99999.999999999"));
        row("smallest", {u"--balance"_s, u"-99999.999999999"_s}, balance(u"-99999.999999999"));
        row("negative with equals", {u"--balance=-5"_s}, balance(u"-5"));
        row("zero", {u"--balance"_s, u"0"_s}, balance(u"0"));
        row("add", {u"--add"_s, u"0.000000001"_s}, balance(u"0.000000001", BalanceMode::Add));
        row("deduct", {u"--deduct=12.5"_s}, balance(u"12.5", BalanceMode::Deduct));
        row("never", {u"--expires"_s, u"never"_s}, expiry(Expiry::never()));
        row("UTC", {u"--expires"_s, u"2027-03-14T15:09:26Z"_s},
            expiry(*Expiry::fromIso8601(u"2027-03-14T15:09:26Z"_s)));
        row("offset", {u"--expires"_s, u"2027-03-14T17:09:26+02:00"_s},
            expiry(*Expiry::fromIso8601(u"2027-03-14T15:09:26Z"_s)));
        row("microseconds", {u"--expires"_s, u"2027-03-14T15:09:26.535897Z"_s},
            expiry(*Expiry::fromIso8601(u"2027-03-14T15:09:26.535897Z"_s)));
        row("on", {u"--active"_s, u"on"_s}, on);
        row("off", {u"--active"_s, u"off"_s}, off);
        ChangeRequest all = balance(u"1.5");
        all.expiry = Expiry::never();
        all.activeBalance = true;
        all.reason = u"Budget of May, \u00e9t\u00e9"_s;
        row("all of them",
            {u"--active"_s, u"on"_s, u"--expires"_s, u"never"_s, u"--balance"_s, u"1.5"_s,
             u"--reason"_s, u"  Budget of May, \u00e9t\u00e9 "_s},
            all);
        on.reason = QString(500, u'r');
        row("the longest reason", {u"--active"_s, u"on"_s, u"--reason"_s, QString(500, u'r')}, on);
    }
    void setTakesWhatIsNamedAndNothingElse()
    {
        QFETCH(QStringList, options);
        QFETCH(ChangeRequest, request);
        const auto line = parse(QStringList{u"set"_s, u"alpha"_s} + options);
        QVERIFY2(line.hasValue(), line ? "" : qPrintable(line.error().sentence));
        QVERIFY(line->request == request);
    }

    void historyTakesItsFilter()
    {
        const auto line = parse(
            {u"history"_s, u"--token"_s, u"alpha"_s, u"--outcome"_s, u"applied_differently"_s,
             u"--text"_s, u"May"_s, u"--since"_s, u"2027-03-01T02:00:00+02:00"_s, u"--until"_s,
             u"2027-04-01T00:00:00Z"_s, u"--limit"_s, u"7"_s, u"--account"_s, u"Work"_s});
        QVERIFY2(line.hasValue(), line ? "" : qPrintable(line.error().sentence));
        JournalFilter filter;
        filter.account = u"Work"_s;
        filter.token = u"alpha"_s;
        filter.outcome = Outcome::AppliedDifferently;
        filter.text = u"May"_s;
        filter.from = QDateTime(QDate(2027, 3, 1), QTime(0, 0), QTimeZone::utc());
        filter.to = QDateTime(QDate(2027, 4, 1), QTime(0, 0), QTimeZone::utc());
        QVERIFY(line->filter == filter);
        QCOMPARE(line->limit, 7);
        const auto plain = parse({u"history"_s});
        QVERIFY(plain->filter == JournalFilter());
        QCOMPARE(plain->limit, 50);
    }

    void undoTakesAnId()
    {
        const auto line = parse({u"undo"_s, u"12"_s, u"--reason"_s, u"Wrong token"_s,
                                 u"--dry-run"_s, u"--yes"_s, u"--apart"_s, u" Other "_s});
        QVERIFY2(line.hasValue(), line ? "" : qPrintable(line.error().sentence));
        QCOMPARE(line->changeId, 12);
        QCOMPARE(line->request.reason, u"Wrong token"_s);
        QVERIFY(line->dryRun && line->yes && !line->withoutJournal);
        QCOMPARE(line->apart, u"Other"_s);
    }

    void onlyWhatChangesWritesTheJournal_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("writes");
        const auto row = [](const QString &words, bool writes) {
            QTest::newRow(qPrintable(words)) << words << writes;
        };
        row(u"set a --balance 1"_s, true);
        row(u"set a --balance 1 --dry-run"_s, false);
        row(u"set a --balance 1 --without-journal"_s, false);
        row(u"undo 1"_s, true);
        row(u"undo 1 --dry-run"_s, false);
        row(u"settle"_s, true);
        row(u"history"_s, false);
        row(u"show a"_s, false);
        row(u"list"_s, false);
        row(u"login"_s, false);
    }
    void onlyWhatChangesWritesTheJournal()
    {
        QFETCH(QString, words);
        QFETCH(bool, writes);
        const auto line = parse(words.split(u' '));
        QVERIFY2(line.hasValue(), line ? "" : qPrintable(line.error().sentence));
        QCOMPARE(writesJournal(*line), writes);
    }

    void namesAreTakenAsTheyAre_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *name, const QStringList &words, const QString &token) {
            QTest::newRow(name) << words << token;
        };
        row("odd signs", {u"show"_s, u"équipe données % ?#&+"_s}, u"équipe données % ?#&+"_s);
        row("spaces at the ends", {u"show"_s, u"  a "_s}, u"  a "_s);
        row("a dash first", {u"show"_s, u"--"_s, u"-rf"_s}, u"-rf"_s);
        row("an option's name", {u"show"_s, u"--"_s, u"--json"_s}, u"--json"_s);
        row("a dash alone", {u"show"_s, u"-"_s}, u"-"_s);
        row("a command's name", {u"show"_s, u"set"_s}, u"set"_s);
        row("200 characters", {u"show"_s, QString(200, u'n')}, QString(200, u'n'));
        row("three dots", {u"show"_s, u"..."_s}, u"..."_s);
    }
    void namesAreTakenAsTheyAre()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, name);
        const auto line = parse(words);
        QVERIFY2(line.hasValue(), line ? "" : qPrintable(line.error().sentence));
        QCOMPARE(line->tokenName, name);
        QVERIFY(!line->json);
    }

    void theOtherCommandsTakeTheirOptions()
    {
        const auto login = parse({u"login"_s, u"--account"_s, u" Work "_s, u"--url"_s,
                                  u"http://127.0.0.1:8080/v2/"_s, u"--yes"_s});
        QVERIFY(login.hasValue());
        QVERIFY(login->command == &loginSpec);
        QCOMPARE(login->account, u"Work"_s);
        QCOMPARE(login->url->toText(), u"http://127.0.0.1:8080/v2"_s);
        QVERIFY(login->yes);
        QVERIFY(parse({u"logout"_s})->command == &logoutSpec);
        QVERIFY(parse({u"--json"_s, u"accounts"_s})->command == &accountsSpec);
    }

    void wrongLinesAreExplained_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("said"); // a part of the sentence
        const auto row = [](const char *name, const QStringList &words, const QString &said) {
            QTest::newRow(name) << words << said;
        };
        row("nothing", {}, u"Say what to do"_s);
        row("options alone", {u"--json"_s}, u"Say what to do"_s);
        row("unknown command", {u"destroy"_s}, u"no command \u201cdestroy\u201d"_s);
        row("unknown option", {u"show"_s, u"a"_s, u"--nonsense"_s}, u"--"_s);
        row("a name with a dash", {u"show"_s, u"-odd"_s}, u"follow \u201c--\u201d"_s);
        row("no name to show", {u"show"_s}, u"Name the token"_s);
        row("no name to set", {u"set"_s, u"--balance"_s, u"1"_s}, u"Name the token"_s);
        row("empty name", {u"show"_s, QString()}, u"name"_s);
        row("two names", {u"show"_s, u"a"_s, u"b"_s}, u"quotes"_s);
        row("dots", {u"show"_s, u".."_s}, u".."_s);
        row("slash", {u"set"_s, u"a/b"_s, u"--balance"_s, u"1"_s}, u"/"_s);
        row("201 characters", {u"show"_s, QString(201, u'n')}, u"200"_s);
        row("control character", {u"show"_s, u"a\nb"_s}, u"control"_s);
        row("nothing to set", {u"set"_s, u"a"_s}, u"--expires or --active"_s);
        row("nothing but a reason", {u"set"_s, u"a"_s, u"--reason"_s, u"why"_s}, u"--balance"_s);
        row("balance and add", {u"set"_s, u"a"_s, u"--balance"_s, u"1"_s, u"--add"_s, u"1"_s},
            u"exclude"_s);
        row("add and deduct", {u"set"_s, u"a"_s, u"--add"_s, u"1"_s, u"--deduct"_s, u"1"_s},
            u"exclude"_s);
        row("add nothing", {u"set"_s, u"a"_s, u"--add"_s, u"0"_s}, u"more than 0"_s);
        row("add less", {u"set"_s, u"a"_s, u"--add=-1"_s}, u"more than 0"_s);
        row("deduct less", {u"set"_s, u"a"_s, u"--deduct=-0.5"_s}, u"--deduct 0.5"_s);
        row("set more", {u"set"_s, u"a"_s, u"--balance"_s, u"+20"_s}, u"--add 20"_s);
        row("set more, with spaces", {u"set"_s, u"a"_s, u"--balance= + 20 "_s}, u"--add 20"_s);
        row("set more, full width", {u"set"_s, u"a"_s, u"--balance"_s, u"\uff0b20"_s},
            u"--add 20"_s);
        row("set nothing more", {u"set"_s, u"a"_s, u"--balance"_s, u"+0"_s}, u"--add 0"_s);
        row("set no number", {u"set"_s, u"a"_s, u"--balance"_s, u"+some"_s}, u"not a number"_s);
        row("set two signs", {u"set"_s, u"a"_s, u"--balance"_s, u"+-20"_s}, u"not a number"_s);
        row("add with a sign", {u"set"_s, u"a"_s, u"--add"_s, u"+5"_s}, u"--add 5"_s);
        row("add with the other", {u"set"_s, u"a"_s, u"--add"_s, u"-5"_s}, u"--deduct 5"_s);
        row("add with a true minus", {u"set"_s, u"a"_s, u"--add"_s, u"\u22125"_s}, u"--deduct 5"_s);
        row("deduct with a sign", {u"set"_s, u"a"_s, u"--deduct"_s, u"+5"_s}, u"--add 5"_s);
        row("add no number", {u"set"_s, u"a"_s, u"--add"_s, u"some"_s}, u"--add"_s);
        row("blank reason", {u"undo"_s, u"1"_s, u"--reason"_s, u" "_s}, u"--reason"_s);
        row("long reason", {u"undo"_s, u"1"_s, u"--reason"_s, QString(501, u'r')}, u"500"_s);
        row("reason of two lines", {u"undo"_s, u"1"_s, u"--reason"_s, u"a\nb"_s}, u"control"_s);
        row("undo nothing", {u"undo"_s}, u"history"_s);
        row("undo two", {u"undo"_s, u"1"_s, u"2"_s}, u"one change's id"_s);
        row("undo a word", {u"undo"_s, u"last"_s}, u"last"_s);
        row("undo zero", {u"undo"_s, u"0"_s}, u"0"_s);
        row("an unknown outcome", {u"history"_s, u"--outcome"_s, u"Applied"_s},
            u"applied_differently"_s);
        row("since a day", {u"history"_s, u"--since"_s, u"2027-03-01"_s}, u"--since"_s);
        row("until without an offset", {u"history"_s, u"--until"_s, u"2027-03-01T00:00:00"_s},
            u"zone"_s);
        row("no limit", {u"history"_s, u"--limit"_s, u"0"_s}, u"from 1 on"_s);
        row("a word to settle", {u"settle"_s, u"alpha"_s}, u"settle takes no argument"_s);
        row("a reason to show", {u"show"_s, u"a"_s, u"--reason"_s, u"why"_s}, u"--reason"_s);
        row("undo without the journal", {u"undo"_s, u"1"_s, u"--without-journal"_s},
            u"--without-journal"_s);
        row("settle without the journal", {u"settle"_s, u"--without-journal"_s},
            u"--without-journal"_s);
        row("nothing but a dry run", {u"set"_s, u"a"_s, u"--dry-run"_s}, u"--balance"_s);
        row("at the bound", {u"set"_s, u"a"_s, u"--balance"_s, u"100000"_s}, u"100000"_s);
        row("below the bound", {u"set"_s, u"a"_s, u"--balance=-100000"_s}, u"-100000"_s);
        row("ten decimals", {u"set"_s, u"a"_s, u"--balance"_s, u"0.1234567891"_s}, u"9 decimals"_s);
        row("exponent", {u"set"_s, u"a"_s, u"--balance"_s, u"1e5"_s}, u"--balance"_s);
        row("comma", {u"set"_s, u"a"_s, u"--balance"_s, u"87,45"_s}, u"--balance"_s);
        row("infinity", {u"set"_s, u"a"_s, u"--balance"_s, u"inf"_s}, u"--balance"_s);
        row("no number", {u"set"_s, u"a"_s, u"--balance"_s}, u"--balance"_s);
        row("no number but an option", {u"set"_s, u"a"_s, u"--balance"_s, u"--dry-run"_s},
            u"--balance"_s);
        row("two numbers", {u"set"_s, u"a"_s, u"--balance"_s, u"1"_s, u"--balance"_s, u"2"_s},
            u"more than once"_s);
        row("time without an offset", {u"set"_s, u"a"_s, u"--expires"_s, u"2027-03-14T15:09:26"_s},
            u"zone"_s);
        row("no time", {u"set"_s, u"a"_s, u"--expires"_s, u"tomorrow"_s}, u"--expires"_s);
        row("blank time", {u"set"_s, u"a"_s, u"--expires"_s, u" "_s}, u"never"_s);
        row("no such day", {u"set"_s, u"a"_s, u"--expires"_s, u"2027-02-30T00:00:00Z"_s},
            u"--expires"_s);
        row("active maybe", {u"set"_s, u"a"_s, u"--active"_s, u"true"_s}, u"on"_s);
        row("yes has no value", {u"set"_s, u"a"_s, u"--active"_s, u"on"_s, u"--yes=1"_s},
            u"--yes"_s);
        row("blank account", {u"show"_s, u"a"_s, u"--account"_s, u" "_s}, u"account"_s);
        row("unsafe URL", {u"login"_s, u"--url"_s, u"http://example.com"_s}, u"https"_s);
        row("URL with a query", {u"login"_s, u"--url"_s, u"https://example.com/?a"_s}, u"query"_s);
        row("a URL and the sandbox", {u"login"_s, u"--sandbox"_s, u"--url"_s, u"https://a.b"_s},
            u"exclude"_s);
        row("an option of another command", {u"show"_s, u"a"_s, u"--balance"_s, u"1"_s},
            u"--balance does not belong to show"_s);
        row("a URL to show", {u"show"_s, u"a"_s, u"--url"_s, u"https://a.b"_s},
            u"--url does not belong to show"_s);
        row("a dry run to show", {u"show"_s, u"a"_s, u"--dry-run"_s}, u"--dry-run"_s);
        row("a word to logout", {u"logout"_s, u"Work"_s}, u"logout takes no argument"_s);
    }
    void wrongLinesAreExplained()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, said);
        const auto line = parse(words);
        QVERIFY(!line.hasValue());
        const QString sentence = line.error().sentence;
        QVERIFY2(sentence.contains(said), qPrintable(sentence));
        QVERIFY2(sentence.endsWith(u'.') || sentence.endsWith(u'\''), qPrintable(sentence));
    }

    void aSecretInTheWrongPlaceIsNotRepeated_data()
    {
        QTest::addColumn<QStringList>("words");
        const QString jwt = u"eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.c2VjcmV0LXNpZ25hdHVyZQ"_s;
        QTest::newRow("argument of login") << QStringList{u"login"_s, jwt};
        QTest::newRow("option's value") << QStringList{u"login"_s, u"--jwt="_s + jwt};
        QTest::newRow("command") << QStringList{jwt};
        QTest::newRow("option") << QStringList{u"login"_s, u"--"_s + jwt};
    }
    void aSecretInTheWrongPlaceIsNotRepeated()
    {
        QFETCH(QStringList, words);
        const auto line = parse(words);
        QVERIFY(!line.hasValue());
        QVERIFY2(!line.error().sentence.contains("c2VjcmV0"_L1), qPrintable(line.error().sentence));
    }

    void errorsKnowTheCommandAndTheForm()
    {
        const auto plain = parse({u"set"_s, u"a"_s});
        QVERIFY(plain.error().command == &setSpec);
        QVERIFY(!plain.error().json);
        const auto json = parse({u"set"_s, u"a"_s, u"--nonsense"_s, u"--json"_s});
        QVERIFY(json.error().command == &setSpec);
        QVERIFY(json.error().json);
        QVERIFY(!parse({u"--json"_s}).error().command);
        QVERIFY(parse({u"--json"_s}).error().json);
    }

    void helpComesBeforeMistakes_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("topic"); // empty: the program
        QTest::newRow("alone") << QStringList{u"--help"_s} << QString();
        QTest::newRow("short") << QStringList{u"-h"_s} << QString();
        QTest::newRow("after a command") << QStringList{u"set"_s, u"--help"_s} << u"set"_s;
        QTest::newRow("before a command") << QStringList{u"--help"_s, u"show"_s} << u"show"_s;
        QTest::newRow("with a wrong value")
            << QStringList{u"set"_s, u"--balance"_s, u"x"_s, u"-h"_s} << u"set"_s;
    }
    void helpComesBeforeMistakes()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, topic);
        const auto line = parse(words);
        QVERIFY(line.hasValue());
        QVERIFY(line->help);
        QCOMPARE(line->command ? QString(line->command->name) : QString(), topic);
    }

    void versionIsAsked()
    {
        QVERIFY(parse({u"--version"_s})->version);
        QVERIFY(parse({u"-v"_s})->version);
    }

    void everyHelpHasUsageOptionsAndAnExample_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("program") << QStringList{u"-h"_s};
        const auto commands = allCommands();
        for (const CommandSpec *command : commands) {
            QTest::newRow(command->name.data()) << QStringList{command->name, u"-h"_s};
        }
    }
    void everyHelpHasUsageOptionsAndAnExample()
    {
        QFETCH(QStringList, words);
        const auto line = parse(words);
        const QString help = helpText(line->command);
        QVERIFY(help.startsWith("Usage: purser-cli "_L1));
        QVERIFY(help.contains("--sandbox"_L1));
        QVERIFY(help.contains("\nExample"_L1));
        const QStringList lines = help.split(u'\n');
        for (const QString &text : lines) {
            QVERIFY2(text.size() <= 90, qPrintable(text));
        }
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
