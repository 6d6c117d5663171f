// SPDX-License-Identifier: GPL-3.0-or-later
#include "replies.h"

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

//! What a reply means: for every status, and for every way in which it can break off.
class TestReplyReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStatusHasItsMeaning_data();
    void everyStatusHasItsMeaning();
    void networkErrorsHaveTheirKind_data();
    void networkErrorsHaveTheirKind();
    void brokenOffReplyIsNoSuccess_data();
    void brokenOffReplyIsNoSuccess();
    void bodyThatNeverLeftHadNoEffect_data();
    void bodyThatNeverLeftHadNoEffect();
    void serviceWordsAreKept();
};

namespace {

//! The design's words, not the code's: what a change ends as by its status alone.
Effect expectedEffect(int status)
{
    if (status == 300 || status == 301 || status == 307 || status == 308) {
        return Effect::Rejected;
    }
    return status >= 400 && status <= 499 && status != 408 ? Effect::Rejected : Effect::Unknown;
}

ApiErrorKind expectedKind(int status)
{
    static const QMap<int, ApiErrorKind> own{
        {400, ApiErrorKind::Validation}, {401, ApiErrorKind::SignIn},
        {403, ApiErrorKind::Forbidden},  {404, ApiErrorKind::NotFound},
        {408, ApiErrorKind::Server},     {422, ApiErrorKind::Validation},
        {429, ApiErrorKind::Throttled}};
    if (status < 300) {
        return ApiErrorKind::MalformedReply;
    }
    if (status < 400) {
        return ApiErrorKind::Redirected;
    }
    return own.value(status, status < 500 ? ApiErrorKind::Rejected : ApiErrorKind::Server);
}

} // namespace

void TestReplyReader::everyStatusHasItsMeaning_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");

    for (int status = 100; status <= 599; ++status) {
        QTest::addRow("%d with a token", status) << status << TokenJson;
        QTest::addRow("%d with HTML", status) << status << QByteArray("<html>No</html>");
        QTest::addRow("%d with nothing", status) << status << QByteArray();
    }
}

void TestReplyReader::everyStatusHasItsMeaning()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const HttpReply reply = replyOf(status, body);

    const TokenResult change = resultOf(reply, Purpose::Change);
    const TokenResult read = resultOf(reply, Purpose::Read);

    const bool isSuccess = status == 200 && body == TokenJson;
    QCOMPARE(change.hasValue(), isSuccess);
    QCOMPARE(read.hasValue(), isSuccess);
    if (isSuccess) {
        return;
    }
    QCOMPARE(change.error().effect, expectedEffect(status));
    QCOMPARE(read.error().effect, Effect::None);
    QCOMPARE(change.error().kind, expectedKind(status));
    QCOMPARE(read.error().kind, expectedKind(status));
    QCOMPARE(change.error().status, status);
}

void TestReplyReader::networkErrorsHaveTheirKind_data()
{
    QTest::addColumn<QNetworkReply::NetworkError>("error");
    QTest::addColumn<ApiErrorKind>("kind");

    using E = QNetworkReply;
    const auto row = [](const char *name, QNetworkReply::NetworkError error, ApiErrorKind kind) {
        QTest::newRow(name) << error << kind;
    };
    row("host not found", E::HostNotFoundError, ApiErrorKind::NameResolution);
    row("refused", E::ConnectionRefusedError, ApiErrorKind::ConnectionRefused);
    row("closed", E::RemoteHostClosedError, ApiErrorKind::ConnectionLost);
    row("would have been sent again", E::ContentReSendError, ApiErrorKind::ConnectionLost);
    row("TLS", E::SslHandshakeFailedError, ApiErrorKind::Tls);
    row("timeout", E::TimeoutError, ApiErrorKind::Deadline);
    row("network down", E::TemporaryNetworkFailureError, ApiErrorKind::ConnectionLost);
    row("session failed", E::NetworkSessionFailedError, ApiErrorKind::ConnectionLost);
    row("unknown", E::UnknownNetworkError, ApiErrorKind::ConnectionLost);
    row("proxy refused", E::ProxyConnectionRefusedError, ApiErrorKind::ConnectionRefused);
    row("proxy not found", E::ProxyNotFoundError, ApiErrorKind::NameResolution);
    row("proxy timeout", E::ProxyTimeoutError, ApiErrorKind::Deadline);
    row("proxy wants to know who", E::ProxyAuthenticationRequiredError,
        ApiErrorKind::ConnectionLost);
    row("no HTTP", E::ProtocolFailure, ApiErrorKind::MalformedReply);
    row("aborted by Qt", E::OperationCanceledError, ApiErrorKind::ConnectionLost);
}

void TestReplyReader::networkErrorsHaveTheirKind()
{
    QFETCH(QNetworkReply::NetworkError, error);
    QFETCH(ApiErrorKind, kind);
    HttpReply reply;
    reply.error = error;

    QCOMPARE(resultOf(reply).error().kind, kind);
    QCOMPARE(resultOf(reply).error().effect, Effect::None);
    reply.bodyWasTaken = true; // a refused connection can be that of a second attempt
    QCOMPARE(resultOf(reply).error().kind, kind);
    QCOMPARE(resultOf(reply).error().effect, Effect::Unknown);
    QCOMPARE(resultOf(reply).error().status, 0);
}

void TestReplyReader::brokenOffReplyIsNoSuccess_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<ApiErrorKind>("kind");

    const auto stopped = [](const char *name, StopReason stop, ApiErrorKind kind) {
        HttpReply reply = replyOf(200);
        reply.stop = stop;
        QTest::newRow(name) << reply << kind;
    };
    stopped("cancelled", StopReason::Cancelled, ApiErrorKind::Cancelled);
    stopped("deadline", StopReason::Deadline, ApiErrorKind::Deadline);
    stopped("too large", StopReason::TooLarge, ApiErrorKind::ReplyTooLarge);
    for (const auto error :
         {QNetworkReply::RemoteHostClosedError, QNetworkReply::ContentReSendError,
          QNetworkReply::OperationCanceledError, QNetworkReply::UnknownNetworkError}) {
        HttpReply reply = replyOf(200);
        reply.error = error;
        QTest::addRow("network error %d", error) << reply << ApiErrorKind::ConnectionLost;
    }
    const auto length = [](const char *name, const QByteArray &stated) {
        HttpReply reply = replyOf(200);
        reply.headers = {{"content-length", stated}};
        QTest::newRow(name) << reply << ApiErrorKind::MalformedReply;
    };
    const QByteArray size = QByteArray::number(TokenJson.size());
    length("two lengths", size + ", 10");
    length("two equal lengths", size + ", " + size);
    length("a shorter length", "10");
    length("a longer length", "1000");
    length("no number for a length", "much");
    length("a negative length", "-1");
}

void TestReplyReader::brokenOffReplyIsNoSuccess()
{
    QFETCH(HttpReply, reply);
    QFETCH(ApiErrorKind, kind);

    const TokenResult result = resultOf(reply);

    QVERIFY(!result);
    QCOMPARE(result.error().kind, kind);
    QCOMPARE(result.error().effect, Effect::Unknown);
    QVERIFY(!reply.isComplete());
}

void TestReplyReader::bodyThatNeverLeftHadNoEffect_data()
{
    QTest::addColumn<StopReason>("stop");
    QTest::addColumn<ApiErrorKind>("kind");

    QTest::newRow("cancelled") << StopReason::Cancelled << ApiErrorKind::Cancelled;
    QTest::newRow("deadline") << StopReason::Deadline << ApiErrorKind::Deadline;
}

void TestReplyReader::bodyThatNeverLeftHadNoEffect()
{
    QFETCH(StopReason, stop);
    QFETCH(ApiErrorKind, kind);
    HttpReply reply;
    reply.stop = stop;

    QCOMPARE(resultOf(reply).error().kind, kind);
    QCOMPARE(resultOf(reply).error().effect, Effect::None);
    reply.bodyWasTaken = true;
    QCOMPARE(resultOf(reply).error().effect, Effect::Unknown);
    QCOMPARE(resultOf(reply, Purpose::Read).error().effect, Effect::None);
}

void TestReplyReader::serviceWordsAreKept()
{
    const ApiError error =
        resultOf(replyOf(400, R"({"detail":"No.","balance":["Too large."]})")).error();

    QCOMPARE(error.serviceMessage, u"No."_s);
    const QMap<QString, QStringList> fields{{u"balance"_s, {u"Too large."_s}}};
    QCOMPARE(error.fieldMessages, fields);
    QVERIFY(!error.retryAfter);

    HttpReply page = replyOf(502, "<html>Bad gateway</html>");
    page.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    page.error = QNetworkReply::UnknownServerError;
    QCOMPARE(resultOf(page).error().serviceMessage, QString());
    QCOMPARE(resultOf(page).error().detail, u"not JSON: 24 bytes of text/html; charset=utf-8"_s);
}

QTEST_APPLESS_MAIN(TestReplyReader)
#include "tst_replyreader.moc"
