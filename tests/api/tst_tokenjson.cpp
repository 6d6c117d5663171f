// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/secretfields.h"
#include "api/tokenjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

//! A token as it comes, and a change as it goes out.
class TestTokenJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tokenIsRead_data();
    void tokenIsRead();
    void wrongTokenIsRefused_data();
    void wrongTokenIsRefused();
    void anOddResetIsShownAsItCame_data();
    void anOddResetIsShownAsItCame();
    void otherFieldsAreKeptInOrder();
    void secretsAreDroppedAtAnyDepth_data();
    void secretsAreDroppedAtAnyDepth();
    void patchIsExactlyItsFields_data();
    void patchIsExactlyItsFields();
    void balanceIsReadBackExactly_data();
    void balanceIsReadBackExactly();
    void indentedJsonIsForPeople();
};

namespace {

QJsonValue parsed(const QByteArray &json)
{
    const auto array = QJsonDocument::fromJson('[' + json + ']').array();
    return array.size() == 1 ? array.at(0) : QJsonValue(QJsonValue::Undefined);
}

QByteArray tokenWith(const QByteArray &fields)
{
    return R"({"name":"budget","token_type":"api_token")" + fields + '}';
}

//! The number as JSON's grammar has it (RFC 8259, section 6), in units of 10^-9.
std::optional<qint64> strictNanos(const QByteArray &number)
{
    static const QRegularExpression form(
        u"^(-?)(0|[1-9][0-9]*)(?:\\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$"_s);
    const auto match = form.match(QString::fromLatin1(number));
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString fraction = match.captured(3);
    QString digits = match.captured(2) + fraction;
    const qsizetype shift = match.captured(4).toInt() - fraction.size() + 9;
    if (shift < 0) {
        return std::nullopt; // more than nine decimals
    }
    digits += QString(shift, u'0');
    bool isNumber = false;
    const qint64 nanos = digits.toLongLong(&isNumber);
    return isNumber ? std::optional(match.captured(1).isEmpty() ? nanos : -nanos) : std::nullopt;
}

} // namespace

void TestTokenJson::tokenIsRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Token>("expected");

    Token plain;
    plain.name = u"budget"_s;
    plain.type = TokenType::Production;
    plain.typeText = u"api_token"_s;
    const auto balanceRow = [&plain](const char *name, const QByteArray &value, qint64 nanos) {
        Token token = plain;
        token.balance = *Balance::fromNanos(nanos);
        QTest::newRow(name) << tokenWith(",\"balance\":" + value) << token;
    };
    QTest::newRow("nothing stated") << tokenWith({}) << plain;
    balanceRow("number", "87.45", 87'450'000'000);
    balanceRow("whole number", "50", 50'000'000'000);
    balanceRow("decimal string", R"("50.000000000")", 50'000'000'000);
    balanceRow("decimal string with an exponent", R"("0E-9")", 0);
    balanceRow("negative", "-0.5", -500'000'000);
    balanceRow("negative string", R"("-0.500000000")", -500'000'000);
    balanceRow("zero", "0", 0);
    balanceRow("negative zero", "-0.0", 0);
    balanceRow("smallest", "1e-9", 1);
    balanceRow("highest", "99999.999999999", 99'999'999'999'999);
    balanceRow("highest as text", R"("99999.999999999")", 99'999'999'999'999);
    balanceRow("lowest", "-99999.999999999", -99'999'999'999'999);
    balanceRow("sum of floats", "0.30000000000000004", 300'000'000);

    Token token = plain;
    token.balance = MaybeBalance();
    QTest::newRow("null balance") << tokenWith(R"(,"balance":null)") << token;
    token = plain;
    token.expiry = Expiry::never();
    QTest::newRow("null expiry") << tokenWith(R"(,"expire_time":null)") << token;
    token.expiry = *Expiry::fromIso8601(u"2027-03-14T13:09:26.535897Z"_s);
    QTest::newRow("expiry") << tokenWith(R"(,"expire_time":"2027-03-14T15:09:26.535897+02:00")")
                            << token;
    token = plain;
    token.activeBalance = true;
    QTest::newRow("enforced") << tokenWith(R"(,"active_balance":true)") << token;
    token.activeBalance = false;
    QTest::newRow("not enforced") << tokenWith(R"(,"active_balance":false)") << token;
    token = plain;
    token.type = TokenType::Sandbox;
    token.typeText = u"sandbox_api_token"_s;
    QTest::newRow("sandbox") << QByteArray(R"({"name":"budget","token_type":"sandbox_api_token"})")
                             << token;
    token.type = TokenType::Unknown;
    token.typeText = u"golden"_s;
    QTest::newRow("unknown type") << QByteArray(R"({"name":"budget","token_type":"golden"})")
                                  << token;
    const auto resetRow = [&plain](const char *name, const QByteArray &fields,
                                   std::optional<ResetPeriod> period,
                                   std::optional<MaybeBalance> amount) {
        Token stated = plain;
        stated.resetPeriod = period;
        stated.resetAmount = amount;
        QTest::newRow(name) << tokenWith(fields) << stated;
    };
    const MaybeBalance amount = *Balance::fromNanos(25'500'000'000);
    resetRow("no reset", R"(,"balance_reset_period":"none","balance_reset_amount":null)",
             ResetPeriod::None, MaybeBalance());
    resetRow("daily reset", R"(,"balance_reset_period":"daily","balance_reset_amount":25.5)",
             ResetPeriod::Daily, amount);
    resetRow("weekly reset, decimal string",
             R"(,"balance_reset_amount":"25.500000000","balance_reset_period":"weekly")",
             ResetPeriod::Weekly, amount);
    resetRow("monthly reset alone", R"(,"balance_reset_period":"monthly")", ResetPeriod::Monthly,
             std::nullopt);
    resetRow("reset amount alone", R"(,"balance_reset_amount":25.5)", std::nullopt, amount);
    resetRow("reset amount null alone", R"(,"balance_reset_amount":null)", std::nullopt,
             MaybeBalance());
    token = plain;
    token.balance = *Balance::fromNanos(1'000'000'000);
    QTest::newRow("a field twice: the last one")
        << tokenWith(R"(,"balance":true,"balance":1)") << token;
}

void TestTokenJson::tokenIsRead()
{
    QFETCH(QByteArray, json);
    QFETCH(Token, expected);

    const auto token = tokenFromJson(parsed(json));

    QVERIFY2(token, token ? "" : qPrintable(token.error()));
    QCOMPARE(*token, expected);
}

void TestTokenJson::wrongTokenIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("text") << QByteArray(R"("budget")");
    QTest::newRow("array") << "[" + tokenWith({}) + "]";
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("no name") << QByteArray(R"({"token_type":"api_token"})");
    QTest::newRow("null name") << QByteArray(R"({"name":null,"token_type":"api_token"})");
    QTest::newRow("number for a name") << QByteArray(R"({"name":1,"token_type":"api_token"})");
    QTest::newRow("no type") << QByteArray(R"({"name":"budget"})");
    QTest::newRow("null type") << QByteArray(R"({"name":"budget","token_type":null})");
    QTest::newRow("object for a type") << QByteArray(R"({"name":"budget","token_type":{}})");
    for (const char *value : {"true",
                              "false",
                              "{}",
                              "[]",
                              "[1]",
                              "100000",
                              "-100000",
                              "1e300",
                              "250000.5",
                              R"("100000")",
                              R"("-100000.000000000")",
                              R"("")",
                              R"(" ")",
                              R"("abc")",
                              R"("NaN")",
                              R"("Infinity")",
                              R"("12,5")",
                              R"("0x10")",
                              R"("1 000")",
                              R"("99999.9999999999")"}) {
        QTest::addRow("balance %s", value) << tokenWith(",\"balance\":" + QByteArray(value));
    }
    for (const char *value :
         {"true", "0", "1893456000", "{}", "[]", R"("")", R"("never")", R"("2027-03-14")",
          R"("2027-03-14T15:09:26")", R"("2027-02-30T00:00:00Z")", R"("2027-03-14T15:09:26Z x")"}) {
        QTest::addRow("expire_time %s", value)
            << tokenWith(",\"expire_time\":" + QByteArray(value));
    }
    for (const char *value : {"null", "0", "1", R"("yes")", R"("true")", "{}", "[]"}) {
        QTest::addRow("active_balance %s", value)
            << tokenWith(",\"active_balance\":" + QByteArray(value));
    }
}

void TestTokenJson::wrongTokenIsRefused()
{
    QFETCH(QByteArray, json);

    const auto token = tokenFromJson(parsed(json));

    QVERIFY(!token);
    QVERIFY(!token.error().isEmpty());
}

void TestTokenJson::anOddResetIsShownAsItCame_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("shown");
    const auto period = [](const char *value, const char *shown) {
        QTest::addRow("period %s", value)
            << u"balance_reset_period"_s << QByteArray(value) << QString::fromLatin1(shown);
    };
    period(R"("yearly")", "yearly");
    period(R"("Daily")", "Daily");
    period(R"("")", "");
    period("null", "null");
    period("true", "true");
    period("1", "1");
    period(R"(["daily"])", R"(["daily"])");
    const auto amount = [](const char *value, const char *shown) {
        QTest::addRow("amount %s", value)
            << u"balance_reset_amount"_s << QByteArray(value) << QString::fromLatin1(shown);
    };
    amount("true", "true");
    amount(R"("plenty")", "plenty");
    amount(R"("")", "");
    amount("100000", "100000");
    amount(R"("-100000")", "-100000");
    amount("{}", "{}");
}

void TestTokenJson::anOddResetIsShownAsItCame()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, value);
    QFETCH(QString, shown);

    const auto token =
        tokenFromJson(parsed(tokenWith(",\"balance\":50,\"" + name.toLatin1() + "\":" + value)));

    QVERIFY2(token, token ? "" : qPrintable(token.error()));
    QVERIFY(!token->resetPeriod);
    QVERIFY(!token->resetAmount);
    QVERIFY(token->balance);
    const QList<OtherField> expected{{name, shown}};
    QCOMPARE(token->otherFields, expected);
}

void TestTokenJson::otherFieldsAreKeptInOrder()
{
    const auto token = tokenFromJson(
        parsed(tokenWith(R"(,"revoked":false,"label":"A b","balance_reset_period":"yearly")"
                         R"(,"last4":"9f3c","n":[1,{"a":2}])")));

    QVERIFY(token);
    const QList<OtherField> expected{{u"balance_reset_period"_s, u"yearly"_s},
                                     {u"label"_s, u"A b"_s},
                                     {u"last4"_s, u"9f3c"_s},
                                     {u"n"_s, uR"([1,{"a":2}])"_s},
                                     {u"revoked"_s, u"false"_s}};
    QCOMPARE(token->otherFields, expected);
}

void TestTokenJson::secretsAreDroppedAtAnyDepth_data()
{
    QTest::addColumn<QByteArray>("fields");

    for (const char *key : {"token", "Token", "TOKEN", "key", "api_key", "secret", "secret_key",
                            "access_token", "refresh_token"}) {
        const QByteArray field = '"' + QByteArray(key) + R"(":"s3cr3t")";
        QTest::addRow("%s", key) << "," + field;
        QTest::addRow("%s in an object", key) << ",\"info\":{" + field + '}';
        QTest::addRow("%s in an array", key) << ",\"info\":[1,[{" + field + "}]]";
        QTest::addRow("%s in an object of that name", key)
            << ",\"" + QByteArray(key) + "\":{\"value\":\"s3cr3t\"}";
    }
}

void TestTokenJson::secretsAreDroppedAtAnyDepth()
{
    QFETCH(QByteArray, fields);
    const QJsonValue value = parsed(tokenWith(fields));

    const auto token = tokenFromJson(value);

    QVERIFY(token);
    for (const OtherField &field : token->otherFields) {
        QVERIFY(!field.value.contains("s3cr3t"_L1));
    }
    QVERIFY(!indentedJson(withoutSecrets(value)).contains("s3cr3t"_L1));
    QVERIFY(indentedJson(withoutSecrets(value)).contains("\"api_token\""_L1));
}

void TestTokenJson::patchIsExactlyItsFields_data()
{
    QTest::addColumn<TokenPatch>("patch");
    QTest::addColumn<QByteArray>("json");

    TokenPatch patch;
    QTest::newRow("nothing") << patch << QByteArray("{}");
    patch.balance = *Balance::fromText(u"12.5");
    QTest::newRow("balance") << patch << QByteArray(R"({"balance":12.5})");
    patch = {};
    patch.activeBalance = true;
    QTest::newRow("active balance on") << patch << QByteArray(R"({"active_balance":true})");
    patch.activeBalance = false;
    QTest::newRow("active balance off") << patch << QByteArray(R"({"active_balance":false})");
    patch = {};
    patch.expiry = Expiry::never();
    QTest::newRow("expiry cleared") << patch << QByteArray(R"({"expire_time":null})");
    patch.expiry = *Expiry::fromIso8601(u"2027-03-14T15:09:26+02:00"_s);
    QTest::newRow("expiry") << patch << QByteArray(R"({"expire_time":"2027-03-14T13:09:26Z"})");
    patch.expiry = *Expiry::fromIso8601(u"2027-03-14T15:09:26.535897+02:00"_s);
    QTest::newRow("expiry to the microsecond")
        << patch << QByteArray(R"({"expire_time":"2027-03-14T13:09:26.535897Z"})");
    patch.balance = Balance::highest();
    patch.activeBalance = true;
    patch.resetPeriod = ResetPeriod::Weekly;
    patch.resetAmount = *Balance::fromText(u"0.3");
    QTest::newRow("all") << patch
                         << QByteArray(R"({"active_balance":true,"balance":99999.999999999,)"
                                       R"("balance_reset_amount":0.3,)"
                                       R"("balance_reset_period":"weekly",)"
                                       R"("expire_time":"2027-03-14T13:09:26.535897Z"})");
    patch = {};
    patch.resetPeriod = ResetPeriod::None;
    QTest::newRow("no reset") << patch << QByteArray(R"({"balance_reset_period":"none"})");
    patch = {};
    patch.resetAmount = MaybeBalance();
    QTest::newRow("no reset amount") << patch << QByteArray(R"({"balance_reset_amount":null})");
    patch.resetAmount = Balance();
    QTest::newRow("reset to 0") << patch << QByteArray(R"({"balance_reset_amount":0})");
}

void TestTokenJson::patchIsExactlyItsFields()
{
    QFETCH(TokenPatch, patch);
    QFETCH(QByteArray, json);

    QCOMPARE(patchToJson(patch), json);
}

void TestTokenJson::balanceIsReadBackExactly_data()
{
    QTest::addColumn<qint64>("nanos");

    const auto row = [](qint64 nanos) { QTest::addRow("%lld", nanos) << nanos; };
    for (const qint64 nanos :
         {0LL, 1LL, 9LL, 10LL, 100'000LL, 123'456'789LL, 300'000'000LL, 500'000'000LL,
          999'999'999LL, 1'000'000'000LL, 12'500'000'000LL, 87'450'000'000LL, 50'000'000'001LL,
          10'000'000'000'000LL, 99'999'000'000'001LL, 99'999'999'999'998LL, 99'999'999'999'999LL}) {
        row(nanos);
        row(-nanos);
    }
    for (qint64 nanos = 1; nanos < Balance::LimitNanos; nanos = nanos * 7 + 3) {
        row(nanos);
    }
}

void TestTokenJson::balanceIsReadBackExactly()
{
    QFETCH(qint64, nanos);
    TokenPatch patch;
    patch.balance = *Balance::fromNanos(nanos);

    const QByteArray json = patchToJson(patch);

    const QByteArray before = R"({"balance":)";
    QVERIFY(json.startsWith(before) && json.endsWith('}'));
    const QByteArray number = json.mid(before.size()).chopped(1);
    const auto readBack = strictNanos(number);
    QVERIFY2(readBack, number.constData());
    QCOMPARE(*readBack, nanos);
    const auto token = tokenFromJson(parsed(tokenWith(",\"balance\":" + number)));
    QVERIFY(token);
    QCOMPARE(token->balance, std::optional(MaybeBalance(patch.balance)));
}

void TestTokenJson::indentedJsonIsForPeople()
{
    QCOMPARE(indentedJson(parsed(R"({"b":1,"a":[]})")),
             u"{\n    \"a\": [\n    ],\n    \"b\": 1\n}"_s);
}

QTEST_APPLESS_MAIN(TestTokenJson)
#include "tst_tokenjson.moc"
