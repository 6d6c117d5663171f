// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historyfilterbar.h"

#include "kit/icons.h"
#include "kit/namedcombobox.h"
#include "wording/wording.h"

#include <QDateEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace purser {

namespace {

constexpr auto TypingPause = 150ms;

QLineEdit *addEdit(const QString &objectName, const QString &accessibleName, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(objectName);
    edit->setAccessibleName(accessibleName);
    edit->setClearButtonEnabled(true);
    edit->setMaxLength(500); // SQLite takes no endless pattern
    edit->setMinimumWidth(edit->fontMetrics().averageCharWidth() * 14);
    return edit;
}

QComboBox *addCombo(const QString &objectName, const QString &accessibleName, QWidget *parent)
{
    auto *combo = new NamedComboBox(parent);
    combo->setObjectName(objectName);
    combo->setAccessibleName(accessibleName);
    // A long name of an account must not make the window wider.
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(12);
    return combo;
}

QDateEdit *addDate(const QString &objectName, const QString &accessibleName, QWidget *parent)
{
    auto *date = new QDateEdit(QDate::currentDate(), parent);
    date->setObjectName(objectName);
    date->setAccessibleName(accessibleName);
    date->setCalendarPopup(true);
    date->setDisplayFormat(u"yyyy-MM-dd"_s);
    return date;
}

//! The date's first instant; some days of some zones don't begin at midnight.
QDateTime beginOf(QDate date)
{
    return date.startOfDay().toUTC();
}

} // namespace

HistoryFilterBar::HistoryFilterBar(QWidget *parent) : QWidget(parent)
{
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(TypingPause);
    connect(&m_debounce, &QTimer::timeout, this, &HistoryFilterBar::apply);
    buildFields();
    buildDates();
    layOut();
    apply();
}

void HistoryFilterBar::buildFields()
{
    m_token = addEdit(u"historyTokenEdit"_s, tr("Filter by token"), this);
    m_text = addEdit(u"historyTextEdit"_s, tr("Filter by text"), this);
    m_text->setToolTip(tr("In the token's name, the reason, the error or the request id"));
    m_account = addCombo(u"historyAccountCombo"_s, tr("Filter by account"), this);
    m_account->addItem(tr("All accounts"), QString());
    m_outcome = addCombo(u"historyOutcomeCombo"_s, tr("Filter by outcome"), this);
    m_outcome->addItem(tr("Any outcome"));
    for (const Outcome outcome : AllOutcomes) {
        m_outcome->addItem(wording::outcome(outcome), static_cast<int>(outcome));
    }
    m_outcome->setMaxVisibleItems(m_outcome->count());
    m_time = addCombo(u"historyTimeCombo"_s, tr("Filter by time"), this);
    m_time->addItem(tr("Any time"), static_cast<int>(Period::Any));
    m_time->addItem(tr("Today"), static_cast<int>(Period::Today));
    m_time->addItem(tr("Last 7 days"), static_cast<int>(Period::Last7Days));
    m_time->addItem(tr("Last 30 days"), static_cast<int>(Period::Last30Days));
    m_time->addItem(tr("Between\u2026"), static_cast<int>(Period::Between));
    m_clear = new QPushButton(icon(u"cancel"_s), tr("Clear &filters"), this);
    m_clear->setObjectName("historyClearButton"_L1);
    m_clear->setAccessibleName(tr("Clear filters"));
    m_clear->setAutoDefault(false);

    for (QLineEdit *edit : {m_token, m_text}) {
        connect(edit, &QLineEdit::textChanged, this, &HistoryFilterBar::onTyped);
        connect(edit, &QLineEdit::returnPressed, this, &HistoryFilterBar::apply);
    }
    for (QComboBox *combo : {m_account, m_outcome, m_time}) {
        connect(combo, &QComboBox::currentIndexChanged, this, &HistoryFilterBar::apply);
    }
    connect(m_clear, &QPushButton::clicked, this, &HistoryFilterBar::clear);
}

void HistoryFilterBar::buildDates()
{
    m_dates = new QWidget(this);
    m_from = addDate(u"historyFromEdit"_s, tr("First day"), m_dates);
    m_to = addDate(u"historyToEdit"_s, tr("Last day"), m_dates);
    auto *fromLabel = new QLabel(tr("Fr&om"), m_dates);
    fromLabel->setBuddy(m_from);
    auto *toLabel = new QLabel(tr("un&til"), m_dates);
    toLabel->setBuddy(m_to);
    auto *row = new QHBoxLayout(m_dates);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch();
    for (QWidget *part : std::initializer_list<QWidget *>{fromLabel, m_from, toLabel, m_to}) {
        row->addWidget(part);
    }
    for (QDateEdit *date : {m_from, m_to}) {
        connect(date, &QDateEdit::dateChanged, this, &HistoryFilterBar::onTyped);
    }
}

void HistoryFilterBar::addField(QGridLayout *grid, int column, const QString &label, QWidget *field)
{
    auto *title = new QLabel(label, this);
    title->setBuddy(field);
    grid->addWidget(title, 0, column);
    grid->addWidget(field, 1, column);
    grid->setColumnStretch(column, 1);
}

void HistoryFilterBar::layOut()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    addField(grid, 0, tr("&Token"), m_token);
    addField(grid, 1, tr("&Account"), m_account);
    addField(grid, 2, tr("Out&come"), m_outcome);
    addField(grid, 3, tr("T&ime"), m_time);
    addField(grid, 4, tr("Te&xt"), m_text);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(4, 2);
    grid->addWidget(m_clear, 1, 5);
    grid->addWidget(m_dates, 2, 0, 1, 6);
    QWidget *before = m_token;
    for (QWidget *next : std::initializer_list<QWidget *>{m_account, m_outcome, m_time, m_from,
                                                          m_to, m_text, m_clear}) {
        setTabOrder(before, next);
        before = next;
    }
}

HistoryFilterBar::Period HistoryFilterBar::period() const
{
    return static_cast<Period>(m_time->currentData().toInt());
}

JournalFilter HistoryFilterBar::filter() const
{
    JournalFilter filter;
    filter.token = m_token->text().trimmed();
    filter.account = m_account->currentData().toString();
    filter.text = m_text->text().trimmed();
    if (m_outcome->currentIndex() > 0) {
        filter.outcome = static_cast<Outcome>(m_outcome->currentData().toInt());
    }
    const QDate today = QDate::currentDate();
    switch (period()) {
    case Period::Any:
        break;
    case Period::Today:
        filter.from = beginOf(today);
        break;
    case Period::Last7Days:
        filter.from = beginOf(today.addDays(-6));
        break;
    case Period::Last30Days:
        filter.from = beginOf(today.addDays(-29));
        break;
    case Period::Between: // in either order: a day is never refused
        filter.from = beginOf(qMin(m_from->date(), m_to->date()));
        filter.to = beginOf(qMax(m_from->date(), m_to->date()).addDays(1));
        break;
    }
    return filter;
}

bool HistoryFilterBar::isFiltering() const
{
    return filter() != JournalFilter();
}

void HistoryFilterBar::setAccounts(const QStringList &accounts)
{
    const QSignalBlocker blocker(m_account);
    const QString chosen = m_account->currentData().toString();
    m_account->clear();
    m_account->addItem(tr("All accounts"), QString());
    for (const QString &account : accounts) {
        m_account->addItem(account, account);
    }
    if (!chosen.isEmpty() && !accounts.contains(chosen)) {
        m_account->addItem(chosen, chosen);
    }
    m_account->setCurrentIndex(m_account->findData(chosen));
}

void HistoryFilterBar::showToken(const QString &token)
{
    clear();
    m_token->setText(token);
    apply();
}

void HistoryFilterBar::clear()
{
    {
        const QSignalBlocker account(m_account);
        const QSignalBlocker outcome(m_outcome);
        const QSignalBlocker time(m_time);
        m_account->setCurrentIndex(0);
        m_outcome->setCurrentIndex(0);
        m_time->setCurrentIndex(0);
    }
    m_token->clear();
    m_text->clear();
    apply();
}

void HistoryFilterBar::onTyped()
{
    m_debounce.start();
}

void HistoryFilterBar::apply()
{
    m_debounce.stop();
    m_dates->setVisible(period() == Period::Between);
    m_clear->setEnabled(isFiltering());
    Q_EMIT filterChanged();
}

} // namespace purser
