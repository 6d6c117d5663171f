// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens/tokenspanel.h"

#include "kit/icons.h"
#include "kit/shownlabel.h"
#include "tokens/tokentablemodel.h"
#include "wording/wording.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

using namespace std::chrono_literals;

constexpr auto MarksAge = 30s;
constexpr int RowPadding = 8;
constexpr int MarkWidth = 20;
constexpr int ShownFilterLength = 40;

//! Names often differ at both ends: they are cut in the middle. A number is cut at its end.
class TokenNameDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideMiddle;
    }
};

//! Dates stand below each other, marked or not: each has the room for a mark before it.
class ExpiryDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->features |= QStyleOptionViewItem::HasDecoration;
    }
};

//! A letter, a digit or the like.
bool isLetter(const QKeyEvent &key)
{
    const QString text = key.text();
    return !text.isEmpty() && text.front().isPrint() && !text.front().isSpace();
}

} // namespace

TokensPanel::TokensPanel(QWidget *parent)
    : QWidget(parent), m_model(new TokenTableModel(locale(), this))
{
    setObjectName("tokensPanel"_L1);
    auto *layout = new QVBoxLayout(this);
    auto *heading = new QLabel(tr("To&kens"), this);
    heading->setObjectName("tokensHeading"_L1);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    layout->addWidget(heading);
    buildFilter(layout);
    buildTable();
    heading->setBuddy(m_table);
    layout->addWidget(m_table, 1);
    m_note = new ShownLabel(u"tokensNote"_s, tr("About the tokens"), this);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    layout->addWidget(m_note);

    auto *clock = new QTimer(this);
    clock->setTimerType(Qt::VeryCoarseTimer);
    connect(clock, &QTimer::timeout, m_model,
            [this] { m_model->setNow(QDateTime::currentDateTimeUtc()); });
    clock->start(MarksAge);
    updateNote();
}

void TokensPanel::buildFilter(QBoxLayout *layout)
{
    m_filter = new QLineEdit(this);
    m_filter->setObjectName("tokenFilterEdit"_L1);
    m_filter->setAccessibleName(tr("Filter tokens"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setToolTip(tr("Show the tokens whose name has this in it (Ctrl+F); Enter reads "
                            "the one that is left"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_refresh = new QPushButton(icon(u"load"_s), QString(), this);
    m_refresh->setObjectName("refreshButton"_L1);
    m_refresh->setAccessibleName(tr("Refresh"));
    m_refresh->setToolTip(tr("Read the list from the service again (F5 in the list)"));
    m_refresh->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);

    auto *row = new QHBoxLayout;
    row->addWidget(m_filter, 1);
    row->addWidget(m_refresh);
    layout->addLayout(row);
    connect(m_filter, &QLineEdit::textChanged, m_model, &TokenTableModel::setFilter);
    connect(m_refresh, &QPushButton::clicked, this, &TokensPanel::requestRefresh);
}

void TokensPanel::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName("tokenTable"_L1);
    m_table->setAccessibleName(tr("Tokens"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(SortedTokens::NameColumn, new TokenNameDelegate(m_table));
    m_table->setItemDelegateForColumn(SortedTokens::ExpiryColumn, new ExpiryDelegate(m_table));
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setRowHeight();
    setColumnWidths();
    m_table->horizontalHeader()->setSortIndicator(SortedTokens::NameColumn, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_table->installEventFilter(this);

    connect(m_table, &QTableView::clicked, this,
            [this](const QModelIndex &index) { chooseRow(index.row()); });
    connect(m_model, &TokenTableModel::modelAboutToBeReset, this, [this] {
        const QModelIndex current = m_table->currentIndex();
        m_place = current.isValid() ? m_model->token(current.row()).name : QString();
    });
    connect(m_model, &TokenTableModel::modelReset, this, [this] {
        keepPlace();
        updateNote();
    });
}

void TokensPanel::setColumnWidths()
{
    QHeaderView *header = m_table->horizontalHeader();
    const QFontMetrics metrics = m_table->fontMetrics();
    const int margin = 4 * metrics.averageCharWidth();
    Token production;
    production.type = TokenType::Production;
    header->setHighlightSections(false);
    header->setMinimumSectionSize(10 * metrics.averageCharWidth());
    header->setSectionResizeMode(QHeaderView::Interactive);
    // Names have to be readable first; what doesn't fit beside them is scrolled to.
    header->resizeSection(SortedTokens::NameColumn, 25 * metrics.averageCharWidth());
    header->setStretchLastSection(true);
    header->resizeSection(SortedTokens::TypeColumn,
                          metrics.horizontalAdvance(wording::tokenType(production)) + margin);
    header->resizeSection(SortedTokens::BalanceColumn,
                          metrics.horizontalAdvance(u"99999.99"_s) + MarkWidth + margin);
    // The day has to be in sight; the last column takes what room there is, also for the time.
    header->resizeSection(SortedTokens::ExpiryColumn,
                          metrics.horizontalAdvance(u"2000-00-00"_s) + MarkWidth + margin);
}

void TokensPanel::setRowHeight()
{
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + RowPadding);
}

void TokensPanel::keepPlace()
{
    // Whoever has moved the cursor finds it where it was; otherwise it is on the form's token.
    const int place = m_place.isEmpty() ? -1 : m_model->rowOf(m_place);
    const int row = place >= 0 ? place : m_model->rowOf(m_loaded);
    if (row < 0) {
        m_table->scrollToTop();
        return;
    }
    makeCurrent(row);
}

void TokensPanel::makeCurrent(int row)
{
    const QModelIndex index = m_model->index(row, SortedTokens::NameColumn);
    m_table->selectionModel()->select(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
    followFocus();
}

//! A current cell tells assistive technology that it has the keyboard, whoever has it: there is
//! one only while the table has it.
void TokensPanel::followFocus()
{
    auto *selection = m_table->selectionModel();
    const auto rows = selection->selectedRows(SortedTokens::NameColumn);
    const bool hasPlace = m_table->hasFocus() && !rows.isEmpty();
    selection->setCurrentIndex(hasPlace ? rows.front() : QModelIndex(),
                               QItemSelectionModel::NoUpdate);
}

void TokensPanel::showTokens(const QList<Token> &tokens)
{
    showList(Source::List);
    m_model->setTokens(tokens);
    updateNote();
}

void TokensPanel::showNames(const QStringList &names)
{
    showList(Source::Journal);
    m_model->setNames(names);
    updateNote();
}

void TokensPanel::showList(Source source)
{
    m_source = source;
    m_loading = false;
    m_problem.clear();
    m_model->setNow(QDateTime::currentDateTimeUtc());
}

void TokensPanel::showLoading()
{
    m_loading = true;
    m_problem.clear();
    updateNote();
}

void TokensPanel::showProblem(const QString &sentence)
{
    m_loading = false;
    m_problem = sentence;
    updateNote();
}

void TokensPanel::clear()
{
    m_source = Source::Nothing;
    m_loading = false;
    m_problem.clear();
    select(QString());
    m_model->clear();
    m_filter->clear();
    updateNote();
}

void TokensPanel::select(const QString &name)
{
    m_loaded = name;
    m_model->setLoaded(name);
    if (const int row = m_model->rowOf(name); row >= 0) {
        makeCurrent(row);
    } else {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
    }
}

void TokensPanel::update(const Token &token)
{
    m_model->update(token);
    updateNote();
}

void TokensPanel::setUsable(bool usable)
{
    m_usable = usable;
    m_filter->setEnabled(usable);
    m_table->setEnabled(usable);
    updateRefresh();
}

void TokensPanel::setBusy(bool busy)
{
    m_busy = busy;
    updateRefresh();
}

void TokensPanel::updateRefresh()
{
    m_refresh->setEnabled(m_usable && !m_busy);
}

void TokensPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool TokensPanel::hasKeyboard() const
{
    return isAncestorOf(QApplication::focusWidget());
}

QByteArray TokensPanel::saveState() const
{
    return m_table->horizontalHeader()->saveState();
}

bool TokensPanel::restoreState(const QByteArray &state)
{
    QHeaderView *header = m_table->horizontalHeader();
    if (!header->restoreState(state)) {
        return false;
    }
    header->setStretchLastSection(true);
    m_table->sortByColumn(header->sortIndicatorSection(), header->sortIndicatorOrder());
    return true;
}

void TokensPanel::requestRefresh()
{
    if (!m_loading && m_refresh->isEnabled()) {
        Q_EMIT refreshRequested();
    }
}

void TokensPanel::chooseRow(int row)
{
    if (m_busy) {
        return;
    }
    makeCurrent(row); // Ctrl and a click would unselect it
    Q_EMIT tokenChosen(m_model->token(row).name);
}

//! The token of that name; or the only one that is left; or the one that is marked.
void TokensPanel::chooseFiltered()
{
    if (m_model->isSorting()) {
        return; // another list than the one that is shown is meant
    }
    const auto rows = m_table->selectionModel()->selectedRows(SortedTokens::NameColumn);
    int row = m_model->rowOf(m_filter->text());
    if (row < 0 && m_model->rowCount() == 1) {
        row = 0;
    }
    if (row < 0 && !rows.isEmpty()) {
        row = rows.front().row();
    }
    if (row >= 0) {
        chooseRow(row);
    }
}

//! A word that is begun in the list looks for a token, and moves nothing by itself.
void TokensPanel::typeIntoFilter(const QKeyEvent &key)
{
    focusFilter();
    QKeyEvent copy(QEvent::KeyPress, key.key(), key.modifiers(), key.text());
    QCoreApplication::sendEvent(m_filter, &copy);
}

void TokensPanel::goToTable()
{
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0) {
        makeCurrent(0);
    }
    m_table->setFocus(Qt::ShortcutFocusReason);
}

bool TokensPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table
        && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        // Once the focus has arrived, or left.
        QMetaObject::invokeMethod(this, &TokensPanel::followFocus, Qt::QueuedConnection);
    }
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto &key = static_cast<const QKeyEvent &>(*event);
    const bool isText = (key.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == 0;
    if (event->type() == QEvent::KeyPress && watched == m_table && isText && isLetter(key)) {
        typeIntoFilter(key);
        return true;
    }
    if ((key.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        return false;
    }
    if (event->type() == QEvent::KeyPress) {
        return watched == m_filter ? handleFilterKey(key) : handleTableKey(key);
    }
    // F5 loads a token everywhere else in the window. What is claimed here comes as a key.
    if (key.key() != Qt::Key_F5) {
        return false;
    }
    event->accept();
    return true;
}

bool TokensPanel::handleFilterKey(const QKeyEvent &key)
{
    switch (key.key()) {
    case Qt::Key_F5:
        if (!key.isAutoRepeat()) {
            requestRefresh();
        }
        return true;
    case Qt::Key_Down:
        goToTable();
        return true;
    case Qt::Key_Escape:
        m_filter->clear();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!key.isAutoRepeat()) {
            chooseFiltered();
        }
        return true;
    default:
        return false;
    }
}

bool TokensPanel::handleTableKey(const QKeyEvent &key)
{
    const bool first = !key.isAutoRepeat();
    switch (key.key()) {
    case Qt::Key_F5:
        if (first) {
            requestRefresh();
        }
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_table->currentIndex().isValid() && first) {
            chooseRow(m_table->currentIndex().row());
        }
        return true;
    case Qt::Key_Space:
        return true; // it may well belong to a word
    case Qt::Key_Tab:
        if (m_loaded.isEmpty() || m_busy) {
            return false;
        }
        Q_EMIT editRequested();
        return true;
    default:
        return false;
    }
}

void TokensPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange && m_table) {
        setRowHeight();
    }
    QWidget::changeEvent(event);
}

void TokensPanel::updateNote()
{
    QStringList parts;
    if (m_loading || m_model->isSorting()) {
        parts = {tr("Loading the tokens\u2026")};
    } else {
        parts = {m_problem, sourceText(), countText()};
        parts.removeAll(QString());
    }
    m_note->setTone(m_problem.isEmpty() ? Tone::Neutral : Tone::Error);
    m_note->setShownText(parts.join(u' '));
    m_note->setVisible(!parts.isEmpty());
}

QString TokensPanel::sourceText() const
{
    if (m_source != Source::Journal) {
        return {};
    }
    return m_model->total() == 0
        ? tr("This service offers no list, and the journal has no names yet.")
        : tr("This service offers no list; these names are from the journal.");
}

QString TokensPanel::countText() const
{
    const QString &filter = m_model->filter();
    const int total = m_model->total();
    if (total == 0) {
        return m_source == Source::List ? tr("This account has no tokens.") : QString();
    }
    if (filter.isEmpty()) {
        return tr("%n token(s)", nullptr, total);
    }
    if (m_model->rowCount() == 0) {
        const QString shown =
            filter.size() > ShownFilterLength ? filter.left(ShownFilterLength) + u'\u2026' : filter;
        return tr("No token's name has \u201c%1\u201d in it.").arg(shown);
    }
    return tr("%1 of %n token(s)", nullptr, total).arg(m_model->rowCount());
}

} // namespace purser
