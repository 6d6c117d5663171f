// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser::test;

//! Which changes purser-sandbox takes, and in which words it refuses the others.
class TestSandboxRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void invalidFieldIsRefusedInTheFrameworksWords_data();
    void invalidFieldIsRefusedInTheFrameworksWords();
    void allErrorsAreReportedTogether();
    void refusedChangeStoresNothing();
    void validChangeIsStored_data();
    void validChangeIsStored();
    void resetsFollowTheDocumentation();

private:
    RunningSandbox m_sandbox;
};

namespace {

constexpr auto InvalidNumber = "A valid number is required.";
constexpr auto TooLarge = "Ensure this value is less than 100000.";
constexpr auto TooSmall = "Ensure this value is greater than -100000.";
constexpr auto Digits = "Ensure that there are no more than 14 digits in total.";
constexpr auto Decimals = "Ensure that there are no more than 9 decimal places.";
constexpr auto Whole = "Ensure that there are no more than 5 digits before the decimal point.";
constexpr auto Null = "This field may not be null.";
constexpr auto Boolean = "Must be a valid boolean.";
constexpr auto Datetime = "Datetime has wrong format. Use one of these formats instead: "
                          "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";

QString number()
{
    return u"équipe données % ?#&+"_s; // its decimals are numbers
}

QString text()
{
    return u"marketing-chatbot"_s; // its decimals are strings
}

} // namespace

void TestSandboxRules::invalidFieldIsRefusedInTheFrameworksWords_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("message");

    const auto rows = [](const char *field, const QList<QByteArray> &values, const char *message) {
        for (const QByteArray &value : values) {
            QTest::addRow("%s: %s", field, value.left(40).constData())
                << QString::fromLatin1(field) << value << QString::fromLatin1(message);
        }
    };
    for (const char *decimal : {"balance", "balance_reset_amount"}) {
        rows(decimal, {"\"\"", "\"ten\"", "true", "[]", "{}", "\"1,5\"", "\"NaN\"", "\".\""},
             InvalidNumber);
        rows(decimal, {"100000", "1e5", "250000", "100000.5"}, TooLarge);
        rows(decimal, {"-100000", "-1e300"}, TooSmall);
        rows(decimal,
             {"99999.9999999999", "0.30000000000000004", "\"0.000000000000001\"",
              "\"123456789012345\""},
             Digits);
        rows(decimal, {"0.0000000001", "\"1.0000000000\"", "-2.0123456789", "\"1e-10\""}, Decimals);
        rows(decimal, {"\"100000\"", "\"-100000\"", "\"1e5\"", "\"123456.5\""}, Whole);
        rows(decimal, {'"' + QByteArray(1001, '1') + '"'}, "String value too large.");
    }
    rows("balance", {"null"}, Null);
    rows("active_balance", {"null"}, Null);
    rows("active_balance", {"\"maybe\"", "2", "[]", "{}", "\"\""}, Boolean);
    rows("expire_time",
         {"\"\"", "\"tomorrow\"", "\"2027-02-30T00:00:00Z\"", "5", "true", "[]", "\"2027-01-01\"",
          "\"2027-01-01T00:00:00Zx\"", "\"0000-01-01T00:00:00Z\"", "\"2027-01-01T25:00:00Z\"",
          "\"01/02/2027 00:00\""},
         Datetime);
    rows("balance_reset_period", {"\"yearly\""}, R"("yearly" is not a valid choice.)");
    rows("balance_reset_period", {"\"\""}, R"("" is not a valid choice.)");
    rows("balance_reset_period", {"5"}, R"("5" is not a valid choice.)");
    rows("balance_reset_period", {"null"}, Null);
}

void TestSandboxRules::invalidFieldIsRefusedInTheFrameworksWords()
{
    QFETCH(QString, field);
    QFETCH(QByteArray, value);
    QFETCH(QString, message);

    const WireReply reply =
        m_sandbox.call(patch(number(), "{\"" + field.toLatin1() + "\":" + value + '}'));

    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.object(), QJsonObject({{field, QJsonArray{message}}}));
}

void TestSandboxRules::allErrorsAreReportedTogether()
{
    const WireReply reply =
        m_sandbox.call(patch(number(),
                             R"({"balance":"x","expire_time":"x","active_balance":"x",)"
                             R"("balance_reset_period":"x","balance_reset_amount":"x"})"));

    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.object().keys(),
             QStringList({u"active_balance"_s, u"balance"_s, u"balance_reset_amount"_s,
                          u"balance_reset_period"_s, u"expire_time"_s}));
}

void TestSandboxRules::refusedChangeStoresNothing()
{
    const QJsonObject before = m_sandbox.call(get(text())).object();

    const WireReply reply = m_sandbox.call(
        patch(text(), R"({"balance":1,"active_balance":false,"expire_time":"never"})"));

    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.object().keys(), QStringList(u"expire_time"_s));
    QCOMPARE(m_sandbox.call(get(text())).object(), before);
}

void TestSandboxRules::validChangeIsStored_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("stored"); // these fields, and the others as before

    const auto row = [](const char *title, const QString &name, const char *body,
                        const char *stored) {
        QTest::newRow(title) << name << QByteArray(body) << QByteArray(stored);
    };
    row("a number", number(), R"({"balance":99.5})", R"({"balance":99.5})");
    row("a string", number(), R"({"balance":" 50.000000000 "})", R"({"balance":50})");
    row("a number, written as a string", text(), R"({"balance":7})",
        R"({"balance":"7.000000000"})");
    row("the largest", number(), R"({"balance":99999.999999999})",
        R"({"balance":99999.999999999})");
    row("the largest, as a string", text(), R"({"balance":"99999.999999999"})",
        R"({"balance":"99999.999999999"})");
    row("the smallest", text(), R"({"balance":-99999.999999999})",
        R"({"balance":"-99999.999999999"})");
    row("one billionth", text(), R"({"balance":1e-9})", R"({"balance":"0.000000001"})");
    row("less than one below nought", text(), R"({"balance":"-0.5"})",
        R"({"balance":"-0.500000000"})");
    row("an exponent in a string", text(), R"({"balance":"1.5E+1"})",
        R"({"balance":"15.000000000"})");
    row("leading noughts", text(), R"({"balance":"000000000000000001.5"})",
        R"({"balance":"1.500000000"})");
    row("expiry", text(), R"({"expire_time":"2031-01-31T12:00:00Z"})",
        R"({"expire_time":"2031-01-31T12:00:00Z"})");
    row("expiry with microseconds and an offset", text(),
        R"({"expire_time":"2031-01-31T12:00:00.000001+02:30"})",
        R"({"expire_time":"2031-01-31T09:30:00.000001Z"})");
    row("expiry without a zone, in summer: the service's own zone", text(),
        R"({"expire_time":"2031-07-01T12:00:00"})", R"({"expire_time":"2031-07-01T10:00:00Z"})");
    row("expiry without a zone, in winter", text(), R"({"expire_time":"2031-01-01T12:00"})",
        R"({"expire_time":"2031-01-01T11:00:00Z"})");
    row("no expiry", text(), R"({"expire_time":null})", R"({"expire_time":null})");
    row("not enforced", text(), R"({"active_balance":false})", R"({"active_balance":false})");
    row("enforced, as a text", text(), R"({"active_balance":"True"})",
        R"({"active_balance":true})");
    row("not enforced, as a number", text(), R"({"active_balance":0})",
        R"({"active_balance":false})");
    row("all at once, and an unknown field", text(),
        R"({"balance":1,"expire_time":null,"active_balance":false,"name":"x","label":"y"})",
        R"({"balance":"1.000000000","expire_time":null,"active_balance":false})");
    row("the last of two", text(), R"({"balance":1,"balance":2})", R"({"balance":"2.000000000"})");
}

void TestSandboxRules::validChangeIsStored()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, stored);
    QJsonObject expected = m_sandbox.call(get(name)).object();
    const QJsonObject changed = QJsonDocument::fromJson(stored).object();
    for (auto field = changed.begin(); field != changed.end(); ++field) {
        expected.insert(field.key(), field.value());
    }

    const WireReply reply = m_sandbox.call(patch(name, body));

    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.object(), expected);
    QCOMPARE(m_sandbox.call(get(name)).object(), expected);
}

void TestSandboxRules::resetsFollowTheDocumentation()
{
    const QString name = u"demo-sandbox"_s; // not enforced, and no reset fields at first
    const auto after = [this, &name](const QByteArray &body) {
        const QJsonObject token = m_sandbox.call(patch(name, body)).object();
        return QJsonArray{token.value(u"balance_reset_period"_s),
                          token.value(u"balance_reset_amount"_s), token.value(u"active_balance"_s)};
    };
    const QJsonValue null(QJsonValue::Null);

    QCOMPARE(after(R"({"balance_reset_period":"monthly","balance_reset_amount":"25"})"),
             QJsonArray({u"monthly"_s, u"25.000000000"_s, true}));
    QCOMPARE(after(R"({"balance_reset_amount":30})"),
             QJsonArray({u"monthly"_s, u"30.000000000"_s, true}));
    QCOMPARE(after(R"({"active_balance":false,"balance_reset_period":"weekly"})"),
             QJsonArray({u"weekly"_s, u"30.000000000"_s, true}));
    QCOMPARE(after(R"({"balance_reset_amount":null})"), QJsonArray({u"weekly"_s, null, true}));
    QCOMPARE(after(R"({"balance_reset_amount":5,"balance_reset_period":"none"})"),
             QJsonArray({u"none"_s, null, true}));
    QCOMPARE(after(R"({"active_balance":false})"), QJsonArray({u"none"_s, null, false}));
}

QTEST_GUILESS_MAIN(TestSandboxRules)
#include "tst_sandbox_rules.moc"
