// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/errorbody.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace std::chrono_literals;

using FieldMessages = QMap<QString, QStringList>;

//! What the service says when it says no, and what else may come instead.
class TestErrorBody : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownBodyIsUnderstood_data();
    void knownBodyIsUnderstood();
    void oddBodyIsBounded_data();
    void oddBodyIsBounded();
    void jsonIsToldFromEverythingElse_data();
    void jsonIsToldFromEverythingElse();
    void shownTextIsOnePlainLine_data();
    void shownTextIsOnePlainLine();
    void cutTextHoldsNoPartOfTheBearer_data();
    void cutTextHoldsNoPartOfTheBearer();
    void secretFieldIsNotShown_data();
    void secretFieldIsNotShown();
    void waitIsRead_data();
    void waitIsRead();
};

namespace {

Bearer bearer()
{
    return *Bearer::fromBytes("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0ZXN0ZXIifQ."
                              "c2lnbmF0dXJlLW9mLXRlc3Q");
}

} // namespace

void TestErrorBody::knownBodyIsUnderstood_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    QTest::addColumn<FieldMessages>("fields");

    const auto row = [](const char *name, const QByteArray &body, const QString &message,
                        const FieldMessages &fields = {}) {
        QTest::newRow(name) << body << message << fields;
    };
    const QString tooLarge = u"Ensure this value is less than 100000."_s;
    row("400 field", R"({"balance":["Ensure this value is less than 100000."]})", {},
        {{u"balance"_s, {tooLarge}}});
    row("400 wrapped field",
        R"({"error":{"type":"validation","message":
            {"balance":["Ensure this value is less than 100000."]}}})",
        {}, {{u"balance"_s, {tooLarge}}});
    row("400 detail", R"({"detail":"JSON parse error - Expecting value: line 1 column 1"})",
        u"JSON parse error - Expecting value: line 1 column 1"_s);
    row("400 whole request", R"({"non_field_errors":["Set a balance first."]})",
        u"Set a balance first."_s);
    row("400 three fields",
        R"({"active_balance":["Must be a valid boolean."],"balance":["A valid number is required.",
            "This field may not be null."],"expire_time":["Datetime has wrong format."]})",
        {},
        {{u"active_balance"_s, {u"Must be a valid boolean."_s}},
         {u"balance"_s, {u"A valid number is required."_s, u"This field may not be null."_s}},
         {u"expire_time"_s, {u"Datetime has wrong format."_s}}});
    row("400 field, not in a list", R"({"balance":"A valid number is required."})", {},
        {{u"balance"_s, {u"A valid number is required."_s}}});
    row("401 no credentials", R"({"detail":"Authentication credentials were not provided."})",
        u"Authentication credentials were not provided."_s);
    row("401 bad token",
        R"({"detail":"Given token not valid for any token type","code":"token_not_valid",
            "messages":[{"token_class":"AccessToken","token_type":"access",
                         "message":"Token is invalid or expired"}]})",
        u"Given token not valid for any token type. Token is invalid or expired"_s);
    row("402", R"({"error":"Insufficient credits"})", u"Insufficient credits"_s);
    row("403 wrapped",
        R"({"error":{"type":"forbidden","message":"You do not have permission to manage tokens"}})",
        u"You do not have permission to manage tokens"_s);
    row("403 detail", R"({"detail":"You do not have permission to perform this action."})",
        u"You do not have permission to perform this action."_s);
    row("404", R"({"detail":"Not found."})", u"Not found."_s);
    row("404 details", R"({"details":"Not Found"})", u"Not Found"_s);
    row("405", R"({"detail":"Method \"GET\" not allowed."})", u"Method \"GET\" not allowed."_s);
    row("415", R"({"detail":"Unsupported media type \"text/plain\" in request."})",
        u"Unsupported media type \"text/plain\" in request."_s);
    row("429", R"({"detail":"Request was throttled. Expected available in 7 seconds."})",
        u"Request was throttled. Expected available in 7 seconds."_s);
    row("500 JSON", R"({"message":"Internal server error"})", u"Internal server error"_s);
    row("both", R"({"detail":"No.","balance":["Too large."]})", u"No."_s,
        {{u"balance"_s, {u"Too large."_s}}});
    row("list of texts", R"(["First.","Second."])", u"First. Second."_s);
    row("bare text", R"("Go away")", u"Go away"_s);
    row("the same said twice", R"({"detail":"No.","message":"No."})", u"No."_s);
}

void TestErrorBody::knownBodyIsUnderstood()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, message);
    QFETCH(FieldMessages, fields);

    const ErrorBody read = errorBodyFrom(body, bearer());

    QVERIFY(read.isJson);
    QCOMPARE(read.message, message);
    QCOMPARE(read.fieldMessages, fields);
}

void TestErrorBody::oddBodyIsBounded_data()
{
    QTest::addColumn<QByteArray>("body");

    const QByteArray mebibyte(1024 * 1024, 'x');
    QByteArray manyFields = "{";
    QByteArray manyMessages = "{\"detail\":[";
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray number = QByteArray::number(i);
        manyFields += (i > 0 ? ",\"f" : "\"f") + number + "\":[\"m" + number + "\"]";
        manyMessages += (i > 0 ? ",\"m" : "\"m") + number + '"';
    }
    QByteArray wrapped = R"("deep")";
    for (int i = 0; i < 200; ++i) {
        wrapped = R"({"error":)" + wrapped + R"(,"detail":"level"})";
    }
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("white space") << QByteArray(" \r\n");
    QTest::newRow("HTML") << QByteArray("<!doctype html><h1>Server Error (500)</h1>");
    QTest::newRow("cut JSON") << QByteArray(R"({"detail":"Not fo)");
    QTest::newRow("junk") << QByteArray::fromHex("00ff01fe7b225d80");
    QTest::newRow("a mebibyte of junk") << mebibyte;
    QTest::newRow("a mebibyte of text") << R"({"detail":")" + mebibyte + R"("})";
    QTest::newRow("a mebibyte of field name") << "{\"" + mebibyte + "\":[\"x\"]}";
    QTest::newRow("a mebibyte of field text") << R"({"balance":[")" + mebibyte + R"("]})";
    QTest::newRow("ten thousand fields") << manyFields + '}';
    QTest::newRow("ten thousand messages") << manyMessages + "]}";
    QTest::newRow("wrapped 200 times") << wrapped;
    QTest::newRow("1000 arrays") << QByteArray(1000, '[') + QByteArray(1000, ']');
    QTest::newRow("100000 arrays") << QByteArray(100'000, '[') + QByteArray(100'000, ']');
    QTest::newRow("numbers") << QByteArray(R"({"balance":1,"detail":2,"error":[3,null,true]})");
    QTest::newRow("nulls") << QByteArray(R"({"balance":null,"detail":null,"messages":null})");
    QTest::newRow("nested") << QByteArray(R"({"a":{"b":{"c":["d",{"e":"f"}]}}})");
    QTest::newRow("empty names") << QByteArray(R"({"":{"":[""]}})");
}

void TestErrorBody::oddBodyIsBounded()
{
    QFETCH(QByteArray, body);

    const ErrorBody read = errorBodyFrom(body, bearer());

    QCOMPARE_LE(read.message.size(), 1000);
    QCOMPARE_LE(read.fieldMessages.size(), 20);
    qsizetype texts = 0;
    for (auto field = read.fieldMessages.cbegin(); field != read.fieldMessages.cend(); ++field) {
        QCOMPARE_LE(field.key().size(), 60);
        for (const QString &text : field.value()) {
            QVERIFY(!text.isEmpty());
            QCOMPARE_LE(text.size(), 500);
            ++texts;
        }
    }
    QCOMPARE_LE(texts, 100);
    if (!read.isJson) {
        QCOMPARE(read, ErrorBody());
    }
}

void TestErrorBody::jsonIsToldFromEverythingElse_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("expected");

    for (const char *json : {"{}", "[]", R"("text")", "12.5", "null", "true", " {\"a\": 1} \n"}) {
        QTest::newRow(json) << QByteArray(json) << true;
    }
    QTest::newRow("nothing") << QByteArray() << false;
    for (const char *other :
         {" ", "<html></html>", "Not Found", "{", "{} {}", "1,2", "{'a':1}", "nul", "\"text"}) {
        QTest::newRow(other) << QByteArray(other) << false;
    }
}

void TestErrorBody::jsonIsToldFromEverythingElse()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, expected);

    QCOMPARE(isJson(body), expected);
    QCOMPARE(errorBodyFrom(body, bearer()).isJson, expected);
}

void TestErrorBody::shownTextIsOnePlainLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<int>("maximum");

    const auto row = [](const char *name, const QString &text, const QString &shown,
                        int maximum = 500) { QTest::newRow(name) << text << shown << maximum; };
    row("plain", u"Not found."_s, u"Not found."_s);
    row("mark-up stays text", u"<b>No</b> <img src=x>"_s, u"<b>No</b> <img src=x>"_s);
    row("lines", u" one\r\n\ttwo\u2028three\u2029 "_s, u"one two three"_s);
    row("controls", u"a\u0000b\u001B[31mc\u007Fd\u0085e"_s, u"a b [31mc d e"_s);
    row("direction signs", u"abc\u202Edcba\u202C\u2066x\u2069\u200F\u061C"_s, u"abcdcbax"_s);
    row("zero width", u"pass\u200B\u2060\uFEFFword\u00AD"_s, u"password"_s);
    row("tags beyond the first plane", u"a\U000E0041\U000E007Fb"_s, u"ab"_s);
    row("half a character", u"a"_s + QChar(0xD83D) + u"b"_s, u"a\uFFFDb"_s);
    row("letters of all kinds", u"données \u05EA\u05E7 \U0001F4B6"_s,
        u"données \u05EA\u05E7 \U0001F4B6"_s);
    row("too long", QString(20, u'a'), u"aaaaaaa\u2026"_s, 8);
    row("just fits", u"12345678"_s, u"12345678"_s, 8);
    row("cut before a pair", u"123456\U0001F4B6\U0001F4B6"_s, u"123456\u2026"_s, 8);
}

void TestErrorBody::shownTextIsOnePlainLine()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QFETCH(int, maximum);

    QCOMPARE(shownText(text, bearer(), maximum), shown);
}

void TestErrorBody::cutTextHoldsNoPartOfTheBearer_data()
{
    QTest::addColumn<int>("before");

    for (int before = 0; before <= 520; before += 4) { // the cut falls anywhere within the bearer
        QTest::addRow("after %d characters", before) << before;
    }
}

void TestErrorBody::cutTextHoldsNoPartOfTheBearer()
{
    QFETCH(int, before);
    const QString secret = QString::fromLatin1(bearer().bytes());
    const QString text = QString(before, u'.') + secret + u" is bad"_s;

    const QString shown = shownText(text, bearer());
    const ErrorBody body = errorBodyFrom(
        R"({"detail":")" + text.toUtf8() + R"(","balance":[")" + text.toUtf8() + "\"]}", bearer());

    for (qsizetype i = 0; i + 6 <= secret.size(); ++i) {
        const QString part = secret.mid(i, 6);
        QVERIFY(!shown.contains(part));
        QVERIFY(!body.message.contains(part));
        QVERIFY(!body.fieldMessages.value(u"balance"_s).join(u' ').contains(part));
    }
}

void TestErrorBody::secretFieldIsNotShown_data()
{
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("beside the words") << QByteArray(R"({"detail":"No.","token":"s3cr3t"})");
    QTest::newRow("in a list") << QByteArray(R"({"detail":"No.","Token":["s3cr3t"]})");
    QTest::newRow("wrapped") << QByteArray(R"({"error":{"message":"No.","api_key":"s3cr3t"}})");
    QTest::newRow("deep") << QByteArray(R"({"detail":"No.","x":{"y":[{"token":"s3cr3t"}]}})");
}

void TestErrorBody::secretFieldIsNotShown()
{
    QFETCH(QByteArray, body);

    const ErrorBody read = errorBodyFrom(body, bearer());

    QCOMPARE(read.message, u"No."_s);
    QVERIFY(read.fieldMessages.isEmpty());
}

void TestErrorBody::waitIsRead_data()
{
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QString>("message");
    QTest::addColumn<std::optional<std::chrono::seconds>>("wait");

    using Wait = std::optional<std::chrono::seconds>;
    const auto row = [](const char *name, const QByteArray &retryAfter, const QByteArray &date,
                        const QString &message, Wait wait) {
        QTest::newRow(name) << retryAfter << date << message << wait;
    };
    const QByteArray now = "Wed, 21 Oct 2026 07:28:00 GMT";
    const QString seven = u"Request was throttled. Expected available in 7 seconds."_s;
    row("seconds", "7", {}, {}, 7s);
    row("seconds with white space", " 7 ", {}, {}, 7s);
    row("zero", "0", {}, {}, 0s);
    row("seconds, and other words", "9", {}, seven, 9s);
    row("words alone", {}, {}, seven, 7s);
    row("one second", {}, {}, u"Expected available in 1 second."_s, 1s);
    row("date", "Wed, 21 Oct 2026 07:29:30 GMT", now, {}, 90s);
    row("date of the past", "Wed, 21 Oct 2026 07:00:00 GMT", now, {}, 0s);
    row("date, unknown now, long past", "Wed, 21 Oct 2015 07:28:00 GMT", {}, {}, 0s);
    row("beyond a day", "999999999", {}, {}, 86400s);
    row("date beyond a day", "Wed, 21 Oct 2099 07:28:00 GMT", now, {}, 86400s);
    row("negative", "-7", {}, {}, std::nullopt);
    row("negative, but words", "-7", {}, seven, 7s);
    row("fraction", "1.5", {}, {}, std::nullopt);
    row("nonsense", "soon", now, {}, std::nullopt);
    row("number beyond all", "99999999999999999999999", {}, {}, std::nullopt);
    row("nothing", {}, {}, u"Slow down."_s, std::nullopt);
}

void TestErrorBody::waitIsRead()
{
    QFETCH(QByteArray, retryAfter);
    QFETCH(QByteArray, date);
    QFETCH(QString, message);
    QFETCH(std::optional<std::chrono::seconds>, wait);

    QCOMPARE(retryWait(retryAfter, date, message), wait);
}

QTEST_APPLESS_MAIN(TestErrorBody)
#include "tst_errorbody.moc"
