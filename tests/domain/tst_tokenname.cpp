// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/tokenname.h"

#include "inwords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

static QString problemOf(const QString &name)
{
    const auto problem = tokenNameProblem(name);
    return problem ? outcome(*problem) : u"fine"_s;
}

class TestTokenName : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judges_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *tag, const QString &name, const char *expected) {
            QTest::newRow(tag) << name << QString::fromLatin1(expected);
        };
        const QString emoji = u"\U0001f600"_s;
        const QString family = u"\U0001f468\u200d\U0001f469\u200d\U0001f467"_s;
        const QChar high(0xd83d);
        const QChar low(0xde00);

        row("one letter", u"a"_s, "fine");
        row("the awkward one", u"\u00e9quipe donn\u00e9es % ?#&+"_s, "fine");
        row("decomposed", u"e\u0301quipe"_s, "fine");
        row("spaces at the ends", u" a "_s, "fine");
        row("one space", u" "_s, "fine");
        row("no-break space", u"\u00a0"_s, "fine");
        row("three dots", u"..."_s, "fine");
        row("dots and a letter", u"..a"_s, "fine");
        row("dot and a space", u". "_s, "fine");
        row("dots and a space", u".. "_s, "fine");
        row("hidden", u".profile"_s, "fine");
        row("encoded dots", u"%2e%2e"_s, "fine");
        row("encoded slash", u"%2F"_s, "fine");
        row("encoded NUL", u"%00"_s, "fine");
        row("backslash", u"a\\b"_s, "fine");
        row("fullwidth dots", u"\uff0e\uff0e"_s, "fine");
        row("fraction slash", u"\u2044"_s, "fine");
        row("emoji", emoji, "fine");
        row("family", family, "fine");
        row("right to left", u"\u05d0\u202e\u05d1"_s, "fine");
        row("zero width", u"a\u200bb"_s, "fine");
        row("byte order mark", u"\ufeffa"_s, "fine");
        row("noncharacter", u"a\uffff"_s, "Noncharacter");
        row("byte order mark of the other order", u"\ufffe"_s + u"a"_s, "Noncharacter");
        row("noncharacter that is kept", u"\ufdd0"_s, "fine");
        row("last code point", u"\U0010ffff"_s, "fine");

        row("null string", QString(), "Empty");
        row("empty string", u""_s, "Empty");
        row("dot", u"."_s, "DotSegment");
        row("dots", u".."_s, "DotSegment");
        row("slash", u"/"_s, "Slash");
        row("slash inside", u"a/b"_s, "Slash");
        row("slash at the start", u"/a"_s, "Slash");
        row("slash at the end", u"a/"_s, "Slash");
        row("climbing", u"../a"_s, "Slash");

        row("200 letters", QString(200, u'a'), "fine");
        row("201 letters", QString(201, u'a'), "TooLong");
        row("200 emoji", emoji.repeated(200), "fine");
        row("201 emoji", emoji.repeated(201), "TooLong");
        row("199 letters and an emoji", QString(199, u'a') + emoji, "fine");
        row("200 letters and an emoji", QString(200, u'a') + emoji, "TooLong");
        row("200 letters and an accent", QString(200, u'e') + u'\u0301', "TooLong");
        row("200 spaces", QString(200, u' '), "fine");
        row("200 dots", QString(200, u'.'), "fine");

        row("lone high", QString(high), "LoneSurrogate");
        row("lone low", QString(low), "LoneSurrogate");
        row("high at the start", high + u"a"_s, "LoneSurrogate");
        row("low at the start", low + u"a"_s, "LoneSurrogate");
        row("high inside", u"a"_s + high + u'b', "LoneSurrogate");
        row("low inside", u"a"_s + low + u'b', "LoneSurrogate");
        row("high at the end", u"a"_s + high, "LoneSurrogate");
        row("low at the end", u"a"_s + low, "LoneSurrogate");
        row("wrong order", QString(low) + high, "LoneSurrogate");
        row("two highs and a low", QString(high) + high + low, "LoneSurrogate");
        row("high and two lows", QString(high) + low + low, "LoneSurrogate");
        row("high before an emoji", high + emoji, "LoneSurrogate");
        row("low after an emoji", emoji + low, "LoneSurrogate");
    }
    void judges()
    {
        QFETCH(QString, name);
        QFETCH(QString, expected);
        QCOMPARE(problemOf(name), expected);
    }

    void refusesEveryControlCharacterAnywhere()
    {
        QList<char16_t> controls{0x7f};
        for (char16_t c = 0; c < 0x20; ++c)
            controls << c;
        for (char16_t c = 0x80; c < 0xa0; ++c)
            controls << c;
        for (const char16_t control : controls) {
            for (const QString &frame : {u"%1"_s, u"%1a"_s, u"a%1b"_s, u"a%1"_s}) {
                const QString name = frame.arg(QChar(control));
                QVERIFY2(problemOf(name) == u"ControlCharacter"_s,
                         qPrintable(u"U+%1 in "_s.arg(QString::number(control, 16)) + frame));
            }
        }
    }

    void takesEveryOtherCharacter()
    {
        for (char32_t c = 0x20; c <= 0x10ffff; ++c) {
            const bool control = c >= 0x7f && c < 0xa0;
            const bool surrogate = c >= 0xd800 && c < 0xe000;
            if (control || surrogate || c == U'/' || c == 0xfffe || c == 0xffff)
                continue;
            const QString name = u'a' + QString::fromUcs4(&c, 1);
            QVERIFY2(!tokenNameProblem(name), qPrintable(QString::number(c, 16)));
        }
    }

    //! Two wrongs never make a right.
    void refusesNamesWithMoreThanOneProblem_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("too long, slash") << QString(200, u'a') + u"/"_s;
        QTest::newRow("too long, control at the end") << QString(300, u'a') + u'\n';
        QTest::newRow("too long, lone surrogate") << QString(300, u'a') + QChar(0xd800);
        QTest::newRow("only lone surrogates") << QString(201, QChar(0xd800));
        QTest::newRow("slash and control") << u"/\n"_s;
        QTest::newRow("dots and control") << u"..\t"_s;
        QTest::newRow("a million emoji") << u"\U0001f600"_s.repeated(1'000'000);
    }
    void refusesNamesWithMoreThanOneProblem()
    {
        QFETCH(QString, name);
        QVERIFY(tokenNameProblem(name).has_value());
    }
};

QTEST_APPLESS_MAIN(TestTokenName)
#include "tst_tokenname.moc"
