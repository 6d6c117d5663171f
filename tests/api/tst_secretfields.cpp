// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/errorbody.h"
#include "api/secretfields.h"
#include "api/tokenjson.h"
#include "replies.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;
using namespace purser::test;

namespace {

//! All that is kept of a token's reply, as one text.
QString keptOf(const QByteArray &fields)
{
    const auto reply =
        resultOf(replyOf(200, R"({"name":"budget","token_type":"api_token")" + fields + '}'));
    if (!reply) {
        return u"refused: "_s + reply.error().detail;
    }
    QString kept = reply->info.rawJson + reply->token.typeText;
    for (const OtherField &field : reply->token.otherFields) {
        kept += u'\n' + field.name + u'=' + field.value;
    }
    return kept;
}

//! The same of an error.
QString saidOf(const QByteArray &json)
{
    const ErrorBody body = errorBodyFrom(json, bearer());
    QString said = body.message;
    for (auto field = body.fieldMessages.cbegin(); field != body.fieldMessages.cend(); ++field) {
        said += u'\n' + field.key() + u'=' + field->join(u' ');
    }
    return said;
}

QString everywhere(const QByteArray &field)
{
    return keptOf(',' + field) + keptOf(",\"info\":{" + field + '}')
        + keptOf(",\"info\":[1,[{" + field + "}]]") + saidOf('{' + field + '}')
        + saidOf("{\"error\":{\"message\":\"No.\",\"details\":[{" + field + "}]}}");
}

} // namespace

//! Which fields of a reply are kept, and which are dropped.
class TestSecretFields : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSecretFieldIsDropped_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto *name : {"token",
                                 "Token",
                                 "TOKEN",
                                 "key",
                                 "api_key",
                                 "apiKey",
                                 "APIKey",
                                 "ApiKey",
                                 "apikey",
                                 "APIKEY",
                                 "api-key",
                                 "api key",
                                 "api.key",
                                 "x-api-key",
                                 "X-API-Key",
                                 "xApiKey",
                                 "api_keys",
                                 "apiKeys",
                                 "api_key_2",
                                 "apiKey2",
                                 "api_key_value",
                                 "keyMaterial",
                                 "secret",
                                 "Secret",
                                 "secrets",
                                 "secret_key",
                                 "secretKey",
                                 "SECRET_KEY",
                                 "secretkey",
                                 "client_secret",
                                 "clientSecret",
                                 "clientsecret",
                                 "secretValue",
                                 "secret_data",
                                 "private_key",
                                 "privateKey",
                                 "PrivateKey",
                                 "private-key",
                                 "privatekey",
                                 "private_key_pem",
                                 "pem",
                                 "api_token",
                                 "apiToken",
                                 "apitoken",
                                 "access_token",
                                 "access-token",
                                 "accessToken",
                                 "ACCESS_TOKEN",
                                 "accesstoken",
                                 "refresh_token",
                                 "refreshToken",
                                 "id_token",
                                 "auth_token",
                                 "authToken",
                                 "token_value",
                                 "token_hash",
                                 "tokens",
                                 "custom_token",
                                 "bearer",
                                 "bearer_token",
                                 "jwt",
                                 "JWT",
                                 "sessionJwt",
                                 "user_jwt",
                                 "password",
                                 "Password",
                                 "passwd",
                                 "pwd",
                                 "passphrase",
                                 "passcode",
                                 "db_password",
                                 "userPassword",
                                 "userpassword",
                                 "passwordHash",
                                 "db_pass",
                                 "credential",
                                 "credentials",
                                 "awsCredentials",
                                 "creds",
                                 "auth",
                                 "Authorization",
                                 "authorization",
                                 "x-authorization",
                                 "authorizationHeader",
                                 "proxy-authorization",
                                 "cookie",
                                 "Set-Cookie",
                                 "session",
                                 "session_id",
                                 "sessionId",
                                 "sessionid",
                                 "otp",
                                 "totp_secret",
                                 "pin",
                                 "ssh_key",
                                 "sshKey",
                                 "sshkey",
                                 "signingKey",
                                 "encryption_key",
                                 "master-key",
                                 "webhookSecret",
                                 "\u00e9_api_key",
                                 "to\u200bken",
                                 "\ufefftoken",
                                 "\uff54\uff4f\uff4b\uff45\uff4e",
                                 " token ",
                                 "_token",
                                 "token_",
                                 "__token__"}) {
            QTest::newRow(name) << QString::fromUtf8(name);
        }
    }
    void aSecretFieldIsDropped()
    {
        QFETCH(QString, name);
        QVERIFY(isSecretField(name));
        const QByteArray key = '"' + name.toUtf8() + "\":";
        for (const auto *value :
             {R"("s3cr3t")", R"(["s3cr3t"])", R"({"value":"s3cr3t"})", R"({"a":["s3cr3t"]})"}) {
            const QString kept = everywhere(key + value);
            QVERIFY2(!kept.contains(u"s3cr3t"_s), qPrintable(kept));
            QVERIFY2(!kept.contains(u"refused"_s), qPrintable(kept));
        }
        const QString number = everywhere(key + "90210");
        QVERIFY2(!number.contains(u"90210"_s), qPrintable(number));
    }

    void anyOtherFieldIsKept_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto *name : {"label",
                                 "masked",
                                 "masked_key",
                                 "key_prefix",
                                 "keyPrefix",
                                 "token_prefix",
                                 "last4",
                                 "key_last4",
                                 "tokenLast4",
                                 "secret_last_4",
                                 "secretPrefix",
                                 "balance_spent",
                                 "balance_currency",
                                 "balanceLimit",
                                 "expires_at",
                                 "token_expires_at",
                                 "tokenExpiresAt",
                                 "key_id",
                                 "keyId",
                                 "access_key_id",
                                 "token_id",
                                 "token_name",
                                 "tokenName",
                                 "token_status",
                                 "token_count",
                                 "max_tokens",
                                 "maxTokens",
                                 "total_tokens",
                                 "prompt_tokens",
                                 "tokens_used",
                                 "has_password",
                                 "hasSecret",
                                 "is_secret",
                                 "password_changed_at",
                                 "secret_created_at",
                                 "public_key",
                                 "key_hint",
                                 "key_type",
                                 "credential_type",
                                 "auth_method",
                                 "monkey",
                                 "keyboard",
                                 "turkey",
                                 "keywords",
                                 "tokenizer",
                                 "tokenization",
                                 "compass",
                                 "bypass_limits",
                                 "pinned",
                                 "author",
                                 "authored_by",
                                 "secretary",
                                 "sessions_count",
                                 "created_at",
                                 "owner",
                                 "description",
                                 "n",
                                 "2",
                                 "",
                                 "-"}) {
            QTest::newRow(name) << QString::fromUtf8(name);
        }
    }
    void anyOtherFieldIsKept()
    {
        QFETCH(QString, name);
        QVERIFY(!isSecretField(name));
        const QString kept = keptOf(",\"" + name.toUtf8() + "\":\"sk-...9f3c\"");
        QCOMPARE(kept.count(u"sk-...9f3c"_s), 2);
    }

    void theFieldsOfTheContractAreRead()
    {
        const auto reply = resultOf(replyOf(
            200,
            R"({"name":"budget","token_type":"sandbox_api_token","balance":12.5,"expire_time":null,)"
            R"("active_balance":true,"balance_reset_period":"daily","balance_reset_amount":2})"));
        QVERIFY(reply.hasValue());
        QCOMPARE(reply->token.typeText, u"sandbox_api_token"_s);
        QVERIFY(reply->token.balance && reply->token.expiry && reply->token.activeBalance
                && reply->token.resetPeriod && reply->token.resetAmount);
        QVERIFY(reply->token.otherFields.isEmpty());
    }

    void aSecretIsDroppedWhateverItsFieldIsCalled_data()
    {
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char *name, const QByteArray &field) {
            QTest::newRow(name) << field;
        };
        row("JWT", R"("note":"eyJhbGciOiJIUzI1NiJ9.eyJzM2NyM3QiOjF9.s3cr3t")");
        row("JWT among words", R"("note":"It was eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjF9.s3cr3t then")");
        row("key", R"("note":"sk-s3cr3t0123456789abcdef")");
        row("key in a list", R"("notes":["a","sk-s3cr3t0123456789abcdef"])");
        row("header", R"("note":"Authorization: Bearer s3cr3t0123456789")");
        row("key for a field's name", R"("sk-s3cr3t0123456789abcdef":true)");
        row("named by another field", R"("headers":[{"name":"Authorization","value":"s3cr3t"}])");
        row("named by a key", R"("pairs":[{"key":"api_key","value":"s3cr3t"}])");
        row("JSON within a text", "\"note\":\"{\\\"api_key\\\":\\\"s3cr3t\\\"}\"");
        row("JSON twice within a text",
            "\"note\":\"[\\\"{\\\\\\\"api_key\\\\\\\":\\\\\\\"s3cr3t\\\\\\\"}\\\"]\"");
    }
    void aSecretIsDroppedWhateverItsFieldIsCalled()
    {
        QFETCH(QByteArray, field);
        const QString kept = everywhere(field);
        QVERIFY2(!kept.contains(u"s3cr3t"_s), qPrintable(kept));
        QVERIFY2(!kept.contains(u"refused"_s), qPrintable(kept));
    }

    //! By its form only a part of it would be replaced, and the rest not be found as a whole.
    void nothingOfABearerIsLeft_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("JWT") << QByteArray(
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjF9.signature+/~_-and-its-tail==");
        QTest::newRow("key") << QByteArray("sk-0123456789abcdef.and~the+rest/of-it==");
        QTest::newRow("no form") << QByteArray("a-plain-key-of-no-form");
    }
    void nothingOfABearerIsLeft()
    {
        QFETCH(QByteArray, bytes);
        const Bearer given = *Bearer::fromBytes(bytes);
        const QByteArray echo = "\"I got " + bytes + " from you\"";
        const auto reply =
            tokenResultFrom(replyOf(200,
                                    R"({"name":"budget","token_type":"api_token","x":{"y":)" + echo
                                        + "},\"z\":" + echo + '}'),
                            Purpose::Change, u"budget"_s, given);
        QVERIFY(reply.hasValue());
        const ErrorBody error =
            errorBodyFrom("{\"detail\":" + echo + ",\"balance\":[" + echo + "]}", given);
        QString text = reply->info.rawJson + error.message
            + error.fieldMessages.value(u"balance"_s).join(u' ');
        for (const OtherField &field : reply->token.otherFields) {
            text += field.value;
        }
        for (qsizetype i = 0; i + 6 <= bytes.size(); ++i) {
            QVERIFY2(!text.contains(QString::fromLatin1(bytes.mid(i, 6))), qPrintable(text));
        }
        QCOMPARE(text.count(u"from you"_s), 6); // and what is none stays
    }

    void aTokensNameIsKeptToTheLetter_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("key") << u"sk-0123456789abcdefABCDEF"_s;
        QTest::newRow("header's value") << u"Bearer a1b2c3d4e5f6g7h8"_s;
        QTest::newRow("mark") << u"\ufeffbudget"_s;
        QTest::newRow("word") << u"secret"_s;
    }
    void aTokensNameIsKeptToTheLetter()
    {
        QFETCH(QString, name);
        const auto token =
            tokenFromJson(QJsonObject{{u"name"_s, name}, {u"token_type"_s, u"api_token"_s}});
        QVERIFY(token.hasValue());
        QCOMPARE(token->name, name);
    }
};

QTEST_APPLESS_MAIN(TestSecretFields)
#include "tst_secretfields.moc"
