// SPDX-License-Identifier: GPL-3.0-or-later
#include "replies.h"

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;
using namespace std::chrono_literals;

//! What is taken from a reply beside its verdict, and what never is.
class TestReplyContent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void waitIsReadFromWhereverItIs_data();
    void waitIsReadFromWhereverItIs();
    void requestIdIsFound_data();
    void requestIdIsFound();
    void bearerNeverSurvives_data();
    void bearerNeverSurvives();
    void successCarriesWhatCame();
    void valuesAreCountedBeforeTheyTakeMemory_data();
    void valuesAreCountedBeforeTheyTakeMemory();
    void listIsAllOrNothing_data();
    void listIsAllOrNothing();
    void listDoesNotHoldTheBearer();
};

namespace {

//! Every text that an error holds.
QString allText(const ApiError &error)
{
    QStringList texts{error.requestId, error.serviceMessage, error.detail};
    for (auto field = error.fieldMessages.cbegin(); field != error.fieldMessages.cend(); ++field) {
        texts += field.key();
        texts += field.value();
    }
    return texts.join(u'\n');
}

} // namespace

void TestReplyContent::waitIsReadFromWhereverItIs_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QList<QNetworkReply::RawHeaderPair>>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<std::optional<std::chrono::seconds>>("wait");

    using Headers = QList<QNetworkReply::RawHeaderPair>;
    using Wait = std::optional<std::chrono::seconds>;
    const QByteArray words =
        R"({"detail":"Request was throttled. Expected available in 7 seconds."})";
    QTest::newRow("header") << 429 << Headers{{"Retry-After", "9"}} << words << Wait(9s);
    QTest::newRow("header in lower case")
        << 429 << Headers{{"retry-after", "9"}} << QByteArray() << Wait(9s);
    QTest::newRow("words") << 429 << Headers{} << words << Wait(7s);
    QTest::newRow("date") << 429
                          << Headers{{"Retry-After", "Wed, 21 Oct 2026 07:28:30 GMT"},
                                     {"Date", "Wed, 21 Oct 2026 07:28:00 GMT"}}
                          << QByteArray() << Wait(30s);
    QTest::newRow("503") << 503 << Headers{{"Retry-After", "9"}} << QByteArray() << Wait(9s);
    QTest::newRow("neither") << 429 << Headers{} << QByteArray("{}") << Wait();
    QTest::newRow("another status") << 500 << Headers{{"Retry-After", "9"}} << words << Wait();
}

void TestReplyContent::waitIsReadFromWhereverItIs()
{
    QFETCH(int, status);
    QFETCH(QList<QNetworkReply::RawHeaderPair>, headers);
    QFETCH(QByteArray, body);
    QFETCH(std::optional<std::chrono::seconds>, wait);
    HttpReply reply = replyOf(status, body);
    reply.headers = headers;

    QCOMPARE(resultOf(reply).error().retryAfter, wait);
}

void TestReplyContent::requestIdIsFound_data()
{
    QTest::addColumn<QList<QNetworkReply::RawHeaderPair>>("headers");
    QTest::addColumn<QString>("id");

    using Headers = QList<QNetworkReply::RawHeaderPair>;
    for (const char *name : {"X-Request-ID", "x-request-id", "CF-Ray", "X-Correlation-ID",
                             "X-Amzn-RequestId", "X-Amzn-Trace-Id", "Traceparent"}) {
        QTest::newRow(name) << Headers{{name, "7d1f-AMS"}} << u"7d1f-AMS"_s;
    }
    QTest::newRow("the service's before the proxy's")
        << Headers{{"CF-Ray", "proxy"}, {"X-Request-ID", "service"}} << u"service"_s;
    QTest::newRow("empty") << Headers{{"X-Request-ID", " "}, {"CF-Ray", "proxy"}} << u"proxy"_s;
    QTest::newRow("long") << Headers{{"X-Request-ID", QByteArray(5000, 'a')}}
                          << QString(127, u'a') + u'\u2026';
    QTest::newRow("controls") << Headers{{"X-Request-ID", "a\x1B[31m\tb"}} << u"a [31m b"_s;
    QTest::newRow("none") << Headers{} << QString();
}

void TestReplyContent::requestIdIsFound()
{
    QFETCH(QList<QNetworkReply::RawHeaderPair>, headers);
    QFETCH(QString, id);
    HttpReply success = replyOf(200);
    success.headers += headers;
    HttpReply error = replyOf(500);
    error.headers += headers;

    QCOMPARE(resultOf(success)->info.requestId, id);
    QCOMPARE(resultOf(error).error().requestId, id);
}

void TestReplyContent::bearerNeverSurvives_data()
{
    QTest::addColumn<HttpReply>("reply");

    const QByteArray secret = bearer().bytes();
    for (const int status : {200, 400, 401, 500}) {
        const auto row = [status](const char *name, const QByteArray &body,
                                  const QList<QNetworkReply::RawHeaderPair> &headers = {}) {
            HttpReply reply = replyOf(status, body);
            reply.headers += headers;
            QTest::addRow("%d, %s", status, name) << reply;
        };
        row("message", R"({"detail":"Bearer )" + secret + R"( is unknown"})");
        row("field", R"({"balance":[")" + secret + R"("]})");
        row("field name", "{\"" + secret + R"(":["No."]})");
        row("list", "[\"" + secret + "\"]");
        row("bare text", '"' + secret + '"');
        row("part of it", R"({"detail":"payload )" + secret.split('.').at(1) + R"("})");
        row("escaped", R"({"detail":"\u0065)" + secret.mid(1) + R"("})");
        row("at the cut", R"({"detail":")" + QByteArray(470, '.') + secret + R"("})");
        row("token's type", R"({"name":"budget","token_type":")" + secret + R"("})");
        row("token's other field", TokenJson.chopped(1) + R"(,"echo":")" + secret + R"("})");
        row("token's other field name", TokenJson.chopped(1) + ",\"" + secret + R"(":1})");
        row("token's nested field", TokenJson.chopped(1) + R"(,"a":{"b":[")" + secret + R"("]}})");
        row("token's expiry", TokenJson.chopped(1) + R"(,"expire_time":")" + secret + R"("})");
        row("request id", TokenJson, {{"X-Request-ID", secret}});
        row("request id, at the cut", TokenJson, {{"X-Request-ID", QByteArray(90, '-') + secret}});
        row("content type", "<html>", {{"Content-Type", secret}});
    }
}

void TestReplyContent::bearerNeverSurvives()
{
    QFETCH(HttpReply, reply);

    const TokenResult result = resultOf(reply);

    QString text;
    if (result) {
        const Token &token = result->token;
        text = token.typeText + result->info.requestId + result->info.rawJson;
        for (const OtherField &field : token.otherFields) {
            text += field.name + field.value;
        }
    } else {
        text = allText(result.error());
    }
    const auto parts = bearer().bytes().split('.');
    for (const QByteArray &part : parts) {
        for (qsizetype i = 0; i + 8 <= part.size(); ++i) {
            QVERIFY2(!text.contains(QString::fromLatin1(part.mid(i, 8))), qPrintable(text));
        }
    }
}

void TestReplyContent::successCarriesWhatCame()
{
    const HttpReply reply =
        replyOf(200, R"({"name":"budget","token_type":"api_token","token":"s3cr3t","label":"x"})");

    const TokenResult result = resultOf(reply);

    QVERIFY(result);
    QCOMPARE(result->token.name, u"budget"_s);
    QCOMPARE(result->info.status, 200);
    QCOMPARE(result->info.duration, 42ms);
    QCOMPARE(result->info.rawJson,
             u"{\n    \"label\": \"x\",\n    \"name\": \"budget\",\n"
             "    \"token_type\": \"api_token\"\n}"_s);
}

void TestReplyContent::valuesAreCountedBeforeTheyTakeMemory_data()
{
    QTest::addColumn<bool>("isList");
    QTest::addColumn<int>("values");
    QTest::addColumn<bool>("isFine");
    QTest::newRow("one token, many values") << false << 100'000 << true;
    QTest::newRow("one token, too many") << false << 100'001 << false;
    QTest::newRow("list, many values") << true << 3'000'000 << true;
    QTest::newRow("list, too many") << true << 3'000'001 << false;
}

void TestReplyContent::valuesAreCountedBeforeTheyTakeMemory()
{
    QFETCH(bool, isList);
    QFETCH(int, values);
    QFETCH(bool, isFine);
    // The values beside those of the array.
    const int others = isList ? 6 : 5;
    const QByteArray many = '[' + QByteArray("1,").repeated(values - others) + "1]";
    const QByteArray token = R"({"name":"budget","token_type":"api_token","n":)" + many + '}';

    const auto list = tokenListResultFrom(replyOf(200, '[' + token + ']'), bearer());
    const auto one = resultOf(replyOf(200, token));

    QCOMPARE(isList ? list.hasValue() : one.hasValue(), isFine);
    if (!isFine) {
        const ApiError &error = isList ? list.error() : one.error();
        QCOMPARE(error.kind, ApiErrorKind::MalformedReply);
        QVERIFY2(error.detail.contains(u"too many values"_s), qPrintable(error.detail));
    }
}

void TestReplyContent::listIsAllOrNothing_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<int>("count"); // -1: refused
    QTest::addColumn<ApiErrorKind>("kind");

    const auto good = [](const char *name, const QByteArray &body, int count) {
        QTest::newRow(name) << replyOf(200, body) << count << ApiErrorKind();
    };
    const auto bad = [](const char *name, int status, const QByteArray &body, ApiErrorKind kind) {
        QTest::newRow(name) << replyOf(status, body) << -1 << kind;
    };
    good("none", "[]", 0);
    good("one", '[' + TokenJson + ']', 1);
    good("two", '[' + TokenJson + ',' + TokenJson + ']', 2);
    bad("an object", 200, TokenJson, ApiErrorKind::MalformedReply);
    bad("one that is none", 200, '[' + TokenJson + ",{}]", ApiErrorKind::MalformedReply);
    bad("cut", 200, '[' + TokenJson, ApiErrorKind::MalformedReply);
    bad("nothing", 200, {}, ApiErrorKind::MalformedReply);
    bad("201", 201, "[]", ApiErrorKind::MalformedReply);
    bad("401", 401, "[]", ApiErrorKind::SignIn);
    bad("404", 404, "[]", ApiErrorKind::NotFound);
}

void TestReplyContent::listIsAllOrNothing()
{
    QFETCH(HttpReply, reply);
    QFETCH(int, count);
    QFETCH(ApiErrorKind, kind);

    const TokenListResult result = tokenListResultFrom(reply, bearer());

    QCOMPARE(result.hasValue(), count >= 0);
    if (result) {
        QCOMPARE(result->tokens.size(), count);
    } else {
        QCOMPARE(result.error().kind, kind);
        QCOMPARE(result.error().effect, Effect::None);
    }
}

void TestReplyContent::listDoesNotHoldTheBearer()
{
    const QByteArray secret = bearer().bytes();
    const TokenListResult result =
        tokenListResultFrom(replyOf(200,
                                    R"([{"name":")" + secret + R"(","token_type":"x","echo":")"
                                        + secret + R"(","token":"s3cr3t"}])"),
                            bearer());

    QVERIFY(result);
    const Token token = result->tokens.constFirst();
    QCOMPARE(token.name, u"[JWT]"_s);
    const QList<OtherField> others{{u"echo"_s, u"[JWT]"_s}};
    QCOMPARE(token.otherFields, others);
}

QTEST_APPLESS_MAIN(TestReplyContent)
#include "tst_replycontent.moc"
