// SPDX-License-Identifier: GPL-3.0-or-later
#include "prism.h"

#include "api/tokenservice.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

TokenPatch patchOf(std::optional<Balance> balance, std::optional<Expiry> expiry,
                   std::optional<bool> activeBalance)
{
    TokenPatch patch;
    patch.balance = balance;
    patch.expiry = std::move(expiry);
    patch.activeBalance = activeBalance;
    return patch;
}

constexpr int LongWait = 30'000;

// The token of the document's first examples.
const QString TokenName = u"marketing-chatbot"_s;
// In the examples of the reads, as the key that older replies carry.
const QString Secret = u"a-secret-that-nobody-may-see"_s;

QString contractFolder()
{
    return QString::fromUtf8(PURSER_CONTRACT_DIR);
}

Bearer bearer()
{
    return *Bearer::fromBytes("sk-made-up-for-the-judge");
}

//! Waits for the call's result. Nothing if it did not end.
template <typename Result, typename CallType>
std::optional<Result> resultOf(CallType *call)
{
    // Shared, because a call that this gave up on may still end.
    const auto result = std::make_shared<std::optional<Result>>();
    QObject::connect(call, &CallType::finished, call,
                     [result](const Result &ended) { *result = ended; });
    (void)QTest::qWaitFor([&result] { return result->has_value(); }, LongWait);
    return *result;
}

//! A request of nobody's, made by hand.
struct RawReply {
    int status = 0;
    QStringList complaints; //!< "field: rule" for each fault that the judge found in the body
};

RawReply rawPatch(const QString &url, const QByteArray &authorization, const QByteArray &mediaType,
                  const QByteArray &body)
{
    QNetworkAccessManager manager;
    QNetworkRequest request{QUrl(url)};
    if (!authorization.isEmpty()) {
        request.setRawHeader("Authorization", authorization);
    }
    request.setRawHeader("Content-Type", mediaType);
    const std::unique_ptr<QNetworkReply> reply(manager.sendCustomRequest(request, "PATCH", body));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, LongWait)) {
        return {};
    }

    RawReply result;
    result.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
    for (const QJsonValue &fault : answer["validation"_L1].toArray()) {
        const QString field = fault["location"_L1].toArray().last().toString();
        result.complaints << field + ": "_L1 + fault["code"_L1].toString();
    }
    return result;
}

//! Writes the contract with one of the update's fields no longer optional.
bool writeContractDemanding(const QByteArray &field, const QString &path)
{
    QFile contract(contractFolder() + "/openapi.yaml"_L1);
    QFile stricter(path);
    if (!contract.open(QIODevice::ReadOnly) || !stricter.open(QIODevice::WriteOnly)) {
        return false;
    }
    QByteArray text = contract.readAll();
    const QByteArray anchor = "      additionalProperties: false\n";
    if (text.count(anchor) != 1) {
        return false;
    }
    text.replace(anchor, anchor + "      required: [" + field + "]\n");
    return stricter.write(text) == text.size();
}

} // namespace

//! Purser's real requests pass a judge that knows the contract and nothing of Purser; and the
//! judge is known to judge. What exactly goes over the wire is not asked here: see tests/wire.
class TestContract : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void listIsAsTheServiceDocumentsIt();
    void readIsAsTheServiceDocumentsIt();
    void readByPatchIsWithinTheContract();
    void updateIsWithinTheContract_data();
    void updateIsWithinTheContract();
    void nameOfAnySignsIsOnePathSegment_data();
    void nameOfAnySignsIsOnePathSegment();
    void everyAskedFieldReachesTheJudge_data();
    void everyAskedFieldReachesTheJudge();

    void judgeCatches_data();
    void judgeCatches();

private:
    [[nodiscard]] static std::unique_ptr<TokenService> serviceAt(const Prism &prism);

    std::unique_ptr<Prism> m_prism;
    std::unique_ptr<TokenService> m_service;
};

Q_DECLARE_METATYPE(purser::TokenPatch)

std::unique_ptr<TokenService> TestContract::serviceAt(const Prism &prism)
{
    return std::make_unique<TokenService>(*ServiceUrl::fromText(prism.url() + "/v2"_L1));
}

void TestContract::initTestCase()
{
    m_prism = std::make_unique<Prism>(contractFolder(), contractFolder() + "/openapi.yaml"_L1);
    QVERIFY2(m_prism->problem().isEmpty(), qPrintable(m_prism->problem()));
    m_service = serviceAt(*m_prism);
}

void TestContract::init()
{
    (void)m_prism->takeOutput(); // what a failure shows is about its own requests
}

void TestContract::listIsAsTheServiceDocumentsIt()
{
    const auto result = resultOf<TokenListResult>(m_service->list(bearer()));
    QVERIFY2(result && *result, qPrintable(m_prism->takeOutput()));
    const TokenListReply &reply = **result;
    QCOMPARE(reply.info.status, 200);
    QCOMPARE(reply.tokens.size(), 2);
    QCOMPARE(reply.tokens[0].name, TokenName);
    QCOMPARE(reply.tokens[0].balance->value(), *Balance::fromText(u"87.45"));
    QCOMPARE(reply.tokens[1].type, TokenType::Sandbox);
    QVERIFY(reply.tokens[1].balance && !reply.tokens[1].balance->has_value());
    QVERIFY(reply.tokens[1].expiry && reply.tokens[1].expiry->isNever());
    QVERIFY(!reply.info.rawJson.contains(Secret));
}

void TestContract::readIsAsTheServiceDocumentsIt()
{
    const auto result = resultOf<TokenResult>(m_service->read(TokenName, bearer()));
    QVERIFY2(result && *result, qPrintable(m_prism->takeOutput()));
    const TokenReply &reply = **result;
    QCOMPARE(reply.info.status, 200);
    QCOMPARE(reply.token.name, TokenName);
    QCOMPARE(reply.token.type, TokenType::Production);
    QCOMPARE(reply.token.balance->value(), *Balance::fromText(u"50"));
    QCOMPARE(*reply.token.expiry, *Expiry::fromIso8601(u"2027-03-14T15:09:26.535897Z"_s));
    QCOMPARE(reply.token.activeBalance, std::optional(true));
    QVERIFY(!m_service->readsByPatch());
    QVERIFY(!reply.info.rawJson.contains(Secret));
}

void TestContract::readByPatchIsWithinTheContract()
{
    const auto service = serviceAt(*m_prism);
    service->setReadsByPatch(true);
    const auto result = resultOf<TokenResult>(service->read(TokenName, bearer()));
    QVERIFY2(result && *result, qPrintable(m_prism->takeOutput()));
    // The update's example and not the read's: it was a PATCH.
    QCOMPARE((*result)->token.balance->value(), Balance::highest());
}

void TestContract::updateIsWithinTheContract_data()
{
    QTest::addColumn<TokenPatch>("patch");

    const auto addBalance = [](const char *row, QStringView text) {
        TokenPatch patch;
        patch.balance = *Balance::fromText(text);
        QTest::newRow(row) << patch;
    };
    addBalance("balance", u"87.45");
    addBalance("balance: highest", u"99999.999999999");
    addBalance("balance: lowest", u"-99999.999999999");
    addBalance("balance: least above none", u"0.000000001");
    addBalance("balance: least below none", u"-0.000000001");
    addBalance("balance: none", u"0");

    const auto addExpiry = [](const char *row, const Expiry &expiry) {
        TokenPatch patch;
        patch.expiry = expiry;
        QTest::newRow(row) << patch;
    };
    addExpiry("expiry", *Expiry::fromIso8601(u"2030-01-31T23:59:59Z"_s));
    addExpiry("expiry: microseconds", *Expiry::fromIso8601(u"2030-01-31T23:59:59.000001Z"_s));
    addExpiry("expiry: given with an offset", *Expiry::fromIso8601(u"2030-02-01T05:29+05:30"_s));
    addExpiry("expiry: first year", *Expiry::fromIso8601(u"0001-01-01T00:00:00Z"_s));
    addExpiry("expiry: last year", *Expiry::fromIso8601(u"9999-12-31T23:59:59Z"_s));
    addExpiry("expiry: cleared", Expiry::never());

    TokenPatch active;
    active.activeBalance = true;
    QTest::newRow("active balance: on") << active;
    active.activeBalance = false;
    QTest::newRow("active balance: off") << active;

    QTest::newRow("all fields") << patchOf(Balance::lowest(),
                                           *Expiry::fromIso8601(u"2030-01-31T23:59:59Z"_s), true);
    QTest::newRow("all fields, expiry cleared") << patchOf(Balance(), Expiry::never(), false);
}

void TestContract::updateIsWithinTheContract()
{
    QFETCH(const TokenPatch, patch);
    const auto result = resultOf<TokenResult>(m_service->update(TokenName, patch, bearer()));
    QVERIFY2(result && *result, qPrintable(m_prism->takeOutput()));
    // The judge always answers with its example: that it answered says that the request passed.
    QCOMPARE((*result)->info.status, 200);
    QCOMPARE((*result)->token.name, TokenName);
    QCOMPARE((*result)->token.type, TokenType::Production);
    QCOMPARE((*result)->token.balance->value(), Balance::highest());
}

void TestContract::nameOfAnySignsIsOnePathSegment_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("accents and URL signs") << u"équipe données % ?#&+"_s;
    QTest::newRow("an encoded slash, literally") << u"a%2Fb"_s;
    QTest::newRow("spaces at the ends") << u" budget "_s;
    QTest::newRow("an emoji") << u"bot 🤖"_s;
    QTest::newRow("three dots") << u"..."_s;
    QTest::newRow("braces and quotes") << u"{name}\"'<>|\\^`"_s;
}

void TestContract::nameOfAnySignsIsOnePathSegment()
{
    QFETCH(const QString, name);
    TokenPatch patch;
    patch.balance = Balance();
    const auto result = resultOf<TokenResult>(m_service->update(name, patch, bearer()));
    QVERIFY(result);
    // The request passed (another path is a 404), and the example is another token.
    QVERIFY(!*result);
    QCOMPARE(result->error().status, 200);
    QCOMPARE(result->error().kind, ApiErrorKind::MalformedReply);
    QCOMPARE(result->error().effect, Effect::Unknown);
}

void TestContract::everyAskedFieldReachesTheJudge_data()
{
    QTest::addColumn<QByteArray>("required");
    QTest::addColumn<TokenPatch>("with");
    QTest::addColumn<TokenPatch>("without");

    const TokenPatch balance = patchOf(Balance(), {}, {});
    const TokenPatch expiry = patchOf({}, Expiry::never(), {});
    const TokenPatch active = patchOf({}, {}, false);
    QTest::newRow("balance") << QByteArray("balance") << balance
                             << patchOf({}, Expiry::never(), false);
    QTest::newRow("expiry") << QByteArray("expire_time") << expiry << patchOf(Balance(), {}, false);
    QTest::newRow("active balance")
        << QByteArray("active_balance") << active << patchOf(Balance(), Expiry::never(), {});
}

// Every field is optional in the contract, so a body without any passes as well. A judge that
// demands the field tells an update with it from one without.
void TestContract::everyAskedFieldReachesTheJudge()
{
    QFETCH(const QByteArray, required);
    QFETCH(const TokenPatch, with);
    QFETCH(const TokenPatch, without);
    const QTemporaryDir folder;
    const QString document = folder.filePath(u"stricter.yaml"_s);
    QVERIFY(writeContractDemanding(required, document));
    Prism prism(contractFolder(), document);
    QVERIFY2(prism.problem().isEmpty(), qPrintable(prism.problem()));
    const auto service = serviceAt(prism);

    const auto passed = resultOf<TokenResult>(service->update(TokenName, with, bearer()));
    QVERIFY2(passed && *passed, qPrintable(prism.takeOutput()));
    const auto caught = resultOf<TokenResult>(service->update(TokenName, without, bearer()));
    QVERIFY(caught && !*caught);
    QCOMPARE(caught->error().status, 422);
    QCOMPARE(caught->error().kind, ApiErrorKind::Validation);
    QCOMPARE(caught->error().effect, Effect::Rejected);
}

void TestContract::judgeCatches_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArray>("mediaType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("complaint"); // about the body: a field and the broken rule

    const QByteArray key = "Bearer sk-made-up-for-the-judge";
    const QByteArray json = "application/json";
    const auto add = [&](const char *row, const QByteArray &body, const QString &complaint) {
        QTest::newRow(row) << key << json << body << 422 << complaint;
    };

    // The same request without a fault passes: what follows is caught for its fault alone.
    QTest::newRow("nothing in a good request")
        << key << json << QByteArray(R"({"balance":87.45})") << 200 << QString();

    add("balance: the upper bound", R"({"balance":100000})", u"balance: exclusiveMaximum"_s);
    add("balance: above it", R"({"balance":1e5})", u"balance: exclusiveMaximum"_s);
    add("balance: the lower bound", R"({"balance":-100000})", u"balance: exclusiveMinimum"_s);
    add("balance: words", R"({"balance":"abc"})", u"balance: type"_s);
    add("balance: a number as text", R"({"balance":"87.45"})", u"balance: type"_s);
    add("balance: null", R"({"balance":null})", u"balance: type"_s);
    add("expiry: words", R"({"expire_time":"tomorrow"})", u"expire_time: format"_s);
    add("expiry: no zone", R"({"expire_time":"2030-01-31T23:59:59"})", u"expire_time: format"_s);
    add("expiry: no such day", R"({"expire_time":"2030-02-30T00:00:00Z"})",
        u"expire_time: format"_s);
    add("expiry: empty", R"({"expire_time":""})", u"expire_time: format"_s);
    add("expiry: a number", R"({"expire_time":1895000000})", u"expire_time: type"_s);
    add("active balance: words", R"({"active_balance":"yes"})", u"active_balance: type"_s);
    add("active balance: a number", R"({"active_balance":1})", u"active_balance: type"_s);
    add("active balance: null", R"({"active_balance":null})", u"active_balance: type"_s);
    add("a misspelt field", R"({"activeBalance":true})", u"body: additionalProperties"_s);
    add("not an object", R"([])", u"body: type"_s);

    const QByteArray good = R"({"balance":87.45})";
    QTest::newRow("no bearer") << QByteArray() << json << good << 401 << QString();
    QTest::newRow("another scheme") << QByteArray("Basic dTpw") << json << good << 401 << QString();
    QTest::newRow("another media type")
        << key << QByteArray("text/plain") << good << 415 << QString();
    QTest::newRow("not JSON") << key << json << QByteArray("{balance: 1}") << 400 << QString();
}

void TestContract::judgeCatches()
{
    QFETCH(const QByteArray, authorization);
    QFETCH(const QByteArray, mediaType);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const QString, complaint);
    const QString url = m_prism->url() + "/v2/user/custom_token/marketing-chatbot/"_L1;

    const RawReply reply = rawPatch(url, authorization, mediaType, body);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.complaints.join(u", "_s), complaint);
}

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
