// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historywindow.h"
#include "historyjournal.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextEdit>

namespace purser::test {

inline constexpr int TokenColumn = 2;

//! The window on a journal of its own, with what a person does to it.
struct HistoryBench {
    HistoryJournal &file;
    HistoryWindow window{file.path(), file.settingsPath()};
    QSignalSpy undone{&window, &HistoryWindow::undoRequested};
    QString suggestedName;

    explicit HistoryBench(HistoryJournal &journal) : file(journal)
    {
        new QAbstractItemModelTester(
            table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal, &window);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY(!note().isEmpty());
    }

    QTableView *table() const { return window.findChild<QTableView *>(u"historyTable"_s); }
    QComboBox *combo(const QString &name) const { return window.findChild<QComboBox *>(name); }
    QLineEdit *edit(const QString &name) const { return window.findChild<QLineEdit *>(name); }
    QPushButton *button(const QString &name) const { return window.findChild<QPushButton *>(name); }
    QString text(const QString &name) const
    {
        const auto *label = window.findChild<QLabel *>(name);
        return label ? label->text() : window.findChild<QTextEdit *>(name)->toPlainText();
    }
    QString note() const { return text(u"historyNote"_s); }
    QString exportNote() const { return text(u"historyExportNote"_s); }
    void click(const QString &name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    //! By keys, as a person does.
    void choose(const QString &name, int index) const
    {
        combo(name)->setFocus();
        QTest::keyClick(combo(name), Qt::Key_Home);
        for (int step = 0; step < index; ++step) {
            QTest::keyClick(combo(name), Qt::Key_Down);
        }
        QCOMPARE(combo(name)->currentIndex(), index);
    }
    void clickRow(int row, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        const QRect cell = table()->visualRect(table()->model()->index(row, TokenColumn));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, modifiers, cell.center());
    }
    //! Selects it and waits until all of it is shown.
    void openRow(int row, qint64 id) const
    {
        clickRow(row);
        QTRY_VERIFY2(text(u"historyWrittenBy"_s).endsWith(u"change %1"_s.arg(id)),
                     qPrintable(text(u"historyWrittenBy"_s)));
    }
    int rows() const { return table()->model()->rowCount(); }
    QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    QStringList tokens() const
    {
        QStringList tokens;
        for (int row = 0; row < rows(); ++row) {
            tokens.append(cell(row, TokenColumn));
        }
        tokens.sort();
        return tokens;
    }
    //! Exports to this path, as if it had been chosen in the dialog.
    void exportTo(const QString &path)
    {
        window.setChooseFile([this, path](QWidget *, const QString &name,
                                          const std::function<void(const QString &)> &chosen) {
            suggestedName = name;
            chosen(path);
        });
        click(u"exportButton"_s);
    }
    void waitForExport() const
    {
        QTRY_VERIFY(!button(u"historyExportCancelButton"_s)->isVisible());
        QVERIFY(button(u"exportButton"_s)->isEnabled());
    }
};

//! A change that was made some days ago.
inline ChangeRecord daysAgo(const QString &token, int days)
{
    ChangeRecord record = HistoryJournal::record(token);
    record.createdAt = QDateTime::currentDateTimeUtc().addDays(-days);
    return record;
}

inline void addMixture(HistoryJournal &file)
{
    ChangeRecord other = daysAgo(u"summaries"_s, 3);
    other.key.account = u"Research"_s;
    other.reason = u"Campaign over"_s;
    file.add(other, Outcome::Rejected);
    file.add(daysAgo(u"chatbot"_s, 20), Outcome::Applied);
    file.add(daysAgo(u"Chatbot-2"_s, 0), Outcome::Unknown);
    file.add(daysAgo(u"old"_s, 400), Outcome::Applied);
}

} // namespace purser::test
