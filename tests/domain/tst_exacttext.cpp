// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/exacttext.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

const QByteArray Mark = "\xEF\xBB\xBF";

QString marked(const QString &text)
{
    return QChar(0xFEFF) + text;
}

} // namespace

//! Text from outside, to the last character.
class TestExactText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsReadAsItIs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QByteArray("") << u""_s;
        QTest::newRow("plain") << QByteArray("alpha") << u"alpha"_s;
        QTest::newRow("mark before") << Mark + "alpha" << marked(u"alpha"_s);
        QTest::newRow("two marks before") << Mark + Mark + "a" << marked(marked(u"a"_s));
        QTest::newRow("mark within") << "al" + Mark + "pha" << u"al\uFEFFpha"_s;
        QTest::newRow("mark behind") << "alpha" + Mark << u"alpha\uFEFF"_s;
        QTest::newRow("mark alone") << Mark << u"\uFEFF"_s;
        QTest::newRow("other letters")
            << QByteArray("\xC3\xA9 \xF0\x9F\x99\x82") << u"\u00e9 🙂"_s;
        QTest::newRow("reversed mark, which is no character") << QByteArray("\xEF\xBF\xBE"
                                                                            "a")
                                                              << QString(QChar(0xFFFE)) + u'a';
    }
    void textIsReadAsItIs()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        const auto read = textFromUtf8(bytes);
        QVERIFY(read.has_value());
        QCOMPARE(*read, text);
    }

    void whatIsNotUtf8IsNotRepaired_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("Latin-1") << QByteArray("caf\xE9");
        QTest::newRow("half a character at the end") << QByteArray("a\xC3");
        QTest::newRow("too long a form") << QByteArray("\xC0\xAF");
        QTest::newRow("half a pair") << QByteArray("\xED\xA0\x80");
        QTest::newRow("UTF-16 with a mark") << QByteArray("\xFF\xFE"
                                                          "a\0",
                                                          4);
    }
    void whatIsNotUtf8IsNotRepaired()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!textFromUtf8(bytes).has_value());
    }

    void textsInJsonAreReadAsTheyAre_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *name, const QByteArray &json, const QJsonValue &value) {
            QTest::newRow(name) << json << value;
        };
        row("text", "\"alpha\"", u"alpha"_s);
        row("marked text", '"' + Mark + "alpha\"", marked(u"alpha"_s));
        row("marked and escaped", "\"\\ufeffalpha\"", marked(u"alpha"_s));
        row("mark within a text", "\"al" + Mark + "pha\"", u"al\uFEFFpha"_s);
        row("marked name", "{\"" + Mark + "name\":1}", QJsonObject{{marked(u"name"_s), 1}});
        row("marked value", "{\"name\":\"" + Mark + "\\u00e9\"}",
            QJsonObject{{u"name"_s, marked(u"\u00e9"_s)}});
        row("mark before the whole", Mark + "[1]", QJsonArray{1});
        row("number", "12.5", 12.5);
        row("null", "null", QJsonValue(QJsonValue::Null));
        row("array of one", "[[]]", QJsonArray{QJsonArray()});
    }
    void textsInJsonAreReadAsTheyAre()
    {
        QFETCH(QByteArray, json);
        QFETCH(QJsonValue, value);
        const auto read = jsonFromUtf8(json);
        QVERIFY2(read.hasValue(), read ? "" : qPrintable(read.error().detail));
        QCOMPARE(*read, value);
    }

    void whatIsNotJsonIsSaid_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *text :
             {"", " ", "{", "1,2", "{'a':1}", "nul", "\"text", "[1]]", "{} {}"}) {
            QTest::newRow(text) << QByteArray(text);
        }
        QTest::newRow("marks between values") << "[1," + Mark + "2]";
        QTest::newRow("Latin-1") << QByteArray("\"caf\xE9\"");
    }
    void whatIsNotJsonIsSaid()
    {
        QFETCH(QByteArray, json);
        const auto read = jsonFromUtf8(json);
        QVERIFY(!read.hasValue());
        QVERIFY(!read.error().detail.isEmpty());
        QVERIFY(!read.error().isTooLarge);
    }

    void depthIsLimited_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("isFine");
        const auto nested = [](int depth, const QByteArray &open, const QByteArray &close) {
            return open.repeated(depth) + '1' + close.repeated(depth);
        };
        QTest::newRow("arrays") << nested(64, "[", "]") << true;
        QTest::newRow("objects") << nested(64, "{\"a\":", "}") << true;
        QTest::newRow("side by side") << '[' + QByteArray("[],").repeated(500) + "[]]" << true;
        QTest::newRow("brackets in a text") << '"' + QByteArray(500, '[') + '"' << true;
        QTest::newRow("too deep arrays") << nested(65, "[", "]") << false;
        QTest::newRow("too deep objects") << nested(65, "{\"a\":", "}") << false;
        QTest::newRow("without an end") << QByteArray(5'000, '[') << false;
    }
    void depthIsLimited()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, isFine);
        const auto read = jsonFromUtf8(json);
        QCOMPARE(read.hasValue(), isFine);
        QVERIFY(isFine || read.error().isTooLarge);
    }

    void valuesAreCounted_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("values");
        QTest::newRow("one") << QByteArray("1") << 1;
        QTest::newRow("array") << QByteArray("[1,2,3]") << 4;
        QTest::newRow("object") << QByteArray(R"({"a":1,"b":{"c":[]}})") << 4;
        QTest::newRow("signs within texts") << QByteArray("[\"[,{\\\",[\",\"\\\\\",2]") << 4;
        QTest::newRow("signs within a name") << QByteArray("{\"[{,\":1}") << 2;
    }
    void valuesAreCounted()
    {
        // One more for what may stand in an empty array or object.
        QFETCH(QByteArray, json);
        QFETCH(int, values);
        QVERIFY(jsonFromUtf8(json, values + 1).hasValue());
        const auto tooMany = jsonFromUtf8(json, values - 1);
        QVERIFY(!tooMany.hasValue());
        QVERIFY(tooMany.error().isTooLarge);
    }
};

QTEST_APPLESS_MAIN(TestExactText)
#include "tst_exacttext.moc"
