// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/windowstate.h"

#include <QHeaderView>
#include <QMainWindow>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

//! A window with one of each.
struct Bench {
    QMainWindow window;
    QSplitter *splitter = new QSplitter(Qt::Horizontal, &window);
    QHeaderView *header = new QHeaderView(Qt::Horizontal, splitter);
    QToolBar *bar = window.addToolBar(u"bar"_s);
    QByteArray own;
    WindowState state;

    explicit Bench(const QTemporaryDir &folder)
        : state(folder.filePath(u"purser.ini"_s), u"window"_s)
    {
        bar->setObjectName(u"bar"_s);
        splitter->addWidget(new QWidget(splitter));
        splitter->addWidget(new QWidget(splitter));
        splitter->setGeometry(0, 0, 400, 100);
        state.addSizeOf(&window, QSize(500, 300));
        state.addToolBarsOf(&window);
        state.add(u"panes"_s, splitter, {100, 300});
        state.add(u"header"_s, header);
        state.add(
            u"own"_s, [this] { return own; }, [this](const QByteArray &bytes) { own = bytes; });
        state.restore();
    }
};

} // namespace

class TestWindowState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstTimeItIsTheStandard()
    {
        const QTemporaryDir folder;
        const Bench bench(folder);
        QCOMPARE(bench.window.size(), QSize(500, 300));
        QVERIFY(bench.own.isEmpty());
    }

    void whatWasKeptIsRestored()
    {
        const QTemporaryDir folder;
        QByteArray panes;
        {
            Bench bench(folder);
            bench.window.resize(640, 480);
            bench.splitter->setSizes({300, 100});
            bench.own = "mine";
            panes = bench.splitter->saveState();
            bench.state.keep();
        }
        const Bench again(folder);
        QCOMPARE(again.window.size(), QSize(640, 480));
        QCOMPARE(again.splitter->saveState(), panes);
        QCOMPARE(again.own, QByteArray("mine"));
    }

    void whatIsDamagedIsTheStandard()
    {
        const QTemporaryDir folder;
        Settings(folder.filePath(u"purser.ini"_s))
            .setStates({{u"window/geometry"_s, "nonsense"}, {u"window/panes"_s, "nonsense"}});
        const Bench bench(folder);
        QCOMPARE(bench.window.size(), QSize(500, 300));
    }
};

QTEST_MAIN(TestWindowState)
#include "tst_windowstate.moc"
