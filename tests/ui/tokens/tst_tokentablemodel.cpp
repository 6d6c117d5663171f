// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens/tokentablemodel.h"

#include "tokensamples.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace purser;

using Column = TokenTableModel::Column;

namespace {

//! The time of every test.
QDateTime now()
{
    return QDateTime(QDate(2027, 3, 14), QTime(12, 0), Qt::UTC);
}

//! Until nothing is being sorted any more and who waits for it has heard.
void settle()
{
    QTRY_VERIFY(QThreadPool::globalInstance()->waitForDone(0));
    QCoreApplication::processEvents();
}

//! A model whose every signal and answer is checked.
struct Bench {
    TokenTableModel model{QLocale(QLocale::English)};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    explicit Bench(const QList<Token> &tokens = sampleTokens())
    {
        model.setNow(now());
        show(tokens);
    }
    void show(const QList<Token> &tokens)
    {
        model.setTokens(tokens);
        QTRY_VERIFY(!model.isSorting());
    }
    QStringList names() const
    {
        QStringList shown;
        for (int row = 0; row < model.rowCount(); ++row) {
            shown.append(text(row, Column::NameColumn));
        }
        return shown;
    }
    QVariant at(int row, int column, int role) const
    {
        return model.data(model.index(row, column), role);
    }
    QString text(int row, int column) const { return at(row, column, Qt::DisplayRole).toString(); }
};

} // namespace

class TestTokenTableModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Paris"); }

    void cellsSayWhatTheTokenHas()
    {
        const Bench bench({tokenWith(u"alpha"_s, u"87.45"_s, u"2027-07-15T10:00:00.5Z"_s)});
        QCOMPARE(bench.text(0, Column::NameColumn), u"alpha"_s);
        QCOMPARE(bench.text(0, Column::TypeColumn), u"Production"_s);
        QCOMPARE(bench.text(0, Column::BalanceColumn), u"87.45"_s);
        QCOMPARE(bench.text(0, Column::ExpiryColumn), u"2027-07-15 12:00:00"_s);
        QVERIFY(bench.at(0, Column::BalanceColumn, Qt::TextAlignmentRole).value<Qt::Alignment>()
                & Qt::AlignRight);
    }

    void cellsSayWhatTheTokenLacks()
    {
        const Bench bench(
            {tokenWith(u"a"_s, QString(), QString()), tokenWith(u"b"_s, u"none"_s, u"never"_s)});
        QCOMPARE(bench.text(0, Column::BalanceColumn), u"Not stated"_s);
        QCOMPARE(bench.text(0, Column::ExpiryColumn), u"Not stated"_s);
        QCOMPARE(bench.text(1, Column::BalanceColumn), u"None"_s);
        QCOMPARE(bench.text(1, Column::ExpiryColumn), u"Never"_s);
    }

    void columnsHaveTitles()
    {
        const Bench bench;
        QStringList titles;
        for (int column = 0; column < bench.model.columnCount(); ++column) {
            titles.append(bench.model.headerData(column, Qt::Horizontal).toString());
        }
        QCOMPARE(titles, QStringList({u"Name"_s, u"Type"_s, u"Balance"_s, u"Expiry"_s}));
    }

    void columnsSort_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::addColumn<QString>("names");
        const auto up = Qt::AscendingOrder;
        const auto down = Qt::DescendingOrder;
        QTest::newRow("names, by the language and by number")
            << int(Column::NameColumn) << up << u"alpha \u00e9tude Fabrik job-9 job-10"_s;
        QTest::newRow("names, backwards")
            << int(Column::NameColumn) << down << u"job-10 job-9 Fabrik \u00e9tude alpha"_s;
        QTest::newRow("types, names among them")
            << int(Column::TypeColumn) << up << u"Fabrik job-9 job-10 alpha \u00e9tude"_s;
        QTest::newRow("types, backwards, names forwards")
            << int(Column::TypeColumn) << down << u"alpha \u00e9tude Fabrik job-9 job-10"_s;
        QTest::newRow("balances, by number, what has none last")
            << int(Column::BalanceColumn) << up << u"alpha job-10 job-9 \u00e9tude Fabrik"_s;
        QTest::newRow("balances, backwards, what has none last")
            << int(Column::BalanceColumn) << down << u"job-9 job-10 alpha \u00e9tude Fabrik"_s;
        QTest::newRow("expiries, never last")
            << int(Column::ExpiryColumn) << up << u"job-9 job-10 alpha \u00e9tude Fabrik"_s;
        QTest::newRow("expiries, backwards, never last")
            << int(Column::ExpiryColumn) << down << u"alpha job-10 job-9 \u00e9tude Fabrik"_s;
    }
    void columnsSort()
    {
        QFETCH(int, column);
        QFETCH(Qt::SortOrder, order);
        QFETCH(QString, names);
        Bench bench;
        bench.model.sort(column, order);
        QCOMPARE(bench.names().join(u' '), names);
        bench.show(sampleTokens()); // a later list comes in the order that was chosen
        QCOMPARE(bench.names().join(u' '), names);
    }

    void sortingByNoColumnChangesNothing()
    {
        Bench bench;
        const QStringList before = bench.names();
        bench.model.sort(-1);
        bench.model.sort(4);
        QCOMPARE(bench.names(), before);
    }

    void sortingTakesAlongWhatPointsAtARow()
    {
        Bench bench;
        const QPersistentModelIndex alpha(bench.model.index(0, Column::TypeColumn));
        bench.model.sort(Column::NameColumn, Qt::DescendingOrder);
        QCOMPARE(alpha.row(), 4);
        QCOMPARE(alpha.column(), int(Column::TypeColumn));
    }

    void filterKeepsNamesWithThePart_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("names");
        QTest::newRow("nothing") << QString() << u"alpha \u00e9tude Fabrik job-9 job-10"_s;
        QTest::newRow("start") << u"job"_s << u"job-9 job-10"_s;
        QTest::newRow("middle") << u"b-1"_s << u"job-10"_s;
        QTest::newRow("other case") << u"fABR"_s << u"Fabrik"_s;
        QTest::newRow("other case of an accent") << u"\u00c9T"_s << u"\u00e9tude"_s;
        QTest::newRow("signs are no pattern") << u".*"_s << QString();
        QTest::newRow("space counts") << u"job "_s << QString();
        QTest::newRow("nowhere") << u"xyz"_s << QString();
    }
    void filterKeepsNamesWithThePart()
    {
        QFETCH(QString, part);
        QFETCH(QString, names);
        Bench bench;
        bench.model.setFilter(part);
        QCOMPARE(bench.names().join(u' '), names);
        QCOMPARE(bench.model.total(), 5);
        bench.show(sampleTokens()); // a later list is filtered, too
        QCOMPARE(bench.names().join(u' '), names);
        bench.model.setFilter(QString());
        QCOMPARE(bench.model.rowCount(), 5);
    }

    void rowsAreFoundByName()
    {
        Bench bench;
        QCOMPARE(bench.model.rowOf(u"Fabrik"_s), 2);
        QCOMPARE(bench.model.token(2).name, u"Fabrik"_s);
        QCOMPARE(bench.model.rowOf(u"fabrik"_s), -1);
        bench.model.setFilter(u"job"_s);
        QCOMPARE(bench.model.rowOf(u"Fabrik"_s), -1);
        QCOMPARE(bench.model.rowOf(u"job-10"_s), 1);
    }

    void typingAheadFindsNames()
    {
        const Bench bench;
        const auto found =
            bench.model.match(bench.model.index(4, Column::ExpiryColumn), Qt::DisplayRole, u"FAB"_s,
                              1, Qt::MatchStartsWith | Qt::MatchWrap);
        QCOMPARE(found, QModelIndexList{bench.model.index(2, Column::ExpiryColumn)});
    }

    void whatNeedsAttentionIsMarked_data()
    {
        QTest::addColumn<QString>("balance");
        QTest::addColumn<QString>("expiry");
        QTest::addColumn<bool>("enforced");
        QTest::addColumn<QString>("balanceWords");
        QTest::addColumn<QString>("expiryWords");
        const QString usedUp =
            u"Used up: the balance is 0 or less and enforced, so the token is stopped."_s;
        const QString never = u"never"_s;
        QTest::newRow("balance left")
            << u"0.000000001"_s << never << true << QString() << QString();
        QTest::newRow("zero") << u"0"_s << never << true << usedUp << QString();
        QTest::newRow("below") << u"-3"_s << never << true << usedUp << QString();
        QTest::newRow("not enforced") << u"-3"_s << never << false << QString() << QString();
        QTest::newRow("none") << u"none"_s << never << true << QString() << QString();
        QTest::newRow("not stated") << QString() << QString() << true << QString() << QString();
        QTest::newRow("expires later")
            << u"1"_s << u"2027-03-21T12:00:01Z"_s << true << QString() << QString();
        QTest::newRow("in 7 days") << u"1"_s << u"2027-03-21T12:00:00Z"_s << true << QString()
                                   << u"Expires in 7 day(s)."_s;
        QTest::newRow("in 3 days") << u"1"_s << u"2027-03-17T13:00:00Z"_s << true << QString()
                                   << u"Expires in 3 day(s)."_s;
        QTest::newRow("at once") << u"1"_s << u"2027-03-14T12:00:00.5Z"_s << true << QString()
                                 << u"Expires in less than a minute."_s;
        QTest::newRow("just now") << u"1"_s << u"2027-03-14T12:00:00Z"_s << true << QString()
                                  << u"Expired less than a minute ago."_s;
        QTest::newRow("2 days ago, and used up")
            << u"0"_s << u"2027-03-12T12:00:00Z"_s << true << usedUp << u"Expired 2 day(s) ago."_s;
    }
    void whatNeedsAttentionIsMarked()
    {
        QFETCH(QString, balance);
        QFETCH(QString, expiry);
        QFETCH(bool, enforced);
        QFETCH(QString, balanceWords);
        QFETCH(QString, expiryWords);
        Token token = tokenWith(u"alpha"_s, balance, expiry);
        token.activeBalance = enforced;
        const Bench bench({token});
        for (const auto &[column, words] : {std::pair{Column::BalanceColumn, balanceWords},
                                            std::pair{Column::ExpiryColumn, expiryWords}}) {
            QCOMPARE(bench.at(0, column, Qt::AccessibleDescriptionRole).toString(), words);
            const QString toolTip = bench.at(0, column, Qt::ToolTipRole).toString();
            QVERIFY(toolTip.endsWith(u"<p>%1</p>"_s.arg(words)) || words.isEmpty());
            QCOMPARE(bench.at(0, column, Qt::DecorationRole).value<QIcon>().isNull(),
                     words.isEmpty());
            QCOMPARE(bench.at(0, column, Qt::ForegroundRole).isValid(), !words.isEmpty());
        }
    }

    void marksFollowTheTime()
    {
        Bench bench({tokenWith(u"alpha"_s, u"1"_s, u"2027-03-17T13:00:00Z"_s)});
        const QSignalSpy changed(&bench.model, &QAbstractItemModel::dataChanged);
        bench.model.setNow(now().addDays(6));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(bench.at(0, Column::ExpiryColumn, Qt::AccessibleDescriptionRole).toString(),
                 u"Expired 2 day(s) ago."_s);
        QCOMPARE(bench.at(0, Column::ExpiryColumn, Qt::ForegroundRole).value<QBrush>().color(),
                 toneColor(Tone::Error, QGuiApplication::palette()));
    }

    void toolTipsAreNoRichText()
    {
        const Bench bench({tokenWith(u"<img src=x>"_s, u"1"_s, u"never"_s)});
        QCOMPARE(bench.at(0, Column::NameColumn, Qt::ToolTipRole).toString(),
                 u"<p>&lt;img src=x&gt;</p>"_s);
    }

    void theFormsTokenIsBold()
    {
        Bench bench;
        const auto bold = [&bench](int row) {
            return bench.at(row, Column::NameColumn, Qt::FontRole).value<QFont>().bold();
        };
        bench.model.setLoaded(u"Fabrik"_s);
        QVERIFY(bold(2));
        QVERIFY(!bold(1));
        QCOMPARE(bench.at(2, Column::NameColumn, Qt::AccessibleDescriptionRole).toString(),
                 u"This token is in the form."_s);
        bench.model.setLoaded(QString());
        QVERIFY(!bold(2));
    }

    void newerValuesTakeTheirPlaceWithTheNextSorting()
    {
        Bench bench;
        bench.model.sort(Column::BalanceColumn);
        const QSignalSpy changed(&bench.model, &QAbstractItemModel::dataChanged);
        bench.model.update(tokenWith(u"alpha"_s, u"500"_s, u"never"_s));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(bench.text(0, Column::BalanceColumn), u"500.00"_s);
        QCOMPARE(bench.names().join(u' '), u"alpha job-10 job-9 \u00e9tude Fabrik"_s);
        bench.model.sort(Column::BalanceColumn);
        QCOMPARE(bench.names().join(u' '), u"job-10 job-9 alpha \u00e9tude Fabrik"_s);
        bench.model.sort(Column::ExpiryColumn);
        QCOMPARE(bench.names().join(u' '), u"job-9 job-10 alpha \u00e9tude Fabrik"_s);
    }

    void aTokenThatIsNotInTheListIsAdded()
    {
        Bench bench;
        bench.model.update(tokenWith(u"gamma"_s, u"5"_s, u"never"_s));
        QCOMPARE(bench.names().join(u' '), u"alpha \u00e9tude Fabrik gamma job-9 job-10"_s);
        bench.model.sort(Column::BalanceColumn, Qt::DescendingOrder);
        QCOMPARE(bench.names().join(u' '), u"job-9 job-10 gamma alpha \u00e9tude Fabrik"_s);
        QCOMPARE(bench.model.rowOf(u"gamma"_s), 2);
    }

    void anAddedTokenIsFilteredLikeTheOthers()
    {
        Bench bench;
        bench.model.setFilter(u"job"_s);
        bench.model.update(tokenWith(u"gamma"_s, u"5"_s, u"never"_s));
        QCOMPARE(bench.names().join(u' '), u"job-9 job-10"_s);
        bench.model.update(tokenWith(u"JOB-1"_s, u"5"_s, u"never"_s));
        QCOMPARE(bench.names().join(u' '), u"JOB-1 job-9 job-10"_s);
        QCOMPARE(bench.model.total(), 7);
    }

    void newerValuesSurviveTheListThatIsBeingSorted()
    {
        Bench bench;
        bench.model.setTokens(sampleTokens());
        bench.model.update(tokenWith(u"alpha"_s, u"500"_s, u"never"_s));
        bench.model.update(tokenWith(u"gamma"_s, u"5"_s, u"never"_s));
        QTRY_VERIFY(!bench.model.isSorting());
        QCOMPARE(bench.text(0, Column::BalanceColumn), u"500.00"_s);
        QCOMPARE(bench.model.rowOf(u"gamma"_s), 3);
        bench.show(sampleTokens()); // a list that was read later
        QCOMPARE(bench.text(0, Column::BalanceColumn), u"-2.00"_s);
        QCOMPARE(bench.model.rowOf(u"gamma"_s), -1);
    }

    void namesAloneFillInAsTokensAreRead()
    {
        Bench bench(QList<Token>{});
        bench.model.setNames({u"beta"_s, u"alpha"_s});
        QTRY_COMPARE(bench.names().join(u' '), u"alpha beta"_s);
        QCOMPARE(bench.text(0, Column::TypeColumn), QString());
        QCOMPARE(bench.text(0, Column::BalanceColumn), u"Not stated"_s);
        QCOMPARE(bench.text(0, Column::ExpiryColumn), u"Not stated"_s);
        bench.model.update(tokenWith(u"beta"_s, u"5"_s, u"never"_s));
        QCOMPARE(bench.text(1, Column::TypeColumn), u"Production"_s);
        QCOMPARE(bench.text(1, Column::BalanceColumn), u"5.00"_s);
        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            bench.model.sort(Column::TypeColumn, order); // what has no type is last
            QCOMPARE(bench.names().join(u' '), u"beta alpha"_s);
        }
    }

    void tokensOfOneNameAreAllShown()
    {
        Bench bench(
            {tokenWith(u"twin"_s, u"1"_s, u"never"_s), tokenWith(u"twin"_s, u"2"_s, u"never"_s)});
        QCOMPARE(bench.model.rowCount(), 2);
        QCOMPARE(bench.model.rowOf(u"twin"_s), 0);
        bench.model.update(tokenWith(u"twin"_s, u"3"_s, u"never"_s));
        QCOMPARE(bench.text(0, Column::BalanceColumn), u"3.00"_s);
        QCOMPARE(bench.text(1, Column::BalanceColumn), u"2.00"_s);
        bench.model.sort(Column::NameColumn, Qt::DescendingOrder);
        QCOMPARE(bench.model.rowCount(), 2);
    }

    void anEmptyListIsAList()
    {
        Bench bench(QList<Token>{});
        QCOMPARE(bench.model.rowCount(), 0);
        QCOMPARE(bench.model.rowOf(u"alpha"_s), -1);
        bench.model.setFilter(u"a"_s);
        bench.model.sort(Column::BalanceColumn);
        bench.model.setNow(now());
        bench.model.update(tokenWith(u"alpha"_s, u"1"_s, u"never"_s));
        QCOMPARE(bench.names().join(u' '), u"alpha"_s);
    }

    void clearingGivesUpTheListOnItsWay()
    {
        Bench bench;
        bench.model.setTokens(manyTokens(5'000));
        bench.model.clear();
        QCOMPARE(bench.model.rowCount(), 0);
        QVERIFY(!bench.model.isSorting());
        settle();
        QCOMPARE(bench.model.rowCount(), 0);
        bench.show(sampleTokens());
        QCOMPARE(bench.model.total(), 5);
    }

    void theNewestOfTwoListsIsShown()
    {
        Bench bench;
        const QSignalSpy reset(&bench.model, &QAbstractItemModel::modelReset);
        bench.model.setTokens(manyTokens(5'000));
        bench.model.setTokens(manyTokens(10));
        QTRY_COMPARE(bench.model.total(), 10);
        settle();
        QCOMPARE(reset.size(), 1);
        QCOMPARE(bench.model.total(), 10);
    }

    void aModelMayGoWhileItsListIsSorted()
    {
        auto model = std::make_unique<TokenTableModel>(QLocale::c());
        model->setTokens(manyTokens(5'000));
        model.reset();
        settle();
    }

    void manyTokensAreAListLikeAnyOther()
    {
        constexpr int Count = 100'000;
        Bench bench(QList<Token>{});
        bench.model.setTokens(manyTokens(Count));
        QTRY_COMPARE_WITH_TIMEOUT(bench.model.rowCount(), Count, 60'000);
        QCOMPARE(bench.text(0, Column::NameColumn), u"token-0"_s);
        QCOMPARE(bench.text(Count - 1, Column::NameColumn), u"token-99999"_s);
        bench.model.setFilter(u"N-9999"_s);
        QCOMPARE(bench.model.rowCount(), 11);
        bench.model.update(tokenWith(u"token-9999"_s, u"99999"_s, u"never"_s));
        bench.model.sort(Column::BalanceColumn, Qt::DescendingOrder);
        QCOMPARE(bench.text(0, Column::NameColumn), u"token-9999"_s);
        bench.model.setFilter(QString());
        QCOMPARE(bench.model.rowCount(), Count);
        QCOMPARE(bench.model.rowOf(u"token-9999"_s), 0);
    }
};

QTEST_MAIN(TestTokenTableModel)
#include "tst_tokentablemodel.moc"
