// SPDX-License-Identifier: GPL-3.0-or-later
// Filtering and sorting 100,000 tokens: Purser's model beside Qt's QSortFilterProxyModel over the
// same names, each with a table view that shows it. Prints the longest step of each, and the
// ratio. Usage: purser-bench [TOKENS]
#include "tokens/tokentablemodel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

QList<Token> madeUpTokens(int count)
{
    static const QStringList teams{u"sales"_s, u"legal"_s, u"finance"_s, u"research"_s,
                                   u"helpdesk"_s};
    QList<Token> tokens;
    tokens.reserve(count);
    for (int i = 0; i < count; ++i) {
        Token token;
        token.name = u"%1-%2"_s.arg(teams.at(i % teams.size()), QString::number(i * 7919 % count));
        token.type = TokenType::Production;
        token.typeText = u"api_token"_s;
        token.balance = MaybeBalance(*Balance::fromNanos(qint64(i) * 1'000'003));
        tokens.append(token);
    }
    return tokens;
}

//! The longest of the steps, in milliseconds, each with the painting that follows it.
template <typename Step>
double longest(const QStringList &inputs, Step step)
{
    double most = 0;
    for (const QString &input : inputs) {
        QElapsedTimer timer;
        timer.start();
        step(input);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        most = std::max(most, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return most;
}

void show(QTableView &view, QAbstractItemModel *model)
{
    view.setModel(model);
    view.resize(500, 700);
    view.show();
    QTest::qWait(200);
}

void print(const char *what, double ours, double peer)
{
    std::printf("%-10s Purser %8.1f ms   QSortFilterProxyModel %8.1f ms   ratio %.3f\n", what, ours,
                peer, ours / peer);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    const QList<Token> tokens = madeUpTokens(count);
    const QStringList keys{u"r"_s,  u"re"_s,  u"res"_s, u"research-9"_s, u"res"_s,
                           u"re"_s, u"zzz"_s, u"9"_s,   QString()};

    TokenTableModel model(QLocale::c());
    model.setTokens(tokens);
    if (!QTest::qWaitFor([&] { return model.rowCount() == count; }, 60'000)) {
        return 1;
    }
    QTableView ourView;
    show(ourView, &model);

    QStandardItemModel source(count, 2);
    for (int i = 0; i < count; ++i) {
        source.setItem(i, 0, new QStandardItem(tokens.at(i).name));
        auto *balance = new QStandardItem;
        balance->setData((*tokens.at(i).balance)->toDouble(), Qt::DisplayRole);
        source.setItem(i, 1, balance);
    }
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&source);
    proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    proxy.setSortCaseSensitivity(Qt::CaseInsensitive);
    proxy.sort(0);
    QTableView peerView;
    show(peerView, &proxy);

    print("filter", longest(keys, [&](const QString &key) { model.setFilter(key); }),
          longest(keys, [&](const QString &key) { proxy.setFilterFixedString(key); }));
    const QStringList columns{u"0"_s, u"2"_s, u"0"_s, u"2"_s};
    int turn = 0;
    const auto order = [&turn] {
        return ++turn % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
    };
    print("sort",
          longest(columns, [&](const QString &column) { model.sort(column.toInt(), order()); }),
          longest(columns,
                  [&](const QString &column) { proxy.sort(column == "2"_L1 ? 1 : 0, order()); }));
    return 0;
}
