// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/secretlike.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

QString jwt()
{
    return u"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ0ZXN0ZXIifQ.c2lnbmF0dXJlLW9mLXRlc3Q"_s;
}

QString partOf(const QString &text, int part)
{
    return text.section(u'.', part, part);
}

QString base64Url(const QByteArray &text)
{
    return QString::fromLatin1(
        text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

//! What is a secret by its form, and what only mentions one.
class TestSecretLike : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSecretIsKnownByItsForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("clean"); //!< empty: nothing but the mark
        const auto row = [](const char *name, const QString &text, const QString &clean = {}) {
            QTest::newRow(name) << text << clean;
        };
        row("JWT", jwt());
        row("JWT among words", u"Because "_s + jwt() + u" said so"_s, u"Because [JWT] said so"_s);
        row("JWT behind a sign", u"jwt="_s + jwt(), u"jwt=[JWT]"_s);
        row("JWT behind a letter", u"x"_s + jwt(), u"x[JWT]"_s);
        row("JWT in quotes", u"\""_s + jwt() + u'"', u"\"[JWT]\""_s);
        row("JWT in a path", u"https://example.com/"_s + jwt() + u"/v2"_s,
            u"https://example.com/[JWT]"_s);
        row("JWT with other signs in it", jwt() + u"+/~_-tail=="_s);
        row("two of them", jwt() + u' ' + jwt(), u"[JWT] [JWT]"_s);
        row("its header alone", partOf(jwt(), 0));
        row("its payload alone", partOf(jwt(), 1));
        row("without a signature", partOf(jwt(), 0) + u'.' + partOf(jwt(), 1) + u'.');
        row("cut within the payload", jwt().left(50));
        row("JWT with white space in its header",
            base64Url("{ \"alg\": \"HS256\" }") + u".e30.abc"_s);
        row("JWT with lines in its header",
            base64Url("{\n  \"alg\": \"HS256\"\n}") + u".e30.abc"_s);
        row("JWT with Windows' lines in its header",
            base64Url("{\r\n \"alg\": \"HS256\"\r\n}") + u".e30.abc"_s);
        row("encrypted one, of five parts", partOf(jwt(), 0) + u".a1.b2.c3.d4"_s);
        row("header's value with a JWT", u"Bearer "_s + jwt(), u"Bearer [JWT]"_s);
        row("key", u"sk-0123456789abcdefABCDEF"_s, u"[secret]"_s);
        row("key with parts", u"sk-proj-0123456789abcdefABCDEF"_s, u"[secret]"_s);
        row("key with an underline", u"sk_live_0123456789abcdef"_s, u"[secret]"_s);
        row("capital key", u"SK-0123456789ABCDEF"_s, u"[secret]"_s);
        row("management key", u"mgmt-0123456789abcdef0123"_s, u"[secret]"_s);
        row("key of letters only", u"sk-abcdefghijklmnopqrstuvwxyz"_s, u"[secret]"_s);
        row("key among words", u"new key sk-a1b2c3d4e5f6g7h8, see above"_s,
            u"new key [secret], see above"_s);
        row("header's value", u"Bearer a1b2c3d4e5f6g7"_s, u"Bearer [secret]"_s);
        row("header's value in small letters", u"bearer  a1b2c3d4e5f6g7"_s, u"bearer  [secret]"_s);
        row("header's value with dots", u"Bearer abc1.def.ghi"_s, u"Bearer [secret]"_s);
        row("header", u"Authorization: Bearer a1b2c3d4e5f6g7"_s,
            u"Authorization: Bearer [secret]"_s);
        row("header of another scheme", u"authorization: Basic dXNlcjpwYXNzd29yZA=="_s,
            u"authorization: Basic [secret]"_s);
    }
    void aSecretIsKnownByItsForm()
    {
        QFETCH(QString, text);
        QFETCH(QString, clean);
        QVERIFY(looksLikeSecret(text));
        QVERIFY(looksLikeSecret(u"  "_s + text + u'\n'));
        QVERIFY(looksLikeSecret(text.first(3) + u'\u200b' + text.mid(3)));
        QVERIFY(looksLikeSecret(text.first(5) + u'\u00ad' + text.mid(5)));
        QVERIFY(looksLikeSecret(u'\ufeff' + text));
        QCOMPARE(withoutSecretForms(text), clean.isEmpty() ? u"[JWT]"_s : clean);
    }

    void wordsAreNoSecret_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto &text : {u""_s,
                                 u"Budget of May"_s,
                                 u"sk-learn"_s,
                                 u"sk-marketing-2024-budget"_s,
                                 u"sk-***9f3c"_s,
                                 u"sk-...9f3c"_s,
                                 u"sk-ab12"_s,
                                 u"desk-0123456789abcdef"_s,
                                 u"task-1234567890abc"_s,
                                 u"risk_0123456789abcdef"_s,
                                 u"mgmt-team-of-marketing"_s,
                                 u"the bearer of this letter"_s,
                                 u"new bearer authentication"_s,
                                 u"Basic plan 2024"_s,
                                 u"eyJ"_s,
                                 u"eyJafjallajökull"_s,
                                 u"eyeglasses and eyewitnesses"_s,
                                 u"1.2.3"_s,
                                 u"marketing.chatbot.production"_s,
                                 u"a@b.example.org"_s,
                                 u"3f2504e0-4f89-11d3-9a0c-0305e82c3301"_s,
                                 u"https://api.edenai.run/v2"_s,
                                 u"long-name-"_s.repeated(20),
                                 u"équipe données % ?#&+"_s}) {
            QTest::newRow(qPrintable(text)) << text;
        }
    }
    void wordsAreNoSecret()
    {
        QFETCH(QString, text);
        QVERIFY(!looksLikeSecret(text));
        QVERIFY(!looksLikeJwt(text));
        QCOMPARE(withoutSecretForms(text), text);
    }

    void aKeyIsNoJwt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("expected");
        QTest::newRow("JWT") << jwt() << true;
        QTest::newRow("JWT with a mark") << u'\ufeff' + jwt() << true;
        QTest::newRow("header's value") << u"Bearer "_s + jwt() << true;
        QTest::newRow("key") << u"sk-0123456789abcdefABCDEF"_s << false;
    }
    void aKeyIsNoJwt()
    {
        QFETCH(QString, text);
        QFETCH(bool, expected);
        QCOMPARE(looksLikeJwt(text), expected);
    }

    void theGivenOneIsKnownWhateverItsForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("expected");
        QTest::newRow("itself") << u"plain-api-key"_s << true;
        QTest::newRow("within a text") << u"My plain-api-key here"_s << true;
        QTest::newRow("with a sign that is not seen") << u"plain\u200b-api-key"_s << true;
        QTest::newRow("another") << u"plain-key"_s << false;
    }
    void theGivenOneIsKnownWhateverItsForm()
    {
        QFETCH(QString, text);
        QFETCH(bool, expected);
        QCOMPARE(holdsSecret(text, *Bearer::fromBytes("plain-api-key")), expected);
    }

    void aLongTextTakesNoTime()
    {
        const QString text = (jwt() + u" sk-0123456789abcdef bearer "_s).repeated(10'000);
        const QString clean = withoutSecretForms(text);
        QVERIFY(!clean.contains(u"eyJ"_s));
        QCOMPARE(clean.count(u"[JWT]"_s) + clean.count(u"[secret]"_s), 20'000);
    }
};

QTEST_APPLESS_MAIN(TestSecretLike)
#include "tst_secretlike.moc"
