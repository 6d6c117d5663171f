// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/serviceurl.h"

#include "inwords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

static const QByteArray base = "https://api.edenai.run/v2/user/custom_token/"_ba;

static QString codePoint(char32_t c)
{
    return QString::fromUcs4(&c, 1);
}

//! Says what is wrong with the URL of this name; empty if nothing is.
static QString faultOf(const QString &name)
{
    const auto url = ServiceUrl::standard().tokenUrl(name);
    if (!url)
        return outcome(url.error());
    const QByteArray encoded = url->toEncoded();
    if (!encoded.startsWith(base) || !encoded.endsWith('/'))
        return u"not under the tokens: "_s + QString::fromLatin1(encoded);
    const QByteArray segment = encoded.mid(base.size()).chopped(1);
    if (segment.contains('/') || segment.contains('?') || segment.contains('#'))
        return u"more than one segment: "_s + QString::fromLatin1(encoded);
    if (QByteArray::fromPercentEncoding(segment) != name.toUtf8())
        return u"decodes to another name: "_s + QString::fromLatin1(encoded);
    // What a request is made of: the path as Qt writes it, which must be the same bytes.
    if (url->path(QUrl::FullyEncoded).toLatin1() != encoded.mid(base.indexOf("/v2")))
        return u"path differs: "_s + url->path(QUrl::FullyEncoded);
    if (url->hasQuery() || url->hasFragment() || !url->isValid())
        return u"has other parts: "_s + QString::fromLatin1(encoded);
    if (QUrl::fromEncoded(encoded, QUrl::StrictMode) != *url)
        return u"does not read back: "_s + QString::fromLatin1(encoded);
    return {};
}

class TestTokenUrl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodesTheNameAsOneSegment_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("segment");
        const auto row = [](const char *name, const char *segment) {
            QTest::newRow(name) << QString::fromUtf8(name) << QByteArray(segment);
        };
        row("team", "team");
        row("a-b_c.d~e", "a-b_c.d~e");
        row("\u00e9quipe donn\u00e9es % ?#&+", "%C3%A9quipe%20donn%C3%A9es%20%25%20%3F%23%26%2B");
        row("%2e%2e", "%252e%252e");
        row("%2F", "%252F");
        row("%", "%25");
        row("100%", "100%25");
        row("...", "...");
        row(".. ", "..%20");
        row(" a ", "%20a%20");
        row("+", "%2B");
        row("a:b@c", "a%3Ab%40c");
        row("a\\b", "a%5Cb");
        row("\u00e9", "%C3%A9");
        row("e\u0301", "e%CC%81");
        row("\u212b", "%E2%84%AB");
        row("\U0001f600", "%F0%9F%98%80");
        row("\uff0e\uff0e", "%EF%BC%8E%EF%BC%8E");
        row("\uff0f", "%EF%BC%8F");
        row("a\ufeff", "a%EF%BB%BF");
    }
    void encodesTheNameAsOneSegment()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, segment);
        QCOMPARE(faultOf(name), QString());
        const QByteArray encoded = ServiceUrl::standard().tokenUrl(name)->toEncoded();
        QCOMPARE(QByteArray::fromPercentEncoding(encoded.mid(base.size())),
                 QByteArray::fromPercentEncoding(segment) + '/');
        QCOMPARE(encoded, base + segment + '/');
    }

    void refusesWhatWouldLeaveTheSegment_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        QTest::newRow("empty") << QString() << u"Empty"_s;
        QTest::newRow("dot") << u"."_s << u"DotSegment"_s;
        QTest::newRow("dots") << u".."_s << u"DotSegment"_s;
        QTest::newRow("slash") << u"a/b"_s << u"Slash"_s;
        QTest::newRow("climbing") << u"../../x"_s << u"Slash"_s;
        QTest::newRow("line break") << u"a\r\nX: y"_s << u"ControlCharacter"_s;
        QTest::newRow("NUL") << u"a\0b"_s << u"ControlCharacter"_s;
        QTest::newRow("lone surrogate") << u"a"_s + QChar(0xd800) << u"LoneSurrogate"_s;
        QTest::newRow("too long") << QString(201, u'a') << u"TooLong"_s;
    }
    void refusesWhatWouldLeaveTheSegment()
    {
        QFETCH(QString, name);
        QFETCH(QString, expected);
        const auto url = ServiceUrl::standard().tokenUrl(name);
        QVERIFY(!url);
        QCOMPARE(outcome(url.error()), expected);
    }

    //! Every character that a name may have, alone, between others and after a percent sign.
    void everyCharacterArrives()
    {
        for (char32_t c = 0x20; c <= 0xffff; ++c) {
            if (tokenNameProblem(u'a' + codePoint(c)))
                continue;
            for (const QString &name : {u"a"_s + codePoint(c), codePoint(c) + u"a"_s,
                                        u"%2"_s + codePoint(c) + u"%41"_s}) {
                const QString fault = faultOf(name);
                QVERIFY2(fault.isEmpty(), qPrintable(fault));
            }
        }
    }

    void everyPlaneArrives()
    {
        for (char32_t c = 0x10000; c <= 0x10ffff; c += 0x101) {
            const QString fault = faultOf(codePoint(c));
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
        }
    }

    void composedAndDecomposedNamesStayApart()
    {
        const QString composed = u"\u00e9quipe"_s;
        const QString decomposed = composed.normalized(QString::NormalizationForm_D);
        QVERIFY(composed != decomposed);
        QCOMPARE(faultOf(composed), QString());
        QCOMPARE(faultOf(decomposed), QString());
        const ServiceUrl service = ServiceUrl::standard();
        QVERIFY(service.tokenUrl(composed)->toEncoded()
                != service.tokenUrl(decomposed)->toEncoded());
    }

    void theLongestNamesArrive()
    {
        QCOMPARE(faultOf(QString(200, u'%')), QString());
        QCOMPARE(faultOf(u"\U0001f600"_s.repeated(200)), QString());
    }

    void standsUnderTheServicesOwnPath_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *service, const char *expected) {
            QTest::newRow(service) << QString::fromLatin1(service) << QByteArray(expected);
        };
        row("https://h", "https://h/user/custom_token/a%20b/");
        row("https://h/v2/", "https://h/v2/user/custom_token/a%20b/");
        row("https://h/x%2Fy/v2", "https://h/x%2Fy/v2/user/custom_token/a%20b/");
        row("http://[::1]:8080", "http://[::1]:8080/user/custom_token/a%20b/");
    }
    void standsUnderTheServicesOwnPath()
    {
        QFETCH(QString, service);
        QFETCH(QByteArray, expected);
        const ServiceUrl url = *ServiceUrl::fromText(service);
        QCOMPARE(url.tokenUrl(u"a b"_s)->toEncoded(), expected);
    }
};

QTEST_APPLESS_MAIN(TestTokenUrl)
#include "tst_tokenurl.moc"
