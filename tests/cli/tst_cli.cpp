// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "runningsandbox.h"

#include "accounts/accountstore.h"
#include "domain/balance.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

QString chatbot()
{
    return u"marketing-chatbot"_s;
}

QString text(const QJsonObject &object, const QString &part, const QString &field)
{
    return object.value(part).toObject().value(field).toString();
}

} // namespace

//! The real purser-cli, the real sandbox and the session's real keyring: what goes well.
class TestCli : public QObject {
    Q_OBJECT

private:
    std::optional<RunningSandbox> m_sandbox;
    std::optional<CliBench> m_cli;
    QByteArray m_jwt;

    [[nodiscard]] QString url() const { return m_sandbox->firstLine().value(u"url"_s).toString(); }
    [[nodiscard]] QJsonObject stored(const QString &name) const
    {
        return m_sandbox->call(get(name)).object();
    }

private Q_SLOTS:
    void init()
    {
        m_sandbox.emplace();
        m_jwt = m_sandbox->firstLine().value(u"jwt"_s).toString().toLatin1();
        m_cli.emplace();
    }
    void cleanup()
    {
        m_cli.reset();
        m_sandbox.reset();
    }

    void signsInWorksAndSignsOut()
    {
        const auto login = m_cli->run(
            {u"login"_s, u"--account"_s, u"Work"_s, u"--url"_s, url(), u"--json"_s}, m_jwt + '\n');
        QVERIFY2(login.code == 0, login.text().constData());
        QCOMPARE(login.json().value(u"outcome"_s).toString(), u"signed_in"_s);
        QVERIFY(AccountStore(m_cli->settingsPath()).current()->name == u"Work"_s);

        const auto accounts = m_cli->run({u"accounts"_s});
        QVERIFY2(accounts.out.contains("* Work"_L1) && accounts.out.contains(url()),
                 accounts.text().constData());
        const auto show = m_cli->run({u"show"_s, chatbot(), u"--json"_s});
        QVERIFY2(show.code == 0, show.text().constData());
        QCOMPARE(show.json().value(u"outcome"_s).toString(), u"read"_s);
        QCOMPARE(text(show.json(), u"after"_s, u"balance"_s), u"87.45"_s);

        const auto logout = m_cli->run({u"logout"_s});
        QVERIFY2(logout.code == 0 && logout.out.contains("gone"_L1), logout.text().constData());
        const auto after = m_cli->run({u"--json"_s, u"show"_s, chatbot()});
        QCOMPARE(after.code, 3);
        QCOMPARE(text(after.json(), u"error"_s, u"kind"_s), u"signed_out"_s);
        QVERIFY2(m_cli->run({u"accounts"_s}).out.contains("Work"_L1),
                 "the account itself stays known");
        QCOMPARE(m_cli->run({u"logout"_s}).code, 0); // nothing there: that is what was asked
    }

    void signsOutOfEveryAccountAtOnce()
    {
        QCOMPARE(m_cli->run({u"logout"_s, u"--all"_s}).code, 0); // none is known yet
        for (const QString &name : {u"Work"_s, u"Home"_s}) {
            const auto login =
                m_cli->run({u"login"_s, u"--account"_s, name, u"--url"_s, url()}, m_jwt);
            QVERIFY2(login.code == 0, login.text().constData());
        }
        const auto both = m_cli->run({u"logout"_s, u"--all"_s, u"--account"_s, u"Work"_s});
        QVERIFY2(both.code == 2 && both.error.contains("exclude"_L1), both.text().constData());

        const auto logout = m_cli->run({u"logout"_s, u"--all"_s, u"--json"_s});
        QVERIFY2(logout.code == 0, logout.text().constData());
        QCOMPARE(logout.json().value(u"outcome"_s).toString(), u"signed_out"_s);
        QCOMPARE(logout.json().value(u"accounts"_s).toArray().size(), 2);
        for (const QString &name : {u"Work"_s, u"Home"_s}) {
            QCOMPARE(m_cli->run({u"show"_s, u"--account"_s, name, chatbot()}).code, 3);
        }
    }

    void theJwtIsInNoFileAndNoOutput()
    {
        const auto login = m_cli->run({u"login"_s, u"--url"_s, url()}, m_jwt);
        QVERIFY2(login.code == 0, login.text().constData());
        const auto show = m_cli->run({u"show"_s, chatbot()});
        QVERIFY2(show.code == 0, show.text().constData());

        QCOMPARE(m_cli->filesWith(m_jwt), QStringList());
        QVERIFY(!m_cli->filesWith("127.0.0.1").isEmpty()); // it does look into files
        for (const CliResult &result : {login, show}) {
            QVERIFY(!result.text().contains(m_jwt));
        }
    }

    void aWrongJwtIsRefusedAndTheOldOneKept()
    {
        QVERIFY(m_cli->login(url(), m_jwt));
        const auto refused =
            m_cli->run({u"login"_s, u"--account"_s, u"Test"_s, u"--json"_s}, "not-the-jwt");
        QVERIFY2(refused.code == 3, refused.text().constData());
        QCOMPARE(refused.json().value(u"outcome"_s).toString(), u"rejected"_s);
        QCOMPARE(text(refused.json(), u"error"_s, u"kind"_s), u"sign_in"_s);
        QVERIFY2(refused.error.contains("Nothing was stored"_L1), refused.text().constData());
        QCOMPARE(m_cli->run({u"show"_s, chatbot()}).code, 0);
    }

    void anInputThatIsNoJwtIsRefused_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("blank") << QByteArray(" \n\n");
        QTest::newRow("two lines") << QByteArray("one\ntwo\n");
        QTest::newRow("quotes") << QByteArray("\"abc\"");
        QTest::newRow("a header break") << QByteArray("abc\r\nX-Evil: 1");
        QTest::newRow("no UTF-8") << QByteArray("\xff\xfe");
        QTest::newRow("a little too long") << QByteArray(16 * 1024 + 1, 'x');
        QTest::newRow("a megabyte") << QByteArray(1024 * 1024, 'x');
    }
    void anInputThatIsNoJwtIsRefused()
    {
        QFETCH(QByteArray, input);
        const auto result = m_cli->run({u"login"_s, u"--url"_s, url(), u"--json"_s}, input);
        QVERIFY2(result.code == 2, result.text().left(2000).constData());
        QCOMPARE(text(result.json(), u"error"_s, u"kind"_s), u"usage"_s);
        QVERIFY(AccountStore(m_cli->settingsPath()).accounts().isEmpty());
    }

    void setSendsTheChangedFieldsOnceAndShowsTheReply()
    {
        QVERIFY(m_cli->login(url(), m_jwt));
        const auto set = m_cli->run({u"set"_s, chatbot(), u"--balance"_s, u"99.5"_s, u"--expires"_s,
                                     u"2031-01-31T14:00:00+02:00"_s, u"--active"_s, u"on"_s});
        QVERIFY2(set.code == 0 && set.error.isEmpty(), set.text().constData());
        QVERIFY2(set.out.contains("87.45 -> 99.50"_L1), set.text().constData());
        QVERIFY2(set.out.contains("-> 2031-01-31T12:00:00Z"_L1), set.text().constData());
        QVERIFY2(!set.out.contains("enforced ->"_L1), set.text().constData()); // was on
        QVERIFY2(set.out.contains("was changed"_L1), set.text().constData());
        QCOMPARE(stored(chatbot()).value(u"balance"_s).toString(), u"99.500000000"_s);
        QVERIFY(stored(chatbot())
                    .value(u"expire_time"_s)
                    .toString()
                    .startsWith("2031-01-31T12:00:00"_L1));

        const auto again =
            m_cli->run({u"set"_s, chatbot(), u"--balance"_s, u"99.50"_s, u"--json"_s});
        QVERIFY2(again.code == 0, again.text().constData());
        QCOMPARE(again.json().value(u"outcome"_s).toString(), u"nothing_to_do"_s);
        QCOMPARE(again.json().value(u"after"_s), again.json().value(u"before"_s));
    }

    void setIsReportedAsOneObject()
    {
        QVERIFY(m_cli->login(url(), m_jwt));
        const auto set = m_cli->run({u"--json"_s, u"set"_s, chatbot(), u"--expires"_s, u"never"_s,
                                     u"--active"_s, u"off"_s, u"--yes"_s});
        QVERIFY2(set.code == 0 && set.error.isEmpty(), set.text().constData());
        const QJsonObject object = set.json();
        QCOMPARE(object.keys(),
                 QStringList({u"after"_s, u"before"_s, u"change_id"_s, u"consequences"_s,
                              u"error"_s, u"outcome"_s, u"token"_s}));
        QCOMPARE(object.value(u"outcome"_s).toString(), u"applied"_s);
        QCOMPARE(object.value(u"token"_s).toString(), chatbot());
        QVERIFY(object.value(u"error"_s).isNull());
        QCOMPARE(object.value(u"change_id"_s).toInt(), 1);
        QStringList severities;
        const QJsonArray consequences = object.value(u"consequences"_s).toArray();
        for (const QJsonValue &one : consequences) {
            severities.append(one.toObject().value(u"severity"_s).toString());
            QVERIFY(one.toObject().value(u"text"_s).toString().endsWith(u'.'));
        }
        QCOMPARE(severities, QStringList({u"danger"_s, u"warning"_s}));
        QCOMPARE(text(object, u"before"_s, u"expire_time"_s), u"2035-06-30T21:59:59.123456Z"_s);
        const QJsonObject after = object.value(u"after"_s).toObject();
        QVERIFY(after.contains(u"expire_time"_s) && after.value(u"expire_time"_s).isNull());
        QCOMPARE(after.value(u"active_balance"_s), QJsonValue(false));
        QCOMPARE(after.value(u"balance"_s), QJsonValue(u"87.45"_s));
        QVERIFY(stored(chatbot()).value(u"expire_time"_s).isNull());
    }

    void balancesArriveExactly_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("exact");
        QTest::newRow("largest") << u"99999.999999999"_s << u"99999.999999999"_s;
        QTest::newRow("smallest") << u"-99999.999999999"_s << u"-99999.999999999"_s;
        QTest::newRow("one nano") << u"0.000000001"_s << u"0.000000001"_s;
        QTest::newRow("14 digits") << u"12345.678901234"_s << u"12345.678901234"_s;
        QTest::newRow("zero") << u"0"_s << u"0"_s;
        QTest::newRow("trailing zeros") << u"1.50000"_s << u"1.5"_s;
    }
    void balancesArriveExactly()
    {
        QFETCH(QString, typed);
        QFETCH(QString, exact);
        QVERIFY(m_cli->login(url(), m_jwt));
        const auto set =
            m_cli->run({u"set"_s, chatbot(), u"--json"_s, u"--yes"_s, u"--balance"_s, typed});
        QVERIFY2(set.code == 0, set.text().constData());
        QCOMPARE(text(set.json(), u"after"_s, u"balance"_s), exact);
        const auto balance =
            Balance::fromServiceText(stored(chatbot()).value(u"balance"_s).toString());
        QVERIFY(balance.hasValue());
        QCOMPARE(balance->toText(), exact);
    }

    void aDryRunSendsNothing()
    {
        QVERIFY(m_cli->login(url(), m_jwt));
        const QJsonObject before = stored(chatbot());
        const QStringList words{u"set"_s,       chatbot(),  u"--balance"_s, u"99999.999999999"_s,
                                u"--expires"_s, u"never"_s, u"--dry-run"_s};
        const auto people = m_cli->run(words);
        QVERIFY2(people.code == 0, people.text().constData());
        QVERIFY2(
            people.out.contains("PATCH "_L1 + url() + "/user/custom_token/marketing-chatbot/"_L1),
            people.text().constData());
        QVERIFY2(people.out.contains(R"({"balance":99999.999999999,"expire_time":null})"_L1),
                 people.text().constData());
        QVERIFY2(people.out.contains("nothing was sent"_L1), people.text().constData());
        QVERIFY(!people.text().contains(m_jwt));

        const auto program = m_cli->run(words + QStringList{u"--json"_s});
        QVERIFY2(program.code == 0, program.text().constData());
        QCOMPARE(program.json().value(u"outcome"_s).toString(), u"dry_run"_s);
        QVERIFY(program.json().value(u"after"_s).isNull());
        QCOMPARE(text(program.json(), u"request"_s, u"method"_s), u"PATCH"_s);
        QVERIFY(
            program.out.contains(R"("body":{"balance":99999.999999999,"expire_time":null})"_L1));
        QVERIFY(!program.text().contains(m_jwt));
        QCOMPARE(stored(chatbot()), before);
    }

    void aDryRunOfNothingIsNothingToDo()
    {
        QVERIFY(m_cli->login(url(), m_jwt));
        const auto result =
            m_cli->run({u"set"_s, chatbot(), u"--active"_s, u"on"_s, u"--dry-run"_s, u"--json"_s});
        QCOMPARE(result.code, 0);
        QCOMPARE(result.json().value(u"outcome"_s).toString(), u"nothing_to_do"_s);
    }

    void oddNamesReachTheServiceAsTheyAre_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("signs and accents") << u"équipe données % ?#&+"_s;
        QTest::newRow("200 characters") << u"long-name-"_s.repeated(20);
    }
    void oddNamesReachTheServiceAsTheyAre()
    {
        QFETCH(QString, name);
        QVERIFY(m_cli->login(url(), m_jwt));
        const auto set = m_cli->run({u"set"_s, u"--balance"_s, u"7"_s, u"--json"_s, u"--"_s, name});
        QVERIFY2(set.code == 0, set.text().constData());
        QCOMPARE(set.json().value(u"token"_s).toString(), name);
        QCOMPARE(text(set.json(), u"after"_s, u"name"_s), name);
        QCOMPARE(text(set.json(), u"after"_s, u"balance"_s), u"7"_s);
    }

    void theSecretKeyOfAnOldReplyIsNeverShown()
    {
        QVERIFY(m_cli->login(url(), m_jwt));
        const QByteArray key = stored(u"legacy-crm"_s).value(u"token"_s).toString().toLatin1();
        QVERIFY(key.startsWith("sk-"));
        for (const QStringList &options : {QStringList(), QStringList{u"--json"_s}}) {
            const auto show = m_cli->run(QStringList{u"show"_s, u"legacy-crm"_s} + options);
            QVERIFY2(show.code == 0, show.text().constData());
            QVERIFY(!show.text().contains(key));
        }
    }

    void anAccountIsChosenByName()
    {
        const RunningSandbox other;
        QVERIFY(m_cli->login(url(), m_jwt));
        const auto login = m_cli->run({u"login"_s, u"--account"_s, u"Other"_s, u"--url"_s,
                                       other.firstLine().value(u"url"_s).toString()},
                                      other.firstLine().value(u"jwt"_s).toString().toLatin1());
        QVERIFY2(login.code == 0, login.text().constData());

        const auto set =
            m_cli->run({u"--account"_s, u"Test"_s, u"set"_s, chatbot(), u"--balance"_s, u"1"_s});
        QVERIFY2(set.code == 0, set.text().constData());
        QCOMPARE(stored(chatbot()).value(u"balance"_s).toString(), u"1.000000000"_s);
        QCOMPARE(other.call(get(chatbot())).object().value(u"balance"_s).toString(),
                 u"87.450000000"_s);
        const auto unknown = m_cli->run({u"show"_s, chatbot(), u"--account"_s, u"None"_s});
        QVERIFY2(unknown.code == 3 && unknown.error.contains("None"_L1),
                 unknown.text().constData());
    }

    void theSandboxOptionTouchesNothing_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *name, const QString &words, const QString &outcome) {
            QTest::newRow(name) << words.split(u' ') << outcome;
        };
        row("show", u"show marketing-chatbot"_s, u"read"_s);
        row("set", u"set marketing-chatbot --balance 5"_s, u"applied"_s);
        row("an account's name", u"--account Work show marketing-chatbot"_s, u"read"_s);
        row("accounts", u"accounts"_s, u"read"_s);
        row("list", u"list"_s, u"read"_s);
        row("history", u"history"_s, u"read"_s);
        row("settle", u"settle"_s, u"nothing_to_do"_s);
        row("logout", u"logout"_s, u"signed_out"_s);
        row("logout of all", u"logout --all"_s, u"signed_out"_s);
    }
    void theSandboxOptionTouchesNothing()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, outcome);
        m_cli->environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
        const auto result = m_cli->run(QStringList{u"--sandbox"_s, u"--json"_s} + words);
        QVERIFY2(result.code == 0 && result.error.isEmpty(), result.text().constData());
        QCOMPARE(result.json().value(u"outcome"_s).toString(), outcome);
        QVERIFY(QDir(m_cli->home()).isEmpty());
    }

    void everyCallStartsAFreshSandbox()
    {
        const QStringList sandbox{u"--sandbox"_s, u"--json"_s};
        QCOMPARE(
            m_cli->run(sandbox + QStringList{u"set"_s, chatbot(), u"--balance"_s, u"5"_s}).code, 0);
        const auto show = m_cli->run(sandbox + QStringList{u"show"_s, chatbot()});
        QCOMPARE(text(show.json(), u"after"_s, u"balance"_s), u"87.45"_s);
    }

    void helpAndVersionGoToStandardOutput_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("said");
        QTest::newRow("help") << QStringList{u"--help"_s} << u"Exit codes:"_s;
        QTest::newRow("help of set") << QStringList{u"set"_s, u"-h"_s} << u"--dry-run"_s;
        QTest::newRow("version") << QStringList{u"--version"_s}
                                 << QStringLiteral("purser-cli " PURSER_VERSION "\n");
    }
    void helpAndVersionGoToStandardOutput()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, said);
        const auto result = m_cli->run(words);
        QVERIFY2(result.code == 0 && result.error.isEmpty(), result.text().constData());
        QVERIFY2(result.out.contains(said), result.text().constData());
    }

    void withoutALocaleNothingIsComplainedOf()
    {
        for (const QString &name : {u"LC_ALL"_s, u"LC_CTYPE"_s, u"LANG"_s}) {
            m_cli->environment.remove(name);
        }
        const auto result = m_cli->run({u"--sandbox"_s, u"show"_s, u"équipe données % ?#&+"_s});
        QVERIFY2(result.code == 0 && result.error.isEmpty(), result.text().constData());
        QVERIFY2(result.out.contains(u"équipe données"_s), result.text().constData());
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
