// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/bearer.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

Q_DECLARE_METATYPE(purser::BearerProblem)

namespace {

QByteArray part(const QByteArray &json)
{
    return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

//! A JWT with this payload; the signature is nobody's.
QByteArray jwt(const QByteArray &payload)
{
    return part(R"({"alg":"HS256","typ":"JWT"})") + '.' + part(payload) + ".bm90LWEtc2lnbmF0dXJl";
}

Bearer bearer(const QByteArray &bytes)
{
    return *Bearer::fromBytes(bytes);
}

} // namespace

class TestBearer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesExactlyTheCharactersOfATokenInAHeader_data();
    void takesExactlyTheCharactersOfATokenInAHeader();
    void takesLengthsUpToTheMaximum_data();
    void takesLengthsUpToTheMaximum();
    void refusesTheSchemeAlone();
    void takesOffWhatIsPastedAround_data();
    void takesOffWhatIsPastedAround();
    void refusesTextThatIsNoBearer_data();
    void refusesTextThatIsNoBearer();
    void takesBytesAsTheyAre();
    void makesTheHeadersValue();
    void hintsAtTheExpiry_data();
    void hintsAtTheExpiry();
    void namesItsCustomer_data();
    void namesItsCustomer();
    void redacts_data();
    void redacts();
    void leavesACopyWholeWhenTheOtherEnds();
};

void TestBearer::takesExactlyTheCharactersOfATokenInAHeader_data()
{
    QTest::addColumn<int>("byte");
    for (int byte = 0; byte < 256; ++byte) {
        QTest::addRow("0x%02x", byte) << byte;
    }
}

void TestBearer::takesExactlyTheCharactersOfATokenInAHeader()
{
    QFETCH(int, byte);
    const QByteArrayView allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                   "._~+/=-";
    const QByteArray bytes = "ab" + QByteArray(1, static_cast<char>(byte)) + "cd";
    const auto result = Bearer::fromBytes(bytes);
    if (allowed.contains(static_cast<char>(byte))) {
        QVERIFY(result);
        QCOMPARE(result->bytes(), bytes);
    } else {
        QVERIFY(!result);
        QCOMPARE(result.error(), BearerProblem::ForbiddenCharacter);
    }
}

void TestBearer::takesLengthsUpToTheMaximum_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<std::optional<BearerProblem>>("problem");
    using Problem = std::optional<BearerProblem>;
    QTest::newRow("0") << 0 << Problem(BearerProblem::Empty);
    QTest::newRow("1") << 1 << Problem();
    QTest::newRow("4 KiB") << 4096 << Problem();
    QTest::newRow("16 KiB") << 16384 << Problem();
    QTest::newRow("one more") << 16385 << Problem(BearerProblem::TooLong);
    QTest::newRow("1 MiB") << 1048576 << Problem(BearerProblem::TooLong);
}

void TestBearer::takesLengthsUpToTheMaximum()
{
    QFETCH(int, length);
    QFETCH(std::optional<BearerProblem>, problem);
    const QByteArray bytes(length, 'x');
    const auto fromBytes = Bearer::fromBytes(bytes);
    const auto fromText = Bearer::fromText(QString::fromLatin1(bytes));
    QCOMPARE(fromBytes.hasValue(), !problem);
    QCOMPARE(fromText.hasValue(), !problem);
    if (problem) {
        QCOMPARE(fromBytes.error(), *problem);
        QCOMPARE(fromText.error(), *problem);
        return;
    }
    QCOMPARE(fromBytes->bytes(), bytes);
    QCOMPARE(fromText->bytes(), bytes);
}

void TestBearer::refusesTheSchemeAlone()
{
    for (const auto &text : {u"Bearer"_s, u" bearer "_s, u"BEARER\n"_s}) {
        const auto bearer = Bearer::fromText(text);
        QVERIFY(!bearer);
        QCOMPARE(bearer.error(), BearerProblem::Empty);
    }
}

void TestBearer::takesOffWhatIsPastedAround_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << u"abc.def-ghi"_s;
    QTest::newRow("blanks") << u"  abc.def-ghi "_s;
    QTest::newRow("line break") << u"abc.def-ghi\r\n"_s;
    QTest::newRow("tab") << u"\tabc.def-ghi"_s;
    QTest::newRow("no-break space") << u"\u00a0abc.def-ghi\u00a0"_s;
    QTest::newRow("Bearer") << u"Bearer abc.def-ghi"_s;
    QTest::newRow("bearer in any case") << u"bEARER abc.def-ghi"_s;
    QTest::newRow("blanks around Bearer") << u" Bearer   abc.def-ghi\n"_s;
}

void TestBearer::takesOffWhatIsPastedAround()
{
    QFETCH(QString, text);
    const auto result = Bearer::fromText(text);
    QVERIFY(result);
    QCOMPARE(result->bytes(), QByteArray("abc.def-ghi"));
}

void TestBearer::refusesTextThatIsNoBearer_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<BearerProblem>("problem");
    QTest::newRow("nothing") << QString() << BearerProblem::Empty;
    QTest::newRow("blanks alone") << u" \n\t "_s << BearerProblem::Empty;
    QTest::newRow("a blank within") << u"abc def"_s << BearerProblem::ForbiddenCharacter;
    QTest::newRow("a line break within")
        << u"abc\r\nX-Other: 1"_s << BearerProblem::ForbiddenCharacter;
    QTest::newRow("the whole header")
        << u"Authorization: Bearer abc"_s << BearerProblem::ForbiddenCharacter;
    QTest::newRow("Bearer twice") << u"Bearer Bearer abc"_s << BearerProblem::ForbiddenCharacter;
    QTest::newRow("quotes") << u"\"abc\""_s << BearerProblem::ForbiddenCharacter;
    QTest::newRow("zero-width space") << u"abc\u200b"_s << BearerProblem::ForbiddenCharacter;
    QTest::newRow("byte order mark") << u"\ufeffabc"_s << BearerProblem::ForbiddenCharacter;
    QTest::newRow("a letter that looks Latin")
        << u"\u0430bc"_s << BearerProblem::ForbiddenCharacter;
    QTest::newRow("full-width letter") << u"\uff21bc"_s << BearerProblem::ForbiddenCharacter;
    QTest::newRow("lone surrogate")
        << QString(QChar(0xd800)) + u"abc"_s << BearerProblem::ForbiddenCharacter;
    QTest::newRow("NUL at the end") << u"abc"_s + QChar(0) << BearerProblem::ForbiddenCharacter;
}

void TestBearer::refusesTextThatIsNoBearer()
{
    QFETCH(QString, text);
    QFETCH(BearerProblem, problem);
    const auto result = Bearer::fromText(text);
    QVERIFY(!result);
    QCOMPARE(result.error(), problem);
}

void TestBearer::takesBytesAsTheyAre()
{
    QVERIFY(!Bearer::fromBytes("abc\n"));
    QVERIFY(!Bearer::fromBytes("Bearer abc"));
}

void TestBearer::makesTheHeadersValue()
{
    QCOMPARE(bearer("abc.def").authorization(), QByteArray("Bearer abc.def"));
}

void TestBearer::hintsAtTheExpiry_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QDateTime>("expected"); // invalid: no hint
    const auto at = [](qint64 seconds) { return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC); };
    const QDateTime none;

    QTest::newRow("whole number") << jwt(R"({"exp":1900000000})") << at(1900000000);
    QTest::newRow("fraction") << jwt(R"({"exp":1900000000.75})") << at(1900000000);
    QTest::newRow("past") << jwt(R"({"exp":1})") << at(1);
    QTest::newRow("the last second of 9999") << jwt(R"({"exp":253402300799})") << at(253402300799);
    QTest::newRow("among others") << jwt(R"({"token_type":"access","exp":1900000000,"iat":1})")
                                  << at(1900000000);

    QTest::newRow("year 10000") << jwt(R"({"exp":253402300800})") << none;
    QTest::newRow("absurd") << jwt(R"({"exp":1e300})") << none;
    QTest::newRow("infinite") << jwt(R"({"exp":1e999})") << none;
    QTest::newRow("zero") << jwt(R"({"exp":0})") << none;
    QTest::newRow("negative") << jwt(R"({"exp":-5})") << none;
    QTest::newRow("text") << jwt(R"({"exp":"1900000000"})") << none;
    QTest::newRow("null") << jwt(R"({"exp":null})") << none;
    QTest::newRow("object") << jwt(R"({"exp":{"a":1}})") << none;
    QTest::newRow("none") << jwt(R"({"iat":1900000000})") << none;
    QTest::newRow("an array") << jwt(R"([1900000000])") << none;
    QTest::newRow("no JSON") << jwt("exp=1900000000") << none;
    QTest::newRow("empty payload") << QByteArray("abc..def") << none;
    QTest::newRow("two parts") << part("{}") + '.' + part(R"({"exp":1900000000})") << none;
    QTest::newRow("four parts") << jwt(R"({"exp":1900000000})") + ".x" << none;
    QTest::newRow("a key that is no JWT") << QByteArray("sk-0123456789") << none;
    QTest::newRow("dots alone") << QByteArray("..") << none;
}

void TestBearer::hintsAtTheExpiry()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QDateTime, expected);
    const auto hint = bearer(bytes).expiresAt();
    QCOMPARE(hint.has_value(), expected.isValid());
    if (hint) {
        QCOMPARE(*hint, expected);
        QCOMPARE(hint->timeSpec(), Qt::UTC);
    }
}

void TestBearer::namesItsCustomer_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("same"); // one of the same customer; empty: it names none
    const QByteArray none;
    const QByteArray a = jwt(R"({"sub":"a"})");
    const QByteArray userOne = jwt(R"({"user_id":1})");
    QTest::newRow("sub") << jwt(R"({"exp":5,"sub":"a"})") << a;
    QTest::newRow("sub before user_id") << jwt(R"({"user_id":7,"sub":"a"})") << a;
    QTest::newRow("user_id where sub is empty") << jwt(R"({"user_id":1,"sub":""})") << userOne;
    QTest::newRow("user_id where sub is null") << jwt(R"({"user_id":1,"sub":null})") << userOne;
    QTest::newRow("user_id where sub is a list") << jwt(R"({"user_id":1,"sub":["x"]})") << userOne;
    QTest::newRow("a number as text") << jwt(R"({"user_id":"1"})") << userOne;
    QTest::newRow("a number written otherwise") << jwt(R"({"user_id":1.0})") << userOne;
    QTest::newRow("a large number")
        << jwt(R"({"user_id":9007199254740993})") << jwt(R"({"user_id":"9007199254740993"})");
    QTest::newRow("a UUID") << jwt(R"({"user_id":"5f0c3f3e-0000-4000-8000-000000000000"})")
                            << jwt(R"({"user_id":"5f0c3f3e-0000-4000-8000-000000000000","x":1})");
    QTest::newRow("another header and signature") << "abc." + a.split('.').at(1) + ".xyz" << a;

    QTest::newRow("neither") << jwt(R"({"exp":5})") << none;
    QTest::newRow("true") << jwt(R"({"sub":true})") << none;
    QTest::newRow("objects") << jwt(R"({"sub":{"a":1},"user_id":[2]})") << none;
    QTest::newRow("a list") << jwt(R"(["sub","a"])") << none;
    QTest::newRow("no JSON") << jwt("sub=a") << none;
    QTest::newRow("a key that is no JWT") << QByteArray("sk-0123456789") << none;
    QTest::newRow("two parts") << part("{}") + '.' + part(R"({"sub":"a"})") << none;
    QTest::newRow("four parts") << a + ".x" << none;
    QTest::newRow("dots alone") << QByteArray("..") << none;
}

void TestBearer::namesItsCustomer()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, same);
    const QString customer = bearer(bytes).customer();
    if (same.isEmpty()) {
        QCOMPARE(customer, QString());
        return;
    }
    QCOMPARE(customer, bearer(same).customer());
    static const QRegularExpression hex(u"^[0-9a-f]{32}$"_s);
    QVERIFY(hex.match(customer).hasMatch());
    for (const char *other : {R"({"sub":"b"})", R"({"user_id":"a"})", R"({"sub":"1"})",
                              R"({"user_id":9007199254740992})", R"({"user_id":2})"}) {
        QVERIFY2(customer != bearer(jwt(other)).customer(), other);
    }
}

void TestBearer::redacts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const QByteArray token = jwt(R"({"user":"an-admin"})");
    const QString whole = QString::fromLatin1(token);
    const QStringList parts = whole.split(u'.');

    QTest::newRow("alone") << token << whole << u"[JWT]"_s;
    QTest::newRow("in a sentence")
        << token << u"Token "_s + whole + u" is invalid"_s << u"Token [JWT] is invalid"_s;
    QTest::newRow("twice") << token << whole + u" and "_s + whole << u"[JWT] and [JWT]"_s;
    QTest::newRow("payload alone") << token << u"got "_s + parts.at(1) << u"got [JWT]"_s;
    QTest::newRow("signature alone") << token << parts.at(2) + u'?' << u"[JWT]?"_s;
    QTest::newRow("with another signature")
        << token << parts.at(0) + u'.' + parts.at(1) + u".xyz"_s << u"[JWT].[JWT].xyz"_s;
    QTest::newRow("a key that is no JWT")
        << QByteArray("sk-0123456789") << u"key sk-0123456789 refused"_s << u"key [JWT] refused"_s;
    QTest::newRow("not there") << token << u"Not found."_s << u"Not found."_s;
    QTest::newRow("empty text") << token << QString() << QString();
    QTest::newRow("too short to tell from a word")
        << QByteArray("of") << u"out of order"_s << u"out of order"_s;
    QTest::newRow("a short part is left")
        << QByteArray("short.abcdefghijkl.x") << u"short x abcdefghijkl"_s << u"short x [JWT]"_s;
}

void TestBearer::redacts()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(bearer(bytes).redacted(text), expected);
}

void TestBearer::leavesACopyWholeWhenTheOtherEnds()
{
    std::optional<Bearer> first = bearer(QByteArray("abc") + "def");
    const Bearer copy = *first;
    first.reset(); // overwrites its bytes only where they are its own
    QCOMPARE(copy.bytes(), QByteArray("abcdef"));

    QByteArray handedOut;
    {
        const Bearer shortLived = bearer(QByteArray("ghi") + "jkl");
        handedOut = shortLived.bytes();
    }
    QCOMPARE(handedOut, QByteArray("ghijkl"));
}

QTEST_APPLESS_MAIN(TestBearer)
#include "tst_bearer.moc"
