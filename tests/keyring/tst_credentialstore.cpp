// SPDX-License-Identifier: GPL-3.0-or-later
// The keychain on Windows: its credential store, as it is.
#include "credentials/systemkeychain.h"

#include <QSignalSpy>
#include <QTest>

#include <qt_windows.h>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

using Result = Keychain::ReadResult;

//! Wine's credential store keeps no attributes, in which QtKeychain puts the rest of a long one.
bool isWine()
{
    const HMODULE ntdll = GetModuleHandleW(L"ntdll.dll");
    return ntdll && GetProcAddress(ntdll, "wine_get_version");
}

const QString Key = u"purser/Test account \u00e9@service.example"_s;

//! No real secret: as long as is asked, in the alphabet of one.
Bearer bearerOf(qsizetype length)
{
    return *Bearer::fromBytes(QByteArray(length, 'x'));
}

} // namespace

class TestCredentialStore : public QObject {
    Q_OBJECT

private:
    SystemKeychain m_keychain;

    std::optional<KeychainProblem> store(const Bearer &bearer)
    {
        std::optional<std::optional<KeychainProblem>> answer;
        m_keychain.store(Key, bearer, this, [&](const auto &problem) { answer = problem; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer, 15'000); }();
        return answer.value_or(KeychainProblem::TimedOut);
    }
    Result read()
    {
        std::optional<Result> answer;
        m_keychain.read(Key, this, [&](const Result &result) { answer = result; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer, 15'000); }();
        return answer.value_or(Unexpected{KeychainProblem::TimedOut});
    }
    std::optional<KeychainProblem> forget()
    {
        std::optional<std::optional<KeychainProblem>> answer;
        m_keychain.forget(Key, this, [&](const auto &problem) { answer = problem; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer, 15'000); }();
        return answer.value_or(KeychainProblem::TimedOut);
    }

private Q_SLOTS:
    void cleanup() { forget(); }

    void nothingIsThereAtFirst()
    {
        const Result entry = read();
        QVERIFY(entry);
        QVERIFY(!entry->has_value());
    }

    void whatIsStoredIsReadAgain_data()
    {
        QTest::addColumn<int>("length");
        QTest::newRow("a short one") << 40;
        QTest::newRow("one credential's blob, full") << 2560;
        QTest::newRow("more than one blob holds") << 2561;
        QTest::newRow("the longest") << Bearer::MaximumLength;
    }
    void whatIsStoredIsReadAgain()
    {
        QFETCH(int, length);
        const auto problem = store(bearerOf(length));
        if (problem && length > 512 && isWine()) {
            QCOMPARE(static_cast<int>(*problem), static_cast<int>(KeychainProblem::NotKept));
            return; // refused, not cut
        }
        QCOMPARE(problem, std::nullopt);
        const Result entry = read();
        QVERIFY(entry && entry->has_value());
        QVERIFY(**entry == bearerOf(length));
    }

    void aShorterOneReplacesALongerOneWhole()
    {
        store(bearerOf(8000));
        QCOMPARE(store(bearerOf(40)), std::nullopt);
        const Result entry = read();
        QVERIFY(entry && entry->has_value());
        QVERIFY(**entry == bearerOf(40));
    }

    void whatIsForgottenIsGone()
    {
        QCOMPARE(store(bearerOf(40)), std::nullopt);
        QCOMPARE(forget(), std::nullopt);
        const Result entry = read();
        QVERIFY(entry && !entry->has_value());
        QCOMPARE(forget(), std::nullopt); // nothing there: that is what was asked
    }
};

QTEST_GUILESS_MAIN(TestCredentialStore)
#include "tst_credentialstore.moc"
