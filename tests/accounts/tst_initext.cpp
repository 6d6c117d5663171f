// SPDX-License-Identifier: GPL-3.0-or-later
// The settings file's text, against QSettings, which wrote it in 0.1.0 and still may.
#include "accounts/initext.h"

#include <QRandomGenerator>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

//! Of the characters that the format makes something of, and some others.
QString anyText(QRandomGenerator &random)
{
    static const QString alphabet = u"ab01fF ,;=\"\\/%@()[]#x\n\r\t\a\u00e9\u6570\U0001F642"_s
        + QChar(0) + QChar(0x1f) + QChar(0x7f) + QChar(0x85);
    QString text;
    for (int length = random.bounded(12); length > 0; --length) {
        const QChar c = alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
        text += c.isSurrogate() ? u"\U0001F642"_s : QString(c);
    }
    return text;
}

} // namespace

class TestIniText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatQSettingsWritesIsReadAndTheOtherWayRound()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        const QTemporaryDir folder;
        for (int round = 0; round < 300; ++round) {
            const QString key = u"group/k"_s + QString::number(round);
            const QString text = anyText(random);
            const QStringList list{anyText(random), anyText(random), text};
            const QByteArray bytes = anyText(random).toUtf8();
            const QByteArray why = "seed " + QByteArray::number(seed) + ' ' + text.toUtf8().toHex();
            const QString theirs = folder.filePath(u"theirs%1.ini"_s.arg(round));
            {
                QSettings settings(theirs, QSettings::IniFormat);
                settings.setValue(key, text);
                settings.setValue(key + u"/list"_s, list);
                settings.setValue(key + u"/bytes"_s, bytes);
                settings.setValue(u"top"_s, text);
            }
            const IniText read(contentOf(theirs));
            QVERIFY2(read.string(key) == text, why.constData());
            QVERIFY2(read.value(key + u"/list"_s).toStringList() == list, why.constData());
            QVERIFY2(read.value(key + u"/bytes"_s).toByteArray() == bytes, why.constData());
            QVERIFY2(read.string(u"top"_s) == text, why.constData());

            IniText written;
            QVERIFY2(written.setValue(key, text), why.constData());
            QVERIFY2(written.setValue(key + u"/list"_s, list), why.constData());
            QVERIFY2(written.setValue(key + u"/bytes"_s, bytes), why.constData());
            QVERIFY2(written.setValue(u"top"_s, text), why.constData());
            const QString ours = folder.filePath(u"ours%1.ini"_s.arg(round));
            write(ours, written.text());
            const QSettings settings(ours, QSettings::IniFormat);
            QVERIFY2(settings.value(key).toString() == text, why.constData());
            QVERIFY2(settings.value(key + u"/list"_s).toStringList() == list, why.constData());
            QVERIFY2(settings.value(key + u"/bytes"_s).toByteArray() == bytes, why.constData());
            QVERIFY2(settings.value(u"top"_s).toString() == text, why.constData());
        }
    }

    void handMadeTextIsReadAsQSettingsReadsIt_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no section") << QByteArray("a=1\nb = 2 \n");
        QTest::newRow("a mark of the encoding first") << QByteArray("\xef\xbb\xbf[General]\na=1\n");
        QTest::newRow("line ends of Windows") << QByteArray("[g]\r\na=1\r\nb=2\r\n");
        QTest::newRow("comments") << QByteArray("; a=0\n[g]\n;b\na=1 ; and so on\nb=2\n");
        QTest::newRow("a quote over lines") << QByteArray("[g]\na=\"x\ny\"\nb=2\n");
        QTest::newRow("a quote that nothing closes") << QByteArray("[g]\nb=2\na=\"x\ny=1\n[h]\n");
        QTest::newRow("a line that goes on") << QByteArray("[g]\na=x\\\ny\nb=2\n");
        QTest::newRow("a line without an equals sign") << QByteArray("[g]\nnonsense\na=1\n");
        QTest::newRow("a section that is not closed") << QByteArray("[g\na=1\n");
        QTest::newRow("one key twice") << QByteArray("[g]\na=1\na=2\n");
        QTest::newRow("one section twice") << QByteArray("[g]\na=1\n[h]\nb=2\n[g]\nc=3\n");
        QTest::newRow("General and its other") << QByteArray("[%General]\na=1\n[General]\na=2\n");
        QTest::newRow("escapes") << QByteArray("[g]\na=\\x41\\x20 \\101\\q\\\"z\nb=\\x\n");
        QTest::newRow("blanks") << QByteArray("[g]\na=  x y  \nb=\" x \"  y\nc = x , y ,\n");
        QTest::newRow("keys") << QByteArray("[a%20b]\nc%U6570\\d=1\n%zz=2\n%=3\n");
        QTest::newRow("not UTF-8") << QByteArray("[g]\na=caf\xe9\nb=2\n");
        QTest::newRow("no line end at the end") << QByteArray("[g]\na=1\nb=2");
    }
    void handMadeTextIsReadAsQSettingsReadsIt()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"x.ini"_s);
        write(path, text);
        const QSettings theirs(path, QSettings::IniFormat);

        const IniText ours(text);

        QStringList keys = ours.keys();
        keys.removeDuplicates();
        keys.sort();
        QStringList expected = theirs.allKeys();
        expected.sort();
        QCOMPARE(keys, expected);
        for (const QString &key : std::as_const(keys)) {
            QCOMPARE(ours.value(key).toStringList(), theirs.value(key).toStringList());
        }
    }

    void whatIsNotChangedStaysToTheByte_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("a value") << QByteArray("; mine\n[g]\nold = \"x\"\n\nother=@Variant(\\0)\n")
                                 << u"g/old"_s
                                 << QByteArray("; mine\n[g]\nold =new\n\nother=@Variant(\\0)\n");
        QTest::newRow("the last one of two") << QByteArray("[g]\na=1\na=2\nb=3\n") << u"g/a"_s
                                             << QByteArray("[g]\na=1\na=new\nb=3\n");
        QTest::newRow("a new key") << QByteArray("[g]\na=1\n\n[h]\nb=2\n") << u"g/c"_s
                                   << QByteArray("[g]\na=1\nc=new\n\n[h]\nb=2\n");
        QTest::newRow("a new section")
            << QByteArray("[g]\na=1\n") << u"h/c"_s << QByteArray("[g]\na=1\n\n[h]\nc=new\n");
        QTest::newRow("a new section behind no line end")
            << QByteArray("[g]\na=1") << u"h/c"_s << QByteArray("[g]\na=1\n\n[h]\nc=new\n");
        QTest::newRow("in no section, where others are")
            << QByteArray("[g]\na=1\n") << u"c"_s << QByteArray("[g]\na=1\n\n[General]\nc=new\n");
        QTest::newRow("line ends of Windows") << QByteArray("[g]\r\na=1\r\nb=2\r\n") << u"g/a"_s
                                              << QByteArray("[g]\r\na=new\r\nb=2\r\n");
    }
    void whatIsNotChangedStaysToTheByte()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, key);
        QFETCH(QByteArray, after);
        IniText text(before);
        QVERIFY(text.setValue(key, u"new"_s));
        QCOMPARE(text.text(), after);
        QCOMPARE(text.string(key), u"new"_s);
    }

    void whatIsRemovedIsGoneWithItsLineAlone()
    {
        IniText text("[g]\r\na=1\r\nb=2\r\na=3\r\n[h]\nc=4");
        text.remove(u"g/a"_s);
        text.remove(u"h/c"_s);
        text.remove(u"h/d"_s);
        QCOMPARE(text.text(), QByteArray("[g]\r\nb=2\r\n[h]\n"));
    }

    void whatWouldBeSwallowedIsSaid()
    {
        IniText text("[g]\na=\"x\n");
        QVERIFY(!text.setValue(u"g/b"_s, u"1"_s));
        IniText other("[g]\na=x\\");
        QVERIFY(!other.setValue(u"h/b"_s, u"1"_s) || other.string(u"h/b"_s) == u"1"_s);
    }
};

QTEST_GUILESS_MAIN(TestIniText)
#include "tst_initext.moc"
