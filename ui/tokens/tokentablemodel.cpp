// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens/tokentablemodel.h"

#include "kit/icons.h"
#include "wording/wording.h"

#include <QFont>
#include <QGuiApplication>
#include <QPromise>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr int MarkIconSize = 16;

//! Frees a list where that keeps nobody waiting.
void dropInBackground(std::shared_ptr<SortedTokens> tokens)
{
    QThreadPool::globalInstance()->start([tokens = std::move(tokens)] {});
}

} // namespace

TokenTableModel::TokenTableModel(const QLocale &locale, QObject *parent)
    : QAbstractTableModel(parent), m_locale(locale), m_zone(QTimeZone::systemTimeZone()),
      m_now(QDateTime::currentDateTimeUtc()),
      m_tokens(std::make_shared<SortedTokens>(QList<Token>(), locale))
{
    connect(&m_watcher, &QFutureWatcher<Tokens>::finished, this, &TokenTableModel::takeSorted);
}

TokenTableModel::~TokenTableModel() = default;

void TokenTableModel::setTokens(const QList<Token> &tokens)
{
    // Not QtConcurrent, which would be one more library, and not QFuture::then() with a context:
    // Qt 6.4 takes for granted, in the pool's thread, that the context is still there.
    auto promise = std::make_shared<QPromise<Tokens>>();
    m_updates.clear();
    m_arriving = true;
    m_watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, tokens, locale = m_locale] {
        promise->start();
        promise->addResult(std::make_shared<SortedTokens>(tokens, locale));
        promise->finish();
    });
}

void TokenTableModel::setNames(const QStringList &names)
{
    QList<Token> tokens;
    tokens.reserve(names.size());
    for (const QString &name : names) {
        tokens.append(Token());
        tokens.last().name = name;
    }
    setTokens(tokens);
}

void TokenTableModel::clear()
{
    m_watcher.setFuture(QFuture<Tokens>());
    replaceTokens(std::make_shared<SortedTokens>(QList<Token>(), m_locale));
}

void TokenTableModel::takeSorted()
{
    if (m_watcher.future().resultCount() == 0) {
        return; // the list was given up
    }
    const Tokens sorted = m_watcher.result();
    m_watcher.setFuture(QFuture<Tokens>()); // keeps a list alive otherwise
    for (const Token &token : std::exchange(m_updates, {})) {
        const int index = sorted->indexOf(token.name);
        index < 0 ? void(sorted->append(token)) : sorted->replace(index, token);
    }
    replaceTokens(sorted);
}

void TokenTableModel::replaceTokens(Tokens tokens)
{
    beginResetModel();
    m_arriving = false;
    m_updates.clear();
    dropInBackground(std::exchange(m_tokens, std::move(tokens)));
    m_rows = m_tokens->matching(m_filter, m_column, m_order);
    endResetModel();
}

void TokenTableModel::update(const Token &token)
{
    if (m_arriving) {
        m_updates.append(token);
    }
    const int index = m_tokens->indexOf(token.name);
    if (index < 0) {
        addRow(m_tokens->append(token));
        return;
    }
    m_tokens->replace(index, token);
    if (const int row = static_cast<int>(m_rows.indexOf(index)); row >= 0) {
        Q_EMIT dataChanged(this->index(row, 0), this->index(row, columnCount() - 1));
    }
}

void TokenTableModel::addRow(int index)
{
    if (!m_tokens->matches(index, m_filter.toCaseFolded())) {
        return;
    }
    const auto place =
        std::lower_bound(m_rows.cbegin(), m_rows.cend(), index, [this](int a, int b) {
            return m_tokens->precedes(a, b, m_column, m_order);
        });
    const int row = static_cast<int>(place - m_rows.cbegin());
    beginInsertRows({}, row, row);
    m_rows.insert(row, index);
    endInsertRows();
}

void TokenTableModel::setFilter(const QString &part)
{
    if (part == m_filter) {
        return;
    }
    beginResetModel();
    m_filter = part;
    m_rows = m_tokens->matching(m_filter, m_column, m_order);
    endResetModel();
}

void TokenTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount()) {
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    m_column = static_cast<Column>(column);
    m_order = order;
    const QList<int> before =
        std::exchange(m_rows, m_tokens->matching(m_filter, m_column, m_order));
    // There are a handful: of the current row and of the selection.
    for (const QModelIndex &old : persistentIndexList()) {
        const auto row = m_rows.indexOf(before.at(old.row()));
        changePersistentIndex(old, index(static_cast<int>(row), old.column()));
    }
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void TokenTableModel::setNow(const QDateTime &now)
{
    m_now = now;
    m_zone = QTimeZone::systemTimeZone();
    markChanged(Column::BalanceColumn, Column::ExpiryColumn);
}

void TokenTableModel::setLoaded(const QString &name)
{
    if (std::exchange(m_loaded, name) != name) {
        markChanged(Column::NameColumn, Column::NameColumn);
    }
}

void TokenTableModel::markChanged(int firstColumn, int lastColumn)
{
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, firstColumn), index(rowCount() - 1, lastColumn));
    }
}

int TokenTableModel::rowOf(const QString &name) const
{
    return static_cast<int>(m_rows.indexOf(m_tokens->indexOf(name)));
}

int TokenTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TokenTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : SortedTokens::ColumnCount;
}

QVariant TokenTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const auto side = section == Column::BalanceColumn ? Qt::AlignRight : Qt::AlignLeft;
        return QVariant::fromValue(Qt::Alignment(side | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Column::NameColumn:
        return tr("Name");
    case Column::TypeColumn:
        return tr("Type");
    case Column::BalanceColumn:
        return tr("Balance");
    case Column::ExpiryColumn:
        break;
    }
    return tr("Expiry");
}

QVariant TokenTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Token &token = this->token(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(token, column);
    case Qt::ToolTipRole:
        return toolTip(token, column);
    case Qt::AccessibleDescriptionRole:
        return description(token, column);
    case Qt::TextAlignmentRole: {
        const auto side = column == Column::BalanceColumn ? Qt::AlignRight : Qt::AlignLeft;
        return QVariant::fromValue(Qt::Alignment(side | Qt::AlignVCenter));
    }
    case Qt::DecorationRole:
        if (const auto marked = mark(token, column)) {
            return markIcon(marked->tone);
        }
        break;
    case Qt::ForegroundRole:
        if (const auto marked = mark(token, column)) {
            return QBrush(toneColor(marked->tone, QGuiApplication::palette()));
        }
        break;
    case Qt::FontRole:
        if (column == Column::NameColumn && !m_loaded.isEmpty() && token.name == m_loaded) {
            QFont font;
            font.setBold(true);
            return font;
        }
        break;
    default:
        break;
    }
    return {};
}

QString TokenTableModel::text(const Token &token, int column) const
{
    switch (static_cast<Column>(column)) {
    case Column::NameColumn:
        return token.name;
    case Column::TypeColumn:
        return wording::tokenType(token);
    case Column::BalanceColumn:
        return wording::balance(token.balance, m_locale);
    case Column::ExpiryColumn:
        break;
    }
    return token.expiry && !token.expiry->isNever() ? token.expiry->toDisplay(m_zone)
                                                    : wording::expiry(token.expiry, m_zone);
}

std::optional<TokenMark> TokenTableModel::mark(const Token &token, int column) const
{
    switch (static_cast<Column>(column)) {
    case Column::BalanceColumn:
        return balanceMark(token, m_now);
    case Column::ExpiryColumn:
        return expiryMark(token, m_now);
    default:
        return std::nullopt;
    }
}

QString TokenTableModel::description(const Token &token, int column) const
{
    if (column == Column::NameColumn && !m_loaded.isEmpty() && token.name == m_loaded) {
        return tr("This token is in the form.");
    }
    const auto marked = mark(token, column);
    return marked ? marked->words : QString();
}

QString TokenTableModel::toolTip(const Token &token, int column) const
{
    // The whole text, for it may be cut, and what is the matter with it.
    QStringList lines{column == Column::ExpiryColumn ? wording::expiry(token.expiry, m_zone)
                                                     : text(token, column)};
    lines.append(description(token, column));
    lines.removeAll(QString());
    QString html; // Tooltips guess at rich text; this way there is nothing to guess.
    for (const QString &line : lines) {
        html += u"<p>%1</p>"_s.arg(line.toHtmlEscaped());
    }
    return html;
}

QIcon TokenTableModel::markIcon(Tone tone) const
{
    const QPalette palette = QGuiApplication::palette();
    if (std::exchange(m_iconsPalette, palette.cacheKey()) != palette.cacheKey()) {
        m_icons.clear();
    }
    QIcon &icon = m_icons[tone];
    if (icon.isNull()) {
        const QString name = tone == Tone::Error ? u"error"_s : u"warning"_s;
        const qreal ratio = qGuiApp->devicePixelRatio();
        icon.addPixmap(iconPixmap(name, toneColor(tone, palette), MarkIconSize, ratio));
        icon.addPixmap(
            iconPixmap(name, palette.color(QPalette::HighlightedText), MarkIconSize, ratio),
            QIcon::Selected);
    }
    return icon;
}

QModelIndexList TokenTableModel::match(const QModelIndex &start, int role, const QVariant &value,
                                       int hits, Qt::MatchFlags flags) const
{
    const bool byStart = (flags & Qt::MatchTypeMask).toInt() == Qt::MatchStartsWith;
    if (role != Qt::DisplayRole || !start.isValid() || !byStart) {
        return QAbstractTableModel::match(start, role, value, hits, flags);
    }
    const QString wanted = value.toString().toCaseFolded();
    const int rows = flags.testFlag(Qt::MatchWrap) ? rowCount() : rowCount() - start.row();
    QModelIndexList found;
    for (int step = 0; step < rows && (hits < 0 || found.size() < hits); ++step) {
        const int row = (start.row() + step) % rowCount();
        if (m_tokens->startsWith(m_rows.at(row), wanted)) {
            found.append(index(row, start.column()));
        }
    }
    return found;
}

} // namespace purser
