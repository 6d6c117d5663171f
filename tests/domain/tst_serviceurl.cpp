// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/serviceurl.h"

#include "inwords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

//! A text and what becomes of it; the text is the row's name too.
static void row(const char *text, const char *expected)
{
    QTest::addRow("'%s'", text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
}

static void textColumns()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
}

static ServiceUrl service(const char *text)
{
    const auto url = ServiceUrl::fromText(QString::fromUtf8(text));
    if (!url)
        qFatal("%s is no service URL", text);
    return *url;
}

class TestServiceUrl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void standardIsTheContractsServer()
    {
        const ServiceUrl url = ServiceUrl::standard();
        QCOMPARE(url.toText(), u"https://api.edenai.run/v2"_s);
        QCOMPARE(url.host(), u"api.edenai.run"_s);
        QCOMPARE(url.origin(), u"https://api.edenai.run"_s);
        QCOMPARE(url.tokensUrl().toEncoded(), "https://api.edenai.run/v2/user/custom_token/"_ba);
        QVERIFY(url == service("https://api.edenai.run/v2"));
        QVERIFY(url != service("https://api.edenai.run/v3"));
    }

    void reads_data()
    {
        textColumns();
        row("https://api.edenai.run/v2", "https://api.edenai.run/v2");
        row("https://api.edenai.run/v2/", "https://api.edenai.run/v2");
        row("https://api.edenai.run/v2///", "https://api.edenai.run/v2");
        row(" https://api.edenai.run/v2\n", "https://api.edenai.run/v2");
        row("https://api.edenai.run", "https://api.edenai.run");
        row("https://api.edenai.run/", "https://api.edenai.run");
        row("HTTPS://API.EdenAI.run/V2", "https://api.edenai.run/V2");
        row("https://h:8443/v2", "https://h:8443/v2");
        row("https://10.0.0.1/v2", "https://10.0.0.1/v2");
        row("https://[2001:db8::1]:8443/v2", "https://[2001:db8::1]:8443/v2");
        row("https://h/v2.1/eden.api", "https://h/v2.1/eden.api");
        row("https://h/a%2Fb", "https://h/a%2Fb");
        row("https://h/a@b:c", "https://h/a@b:c");
        row("http://127.0.0.1", "http://127.0.0.1");
        row("http://127.0.0.1:8080/v2/", "http://127.0.0.1:8080/v2");
        row("http://127.9.9.9:8080", "http://127.9.9.9:8080");
        row("http://127.255.255.254", "http://127.255.255.254");
        row("http://[::1]:8080/v2", "http://[::1]:8080/v2");
        row("http://localhost:8080", "http://localhost:8080");
        row("HTTP://LOCALHOST:8080", "http://localhost:8080");
    }
    void reads() { check(); }

    void refuses_data()
    {
        textColumns();
        row("", "Empty");
        row(" \t\n", "Empty");
        for (const char *text :
             {"http://api.edenai.run/v2", "http://10.0.0.1", "http://192.168.1.2:8080",
              "http://0.0.0.0", "http://128.0.0.1", "http://126.255.255.255", "http://[::]",
              "http://[::2]", "http://[2001:db8::1]", "http://localhost.evil.example",
              "http://127.0.0.1.evil.example", "http://evil.example/127.0.0.1",
              "http://evil.example/localhost", "http://notlocalhost",
              "http://localhost-evil.example", "http://127.evil.example", "ftp://h/v2", "ws://h/v2",
              "httpss://h/v2"})
            row(text, "NotHttps");
        for (const char *text :
             {"https://u:p@h/", "https://u@h/v2", "https://:p@h/", "https://@h/", "https://:@h/",
              "https://api.edenai.run@evil.example/v2", "http://u:p@127.0.0.1/"})
            row(text, "HasUserInfo");
        for (const char *text : {"https://h/?a=b", "https://h?a=b", "https://h/?", "https://h?",
                                 "https://h/v2/?", "https://h/v2?key=%20"})
            row(text, "HasQuery");
        for (const char *text : {"https://h/#top", "https://h#top", "https://h/#", "https://h#"})
            row(text, "HasFragment");
        for (const char *text : {"https://", "https:///v2", "https://:443/v2", "https://h:99999/v2",
                                 "https://h:-1/v2", "https://h:port/v2", "https://h h/v2",
                                 "https://[::1/v2", "https://[nonsense]/v2", "https://h\\evil/v2"})
            row(text, "Unreadable");
    }
    void refuses() { check(); }

    //! More than one reason fits: any will do.
    void takesNoUrlFrom_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"api.edenai.run/v2",
                                 "//api.edenai.run/v2",
                                 "/v2",
                                 "localhost:8080",
                                 "h",
                                 "https",
                                 "https:",
                                 "https:h/v2",
                                 "https:/h/v2",
                                 "://h/v2",
                                 "file:///etc/passwd",
                                 "file://localhost/etc",
                                 "javascript:alert(1)",
                                 "data:,x",
                                 "http://",
                                 "http:///v2",
                                 "http://127.0.0.1@evil.example/",
                                 "http://localhost:8080@evil.example/",
                                 "http://127.0.0.1\\@evil.example/",
                                 "https://h/?#",
                                 "https://u@h/?a#b",
                                 "https://h/v2 https://evil.example/",
                                 "https://h\n.evil.example/v2"})
            QTest::addRow("'%s'", text) << QString::fromLatin1(text);
        QTest::newRow("encoded dot in the host") << u"http://localhost%2eevil.example"_s;
        QTest::newRow("encoded NUL in the host") << u"http://127.0.0.1%00.evil.example"_s;
        QTest::newRow("NUL in the host") << u"https://api.edenai.run\0.evil.example/v2"_s;
    }
    void takesNoUrlFrom()
    {
        QFETCH(QString, text);
        const auto url = ServiceUrl::fromText(text);
        QVERIFY2(!url, qPrintable(outcome(url)));
    }

    void namesHostAndOrigin_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("origin");
        const auto row = [](const char *text, const char *host, const char *origin) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(host)
                                << QString::fromUtf8(origin);
        };
        row("https://api.edenai.run/v2", "api.edenai.run", "https://api.edenai.run");
        row("https://API.edenai.RUN/v2", "api.edenai.run", "https://api.edenai.run");
        row("https://h:443/v2", "h", "https://h");
        row("https://h:8443/v2", "h:8443", "https://h:8443");
        row("https://h:80/v2", "h:80", "https://h:80");
        row("http://127.0.0.1:80", "127.0.0.1", "http://127.0.0.1");
        row("http://127.0.0.1:443", "127.0.0.1:443", "http://127.0.0.1:443");
        row("http://127.0.0.1:8080/v2", "127.0.0.1:8080", "http://127.0.0.1:8080");
        row("http://[::1]:8080", "[::1]:8080", "http://[::1]:8080");
    }
    void namesHostAndOrigin()
    {
        QFETCH(QString, text);
        QFETCH(QString, host);
        QFETCH(QString, origin);
        const auto url = ServiceUrl::fromText(text);
        QVERIFY2(url, qPrintable(outcome(url)));
        QCOMPARE(url->host(), host);
        QCOMPARE(url->origin(), origin);
    }

    void theSameServiceIsEqual()
    {
        QVERIFY(service("https://h/v2") == service("https://h/v2/"));
        QVERIFY(service("https://h/v2") == service("HTTPS://H/v2"));
        QVERIFY(service("https://h") == service("https://h/"));
        QVERIFY(service("https://h/v2") != service("https://h/V2"));
        QVERIFY(service("https://h/v2") != service("https://h:8443/v2"));
        QVERIFY(service("http://127.0.0.1") != service("https://127.0.0.1"));
    }

    //! What is shown can be stored and read again, and stays the same service.
    void itsTextReadsBack_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"https://api.edenai.run/v2", "https://h:443/",
                                 "https://b\u00fccher.example/v2", "https://h/a%2Fb/%20/\u00e9",
                                 "https://h/100%25", "https://h/a%20b", "http://[::1]:1/"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void itsTextReadsBack()
    {
        QFETCH(QString, text);
        const auto url = ServiceUrl::fromText(text);
        QVERIFY2(url, qPrintable(outcome(url)));
        const auto again = ServiceUrl::fromText(url->toText());
        QVERIFY2(again, qPrintable(url->toText()));
        QVERIFY(*again == *url);
        QCOMPARE(again->toText(), url->toText());
        QCOMPARE(again->tokensUrl(), url->tokensUrl());
    }

    void anInternationalHostGoesOutInAscii()
    {
        const QUrl url = service("https://b\u00fccher.example/v2").tokensUrl();
        QCOMPARE(url.toEncoded(), "https://xn--bcher-kva.example/v2/user/custom_token/"_ba);
    }

    //! Qt sends the path as it stands, so no dots may be left for the other end to resolve.
    void dotsInThePathDoNotClimb_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"https://h/a/../v2", "https://h/a/%2e%2e/v2", "https://h/a/%2E./v2", "https://h/./v2",
              "https://h/..", "https://h/../../v2", "https://h/v2/.", "https://h/v2/.."})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void dotsInThePathDoNotClimb()
    {
        QFETCH(QString, text);
        const auto url = ServiceUrl::fromText(text);
        if (!url)
            return; // refused: as good
        const QUrl tokens = url->tokensUrl();
        QCOMPARE(tokens.host(), u"h"_s);
        const QString path = tokens.path(QUrl::FullyDecoded);
        QVERIFY2(path.endsWith("/user/custom_token/"_L1), qPrintable(path));
        const QStringList segments = path.split(u'/');
        QVERIFY2(!segments.contains("."_L1) && !segments.contains(".."_L1), qPrintable(path));
    }

    void theTokensUrlHasNoOtherParts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromLatin1(text) << QByteArray(expected);
        };
        row("https://h", "https://h/user/custom_token/");
        row("https://h/", "https://h/user/custom_token/");
        row("https://h/v2//", "https://h/v2/user/custom_token/");
        row("https://h/v2.1", "https://h/v2.1/user/custom_token/");
        row("https://h/a%2Fb", "https://h/a%2Fb/user/custom_token/");
        row("http://[::1]:8080/v2", "http://[::1]:8080/v2/user/custom_token/");
    }
    void theTokensUrlHasNoOtherParts()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(ServiceUrl::fromText(text)->tokensUrl().toEncoded(), expected);
    }

private:
    static void check()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(outcome(ServiceUrl::fromText(text)), expected);
    }
};

QTEST_APPLESS_MAIN(TestServiceUrl)
#include "tst_serviceurl.moc"
