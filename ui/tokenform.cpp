// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenform.h"

#include "balancespinbox.h"
#include "expirydatetimeedit.h"
#include "icons.h"
#include "nullabledatetimeedit.h"
#include "shownlabel.h"
#include "wording/wording.h"

#include <QCheckBox>
#include <QCompleter>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStringListModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

enum Column { LabelColumn, EditorColumn, CurrentColumn };

} // namespace

TokenForm::TokenForm(QWidget *parent)
    : QWidget(parent), m_names(new QStringListModel(this)), m_balance(new BalanceSpinBox(this)),
      m_expiry(new NullableDateTimeEdit(QTimeZone::systemTimeZone(),
                                        &QDateTime::currentDateTimeUtc, this)),
      m_activeBalance(new QCheckBox(this))
{
    m_balance->setObjectName("balanceSpinBox"_L1);
    m_balance->setAccessibleName(tr("Balance"));
    m_balance->setToolTip(tr("More than -100000 and less than 100000, with at most nine decimals. "
                             "Up and Down change it by 1, the Page keys by 10, with Ctrl by 0.1."));
    m_activeBalance->setObjectName("activeBalanceCheckBox"_L1);
    m_activeBalance->setAccessibleName(tr("Active balance"));
    m_activeBalance->setText(tr("Stop the token when its balance reaches 0"));

    auto *grid = new QGridLayout(this);
    grid->setColumnStretch(EditorColumn, 3);
    grid->setColumnStretch(CurrentColumn, 2);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(4);
    grid->setContentsMargins(0, 0, 0, 0);
    buildNameRow(grid);
    buildHeading(grid);
    buildColumnTitles(grid, 5);
    buildRow(grid, 6, BalanceField, tr("&Balance"), m_balance, u"currentBalance"_s,
             tr("Current balance"));
    buildRow(grid, 9, ExpiryField, tr("E&xpires"), m_expiry, u"currentExpiry"_s,
             tr("Current expiry"));
    buildRow(grid, 12, ActiveBalanceField, tr("&Active balance"), m_activeBalance,
             u"currentActiveBalance"_s, tr("Current active balance"));
    buildButtons(grid, 16);

    const std::initializer_list<QWidget *> order{
        m_name, m_load, m_balance, m_expiry->dateTimeEdit(), m_expiry->neverCheckBox(),
        m_activeBalance, m_revert, m_cancel, m_submit};
    for (const auto *widget = order.begin(); widget + 1 != order.end(); ++widget) {
        setTabOrder(*widget, *(widget + 1));
    }

    connect(m_balance, &BalanceSpinBox::edited, this, [this] { onFieldEdited(BalanceField); });
    connect(m_expiry, &NullableDateTimeEdit::edited, this, [this] { onFieldEdited(ExpiryField); });
    connect(m_activeBalance, &QCheckBox::stateChanged, this,
            [this] { onFieldEdited(ActiveBalanceField); });
    clearToken();
}

void TokenForm::buildNameRow(QGridLayout *grid)
{
    m_name = new QLineEdit(this);
    m_name->setObjectName("tokenNameEdit"_L1);
    m_name->setAccessibleName(tr("Token name"));
    m_name->setPlaceholderText(tr("A token's name, exactly as the service has it"));
    auto *completer = new QCompleter(m_names, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_name->setCompleter(completer);
    m_load = new QPushButton(icon(u"load"_s), tr("&Load"), this);
    m_load->setObjectName("loadButton"_L1);
    m_load->setAccessibleName(tr("Load"));
    m_load->setShortcut(QKeySequence(Qt::Key_F5));
    m_load->setToolTip(tr("Read the token from the service (F5)"));
    m_nameProblem = new ShownLabel(u"tokenNameProblem"_s, tr("Token name problem"), this);
    m_nameProblem->setTone(Tone::Error);
    m_nameProblem->hide();

    auto *label = new QLabel(tr("&Token name"), this);
    label->setBuddy(m_name);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_name, 1);
    row->addWidget(m_load);
    grid->addWidget(label, 0, LabelColumn);
    grid->addLayout(row, 0, EditorColumn, 1, 2);
    grid->addWidget(m_nameProblem, 1, EditorColumn, 1, 2);

    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_nameProblem->hide();
        refresh();
    });
    connect(m_name, &QLineEdit::returnPressed, this, &TokenForm::requestLoad);
    connect(m_load, &QPushButton::clicked, this, &TokenForm::requestLoad);
}

void TokenForm::buildHeading(QGridLayout *grid)
{
    m_heading = new ElidedLabel(u"tokenHeading"_s, tr("Loaded token"), this);
    QFont font = m_heading->font();
    font.setPointSizeF(font.pointSizeF() * 1.35);
    font.setBold(true);
    m_heading->setFont(font);
    m_subheading = new ShownLabel(u"tokenSubheading"_s, tr("About the form"), this);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setForegroundRole(QPalette::Mid);
    grid->setRowMinimumHeight(2, 22);
    grid->addWidget(line, 2, LabelColumn, 1, 3);
    grid->addWidget(m_heading, 3, LabelColumn, 1, 3);
    grid->addWidget(m_subheading, 4, LabelColumn, 1, 3);
}

void TokenForm::buildColumnTitles(QGridLayout *grid, int line)
{
    const auto title = [this](const QString &text) {
        auto *label = new QLabel(text, this);
        label->setForegroundRole(QPalette::PlaceholderText);
        return label;
    };
    grid->setRowMinimumHeight(line, 34);
    grid->addWidget(title(tr("New value")), line, EditorColumn, Qt::AlignBottom);
    grid->addWidget(title(tr("Current value")), line, CurrentColumn, Qt::AlignBottom);
}

void TokenForm::buildRow(QGridLayout *grid, int line, Field field, const QString &label,
                         QWidget *editor, const QString &currentObject,
                         const QString &currentName)
{
    Row &row = m_rows.at(field);
    row.label = new QLabel(label, this);
    row.label->setBuddy(editor);
    row.current = new ShownLabel(currentObject, currentName, this);
    row.mark = new ShownLabel(currentObject + "Mark"_L1, QString(), this);
    row.mark->setTone(Tone::Changed);
    QFont font = row.mark->font();
    font.setBold(true);
    row.mark->setFont(font);
    row.problem = new ShownLabel(currentObject + "Problem"_L1, tr("%1: problem").arg(currentName), this);
    row.problem->setTone(Tone::Error);
    row.problem->hide();

    // Texts stand on the editor's first line.
    const int drop = qMax(0, (m_balance->sizeHint().height() - row.label->sizeHint().height()) / 2);
    row.label->setContentsMargins(0, drop, 0, 0);
    row.current->setContentsMargins(0, drop, 0, 0);
    auto *side = new QVBoxLayout;
    side->setSpacing(0);
    side->addWidget(row.current);
    side->addWidget(row.mark);
    side->addStretch();
    // Room for the mark, so that nothing moves while somebody types.
    grid->setRowMinimumHeight(line, 2 * row.label->fontMetrics().height() + drop + 4);
    grid->addWidget(row.label, line, LabelColumn, Qt::AlignTop);
    grid->addWidget(editor, line, EditorColumn, Qt::AlignTop);
    grid->addLayout(side, line, CurrentColumn);
    grid->addWidget(row.problem, line + 1, EditorColumn, 1, 2);
    grid->setRowMinimumHeight(line + 2, 6);
}

void TokenForm::buildButtons(QGridLayout *grid, int line)
{
    m_revert = new QPushButton(icon(u"revert"_s), tr("&Revert"), this);
    m_revert->setObjectName("revertButton"_L1);
    m_revert->setAccessibleName(tr("Revert"));
    m_revert->setToolTip(tr("Put every field back to its current value"));
    m_cancel = new QPushButton(icon(u"cancel"_s), tr("&Cancel"), this);
    m_cancel->setObjectName("cancelButton"_L1);
    m_cancel->setAccessibleName(tr("Cancel"));
    m_submit = new QPushButton(icon(u"submit"_s), tr("&Submit"), this);
    m_submit->setObjectName("submitButton"_L1);
    m_submit->setAccessibleName(tr("Submit"));
    m_submit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_submit->setToolTip(tr("Send the changed fields to the service, once (Ctrl+Return)"));

    m_submit->setDefault(true); // drawn as the main one
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_revert);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_submit);
    grid->setRowMinimumHeight(line - 1, 10);
    grid->addLayout(buttons, line, LabelColumn, 1, 3);
    connect(m_revert, &QPushButton::clicked, this, &TokenForm::revertRequested);
    connect(m_cancel, &QPushButton::clicked, this, &TokenForm::cancelRequested);
    connect(m_submit, &QPushButton::clicked, this, &TokenForm::submitRequested);
}

void TokenForm::requestLoad()
{
    if (!m_signedIn || m_busy) {
        return;
    }
    if (const auto problem = tokenNameProblem(m_name->text())) {
        m_nameProblem->setShownText(wording::problem(*problem));
        m_nameProblem->show();
        m_name->setFocus();
        return;
    }
    Q_EMIT loadRequested(m_name->text());
}

void TokenForm::showBalance(const Token &token)
{
    m_balance->showBalance(token.balance.value_or(MaybeBalance()));
}

void TokenForm::showActiveBalance(const Token &token)
{
    m_activeBalance->setTristate(!token.activeBalance);
    m_activeBalance->setCheckState(!token.activeBalance      ? Qt::PartiallyChecked
                                       : *token.activeBalance ? Qt::Checked
                                                              : Qt::Unchecked);
}

void TokenForm::showToken(const Token &token)
{
    {
        const QScopedValueRollback showing(m_showing, true);
        m_token = token;
        m_name->setText(token.name);
        showBalance(token);
        m_expiry->showExpiry(token.expiry);
        showActiveBalance(token);
        for (Row &row : m_rows) {
            row.serviceWords.clear();
        }
    }
    refresh();
}

void TokenForm::rebase(const Token &token)
{
    const bool balanceEdited = balanceDiffers();
    const bool expiryEdited = expiryDiffers();
    const bool activeBalanceEdited = activeBalanceDiffers();
    {
        const QScopedValueRollback showing(m_showing, true);
        m_token = token;
        if (!balanceEdited) {
            showBalance(token);
        }
        if (!expiryEdited) {
            m_expiry->showExpiry(token.expiry);
        }
        if (!activeBalanceEdited) {
            showActiveBalance(token);
        }
    }
    refresh();
}

void TokenForm::clearToken()
{
    {
        const QScopedValueRollback showing(m_showing, true);
        m_token.reset();
        m_balance->showBalance({});
        m_expiry->showExpiry(std::nullopt);
        showActiveBalance(Token{});
        for (Row &row : m_rows) {
            row.serviceWords.clear();
        }
    }
    refresh();
}

QString TokenForm::typedName() const
{
    return m_name->text();
}

void TokenForm::setTypedName(const QString &name)
{
    m_name->setText(name);
}

void TokenForm::setKnownNames(const QStringList &names)
{
    m_names->setStringList(names);
}

bool TokenForm::balanceDiffers() const
{
    if (!m_token) {
        return false;
    }
    const MaybeBalance known = m_token->balance.value_or(MaybeBalance());
    const auto typed = m_balance->balance();
    if (typed) {
        return known != *typed;
    }
    return typed.error() != BalanceProblem::Empty || known.has_value();
}

bool TokenForm::expiryDiffers() const
{
    return m_token && (m_expiry->problem() || m_expiry->expiry() != m_token->expiry);
}

bool TokenForm::activeBalanceDiffers() const
{
    if (!m_token || m_activeBalance->checkState() == Qt::PartiallyChecked) {
        return false;
    }
    return m_token->activeBalance != m_activeBalance->isChecked();
}

std::optional<BalanceProblem> TokenForm::balanceProblem() const
{
    const auto typed = m_balance->balance();
    if (!m_token || typed) {
        return std::nullopt;
    }
    const bool hasBalance = m_token->balance.value_or(MaybeBalance()).has_value();
    if (typed.error() == BalanceProblem::Empty && !hasBalance) {
        return std::nullopt; // nothing was there and nothing is set
    }
    return typed.error();
}

TokenPatch TokenForm::patch() const
{
    TokenPatch patch;
    if (balanceDiffers() && m_balance->balance()) {
        patch.balance = *m_balance->balance();
    }
    if (expiryDiffers()) {
        patch.expiry = m_expiry->expiry();
    }
    if (activeBalanceDiffers()) {
        patch.activeBalance = m_activeBalance->isChecked();
    }
    return patch;
}

bool TokenForm::isEdited() const
{
    return balanceDiffers() || expiryDiffers() || activeBalanceDiffers();
}

bool TokenForm::isValid() const
{
    return m_token && !balanceProblem() && !m_expiry->problem();
}

FormEdit TokenForm::edit() const
{
    return {m_balance->text(), m_expiry->expiry(), m_activeBalance->checkState()};
}

void TokenForm::applyEdit(const FormEdit &edit)
{
    m_balance->showText(edit.balanceText);
    m_expiry->showExpiry(edit.expiry);
    m_activeBalance->setCheckState(edit.activeBalance);
    refresh();
}

void TokenForm::revert()
{
    if (m_token) {
        const QString typed = m_name->text();
        showToken(*m_token);
        m_name->setText(typed);
    }
}

void TokenForm::showFieldErrors(const Failure &failure)
{
    static const std::array<QString, FieldCount> names{u"balance"_s, u"expire_time"_s,
                                                       u"active_balance"_s};
    for (size_t field = 0; field < FieldCount; ++field) {
        m_rows.at(field).serviceWords = wording::fieldMessage(failure, names.at(field));
    }
    refresh();
}

void TokenForm::setState(bool signedIn, bool busy, bool blocked)
{
    m_signedIn = signedIn;
    m_busy = busy;
    m_blocked = blocked;
    refresh();
}

void TokenForm::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void TokenForm::focusFirstField()
{
    m_balance->setFocus();
    m_balance->selectAll();
}

void TokenForm::onFieldEdited(Field field)
{
    if (m_showing) {
        return;
    }
    m_rows.at(field).serviceWords.clear();
    if (field == ActiveBalanceField) {
        m_activeBalance->setTristate(false);
    }
    refresh();
    Q_EMIT edited();
}

void TokenForm::showProblem(Field field, const QString &ownProblem)
{
    Row &row = m_rows.at(field);
    QString text = ownProblem;
    if (text.isEmpty() && !row.serviceWords.isEmpty()) {
        text = tr("The service says: \u201c%1\u201d").arg(row.serviceWords);
    }
    row.problem->setShownText(text);
    row.problem->setVisible(!text.isEmpty());
}

void TokenForm::refresh()
{
    if (m_showing) {
        return;
    }
    const bool loaded = m_token.has_value();
    const bool sameName = loaded && m_name->text() == m_token->name;
    const bool editable = m_signedIn && !m_busy && loaded;

    const auto balanceTrouble = balanceProblem();
    const auto expiryTrouble = m_expiry->problem();
    const QString balanceWords =
        balanceTrouble ? wording::problem(*balanceTrouble, m_balance->text(), locale()) : QString();
    showProblem(BalanceField, balanceWords);
    showProblem(ExpiryField, loaded && expiryTrouble ? wording::problem(*expiryTrouble) : QString());
    showProblem(ActiveBalanceField, QString());
    m_balance->setAccessibleDescription(m_rows.at(BalanceField).problem->text());
    m_balance->setMarkedInvalid(balanceTrouble.has_value());
    m_expiry->setMarkedInvalid(loaded && expiryTrouble.has_value());

    const std::array<bool, FieldCount> differs{balanceDiffers(), expiryDiffers(),
                                               activeBalanceDiffers()};
    for (size_t field = 0; field < FieldCount; ++field) {
        m_rows.at(field).mark->setShownText(differs.at(field) ? tr("\u25cf Changed") : QString());
    }
    updateCurrentValues();
    updateHeading();

    m_balance->setEnabled(editable);
    m_expiry->setEnabled(editable);
    m_activeBalance->setEnabled(editable);
    m_name->setEnabled(m_signedIn && !m_busy);
    m_load->setEnabled(m_signedIn && !m_busy);
    m_revert->setEnabled(editable && isEdited());
    m_cancel->setEnabled(m_busy);
    m_submit->setEnabled(editable && sameName && !m_blocked && isEdited() && isValid());
}

void TokenForm::updateHeading()
{
    if (!m_token) {
        m_heading->setShownText(tr("No token loaded"));
        m_subheading->setShownText(m_signedIn
                                       ? tr("Type a token's name above and press Enter: its values "
                                            "are read before anything can be edited.")
                                       : tr("Sign in to an account to begin."));
        return;
    }
    m_heading->setShownText(m_token->name);
    if (m_name->text() != m_token->name) {
        m_subheading->setShownText(tr("The name above is another one. Load it, or type this "
                                      "token's name again to go on editing it."));
        return;
    }
    m_subheading->setShownText(m_blocked
                                   ? tr("A change of this token is still undecided.")
                                   : wording::tokenType(*m_token));
}

void TokenForm::updateCurrentValues()
{
    QString balance;
    QString expiry;
    QString active;
    if (m_token) {
        balance = wording::balance(m_token->balance, locale());
        expiry = wording::expiry(m_token->expiry, QTimeZone::systemTimeZone());
        active = wording::activeBalance(m_token->activeBalance);
    }
    m_rows.at(BalanceField).current->setShownText(balance);
    m_rows.at(ExpiryField).current->setShownText(expiry);
    m_rows.at(ActiveBalanceField).current->setShownText(active);
}

} // namespace purser
