// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <initializer_list>

using namespace Qt::StringLiterals;
using namespace purser::test;

//! Where purser-sandbox lets a request in: routes, sign-in, methods and bodies.
class TestSandboxService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nameArrivesAsItIs_data();
    void nameArrivesAsItIs();
    void pathDecides_data();
    void pathDecides();
    void slashlessPathIsRedirected_data();
    void slashlessPathIsRedirected();
    void bearerIsRequired_data();
    void bearerIsRequired();
    void otherMethodsAreNotAllowed_data();
    void otherMethodsAreNotAllowed();
    void unfitBodyIsRefused_data();
    void unfitBodyIsRefused();
    void patchWithoutFieldsReturnsTheToken_data();
    void patchWithoutFieldsReturnsTheToken();
    void eachReplyHasARequestIdOfItsOwn();

private:
    RunningSandbox m_sandbox; //!< for what changes nothing
};

namespace {

QString chatbot()
{
    return u"marketing-chatbot"_s;
}

QString odd()
{
    return u"équipe données % ?#&+"_s;
}

} // namespace

void TestSandboxService::nameArrivesAsItIs_data()
{
    QTest::addColumn<QByteArray>("segment");
    QTest::addColumn<QString>("name"); // empty: there is none of that name

    QTest::newRow("all encoded") << QByteArray("%C3%A9quipe%20donn%C3%A9es%20%25%20%3F%23%26%2B")
                                 << odd();
    QTest::newRow("in lower case hex")
        << QByteArray("%c3%a9quipe%20donn%c3%a9es%20%25%20%3f%23%26%2b") << odd();
    QTest::newRow("plus and ampersand bare, which a path allows")
        << QByteArray("%C3%A9quipe%20donn%C3%A9es%20%25%20%3F%23&+") << odd();
    QTest::newRow("plus for a space is a plus")
        << QByteArray("%C3%A9quipe+donn%C3%A9es+%25+%3F%23%26%2B") << QString();
    QTest::newRow("percent sign bare, which is no escape")
        << QByteArray("%C3%A9quipe%20donn%C3%A9es%20%%20%3F%23%26%2B") << odd();
    QTest::newRow("encoded twice")
        << QByteArray("%25C3%25A9quipe%2520donn%25C3%25A9es%2520%2525%2520%253F%2523%2526%252B")
        << QString();
    QTest::newRow("question mark bare ends the path")
        << QByteArray("%C3%A9quipe%20donn%C3%A9es%20%25%20?%23%26%2B") << QString();
    QTest::newRow("accents taken apart")
        << QByteArray("e%CC%81quipe%20donne%CC%81es%20%25%20%3F%23%26%2B") << QString();
    QTest::newRow("in capitals") << QByteArray("Marketing-Chatbot") << QString();
    QTest::newRow("space in front") << QByteArray("%20marketing-chatbot") << QString();
    QTest::newRow("plain") << QByteArray("marketing-chatbot") << chatbot();
}

void TestSandboxService::nameArrivesAsItIs()
{
    QFETCH(QByteArray, segment);
    QFETCH(QString, name);
    WireCall call;
    call.target = "/v2/user/custom_token/" + segment + '/';

    const WireReply reply = m_sandbox.call(call);

    QCOMPARE(reply.object().value(u"name"_s).toString(), name);
    if (name.isEmpty()) {
        QVERIFY(reply.status == 404 || reply.status == 301);
    }
}

void TestSandboxService::pathDecides_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("json");

    const auto row = [](const char *name, const char *target, int status, bool json) {
        QTest::newRow(name) << QByteArray(target) << status << json;
    };
    row("list with a query", "/v2/user/custom_token/?page=2", 200, true);
    row("token with a query", "/v2/user/custom_token/marketing-chatbot/?x=/", 200, true);
    row("no such token", "/v2/user/custom_token/nobody/", 404, true);
    row("two dots", "/v2/user/custom_token/../", 404, true);
    row("two dots, encoded", "/v2/user/custom_token/%2E%2E/", 404, true);
    row("a slash in the name", "/v2/user/custom_token/a/b/", 404, false);
    row("a slash in the name, encoded", "/v2/user/custom_token/a%2Fb/", 404, false);
    row("an empty name", "/v2/user/custom_token//", 404, false);
    row("the root", "/", 404, false);
    row("another version", "/v3/user/custom_token/", 404, false);
    row("another path", "/v2/user/", 404, false);
    row("too deep", "/v2/user/custom_token/marketing-chatbot/more/", 404, false);
}

void TestSandboxService::pathDecides()
{
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QFETCH(bool, json);
    WireCall call;
    call.target = target;

    const WireReply reply = m_sandbox.call(call);

    QCOMPARE(reply.status, status);
    QCOMPARE(reply.headers.value("content-type").startsWith("application/json"), json);
    if (status == 404 && json) {
        QCOMPARE(reply.body, R"({"detail":"Not found."})");
    } else if (status == 404) {
        QVERIFY(reply.body.startsWith("<!doctype html>"));
    }
}

void TestSandboxService::slashlessPathIsRedirected_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("location");

    QTest::newRow("list") << QByteArray("/v2/user/custom_token")
                          << QByteArray("/v2/user/custom_token/");
    QTest::newRow("token") << QByteArray("/v2/user/custom_token/a%20b%3F")
                           << QByteArray("/v2/user/custom_token/a%20b%3F/");
    QTest::newRow("with a query") << QByteArray("/v2/user/custom_token/a?b=c")
                                  << QByteArray("/v2/user/custom_token/a/?b=c");
}

void TestSandboxService::slashlessPathIsRedirected()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, location);
    WireCall call = patch(chatbot(), R"({"balance":1})");
    call.target = target;

    const WireReply reply = m_sandbox.call(call);

    QCOMPARE(reply.status, 301);
    QCOMPARE(reply.headers.value("location"), location);
}

void TestSandboxService::bearerIsRequired_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArray>("body");

    const QByteArray missing = R"({"detail":"Authentication credentials were not provided."})";
    const QByteArray invalid = R"({"code":"token_not_valid",)"
                               R"("detail":"Given token not valid for any token type",)"
                               R"("messages":[{"message":"Token is invalid or expired",)"
                               R"("token_class":"AccessToken","token_type":"access"}]})";
    QTest::newRow("none") << QByteArray() << missing;
    QTest::newRow("another scheme") << QByteArray("Basic dXNlcjpwYXNz") << missing;
    QTest::newRow("no scheme") << m_sandbox.authorization().mid(7) << missing;
    QTest::newRow("a wrong one") << QByteArray("Bearer sk-wrong") << invalid;
    QTest::newRow("one sign short") << m_sandbox.authorization().chopped(1) << invalid;
    QTest::newRow("16 KiB of it") << "Bearer " + QByteArray(16 * 1024, 'x') << invalid;
}

void TestSandboxService::bearerIsRequired()
{
    QFETCH(QByteArray, authorization);
    QFETCH(QByteArray, body);
    WireCall wrongMethod = get(chatbot());
    wrongMethod.method = "DELETE";
    for (const WireCall &call :
         {WireCall(), get(chatbot()), get(u"nobody"_s), patch(chatbot(), R"({"balance":1})"),
          patch(chatbot(), "nonsense"), wrongMethod}) {
        const WireReply reply = m_sandbox.call(call, authorization);
        QCOMPARE(reply.status, 401);
        QCOMPARE(reply.headers.value("www-authenticate"), R"(Bearer realm="api")");
        QCOMPARE(reply.body, body);
    }
    QCOMPARE(m_sandbox.call(get(chatbot())).object().value(u"balance"_s),
             QJsonValue(u"87.450000000"_s));
}

void TestSandboxService::otherMethodsAreNotAllowed_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("list");

    for (const QByteArray method : {"POST", "PUT", "DELETE", "OPTIONS", "HEAD"}) {
        QTest::addRow("%s of the list", method.constData()) << method << true;
        QTest::addRow("%s of a token", method.constData()) << method << false;
    }
    QTest::newRow("PATCH of the list") << QByteArray("PATCH") << true;
}

void TestSandboxService::otherMethodsAreNotAllowed()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, list);
    WireCall call = list ? WireCall() : get(chatbot());
    call.method = method;

    const WireReply reply = m_sandbox.call(call);

    QCOMPARE(reply.status, 405);
    QCOMPARE(reply.headers.value("allow"), list ? "GET" : "GET, PATCH");
    const QByteArray body = R"({"detail":"Method \")" + method + R"(\" not allowed."})";
    QCOMPARE(reply.body, method == "HEAD" ? QByteArray() : body);
}

void TestSandboxService::unfitBodyIsRefused_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("reply"); // its start

    const auto row = [](const char *name, const char *type, const char *body, int status,
                        const char *reply) {
        QTest::newRow(name) << QByteArray(type) << QByteArray(body) << status << QByteArray(reply);
    };
    row("text", "text/plain", R"({"balance":1})", 415,
        R"({"detail":"Unsupported media type \"text/plain\" in request."})");
    row("a form", "application/x-www-form-urlencoded", "balance=1", 415,
        R"({"detail":"Unsupported media type \"application/x-www-form-urlencoded\")");
    row("no type", "", R"({"balance":1})", 415, R"({"detail":"Unsupported media type \"\")");
    const char *parse = R"({"detail":"JSON parse error - )";
    for (const char *broken : {"{", "balance=1", "{\"balance\":}", "{} {}", "{},{}", "[1]]", "NaN",
                               "{'balance':1}", " ", "{\"balance\":1e}"}) {
        QTest::addRow("broken: %s", broken)
            << QByteArray("application/json") << QByteArray(broken) << 400 << QByteArray(parse);
    }
    row("a list", "application/json", "[]", 400,
        R"({"non_field_errors":["Invalid data. Expected a dictionary, but got list."]})");
    row("a text", "application/json", "\"x\"", 400,
        R"({"non_field_errors":["Invalid data. Expected a dictionary, but got str."]})");
    row("a number", "application/json", "5", 400,
        R"({"non_field_errors":["Invalid data. Expected a dictionary, but got int."]})");
    row("null", "application/json", "null", 400,
        R"({"non_field_errors":["Invalid data. Expected a dictionary, but got NoneType."]})");
}

void TestSandboxService::unfitBodyIsRefused()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, reply);
    WireCall call = patch(chatbot(), body);
    call.contentType = contentType;

    const WireReply answer = m_sandbox.call(call);

    QCOMPARE(answer.status, status);
    QVERIFY2(answer.body.startsWith(reply), answer.body.constData());
    QVERIFY(!QJsonDocument::fromJson(answer.body).isNull());
}

void TestSandboxService::patchWithoutFieldsReturnsTheToken_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentType");

    QTest::newRow("an empty object") << QByteArray("{}") << QByteArray("application/json");
    QTest::newRow("no body") << QByteArray() << QByteArray();
    QTest::newRow("with a charset")
        << QByteArray(" {}\n") << QByteArray("Application/JSON; charset=utf-8");
    QTest::newRow("unknown fields alone")
        << QByteArray(R"({"name":"x","token_type":"y","z":[]})") << QByteArray("application/json");
}

void TestSandboxService::patchWithoutFieldsReturnsTheToken()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, contentType);
    const QJsonObject before = m_sandbox.call(get(chatbot())).object();
    WireCall call = patch(chatbot(), body);
    call.contentType = contentType;

    const WireReply reply = m_sandbox.call(call);

    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.object(), before);
    QCOMPARE(m_sandbox.call(get(chatbot())).object(), before);
}

void TestSandboxService::eachReplyHasARequestIdOfItsOwn()
{
    WireCall elsewhere;
    elsewhere.target = "/";
    WireCall slashless;
    slashless.target = "/v2/user/custom_token";
    const std::initializer_list<WireCall> calls{
        WireCall(), get(chatbot()), get(u"nobody"_s), patch(chatbot(), "{"), elsewhere, slashless};
    QSet<QByteArray> ids;
    for (const WireCall &call : calls) {
        ids.insert(m_sandbox.call(call).headers.value("x-request-id"));
    }
    ids.insert(m_sandbox.call({}, {}).headers.value("x-request-id"));

    QVERIFY(!ids.contains(QByteArray()));
    QCOMPARE(static_cast<std::size_t>(ids.size()), calls.size() + 1);
}

QTEST_GUILESS_MAIN(TestSandboxService)
#include "tst_sandbox_service.moc"
