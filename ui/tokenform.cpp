// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenform.h"

#include "balancespinbox.h"
#include "expirydatetimeedit.h"
#include "shownlabel.h"
#include "wording/wording.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace purser {

TokenForm::TokenForm(QWidget *parent)
    : QWidget(parent), m_names(new QStringListModel(this)), m_balance(new BalanceSpinBox(this)),
      m_expiry(new NullableDateTimeEdit(QTimeZone::systemTimeZone(), &QDateTime::currentDateTimeUtc,
                                        this)),
      m_activeBalance(new QCheckBox(this))
{
    m_balance->setObjectName("balanceSpinBox"_L1);
    m_balance->setAccessibleName(tr("Balance"));
    m_balance->setToolTip(tr("More than -100000 and less than 100000, with at most nine decimals. "
                             "Up and Down change it by 1, the Page keys by 10, with Ctrl by 0.1."));
    m_activeBalance->setObjectName("activeBalanceCheckBox"_L1);
    m_activeBalance->setAccessibleName(tr("Active balance"));
    m_activeBalance->setText(tr("Stop the token when its balance reaches 0"));

    auto *grid = buildGrid();
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

    const std::initializer_list<QWidget *> order{m_name,
                                                 m_load,
                                                 m_balance,
                                                 m_expiry->dateTimeEdit(),
                                                 m_expiry->neverCheckBox(),
                                                 m_activeBalance,
                                                 m_revert,
                                                 m_cancel,
                                                 m_submit};
    for (const auto *widget = order.begin(); widget + 1 != order.end(); ++widget) {
        setTabOrder(*widget, *(widget + 1));
    }

    connect(m_balance, &BalanceSpinBox::edited, this, [this] { onFieldEdited(BalanceField); });
    connect(m_expiry, &NullableDateTimeEdit::edited, this, [this] { onFieldEdited(ExpiryField); });
    connect(m_activeBalance, &QCheckBox::stateChanged, this,
            [this] { onFieldEdited(ActiveBalanceField); });
    clearToken();
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
    m_activeBalance->setCheckState(!token.activeBalance       ? Qt::PartiallyChecked
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
    return {m_balance->text(), m_expiry->edit(), m_activeBalance->checkState()};
}

void TokenForm::applyEdit(const FormEdit &edit)
{
    m_balance->showText(edit.balanceText);
    m_expiry->applyEdit(edit.expiry);
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
    showProblem(ExpiryField,
                loaded && expiryTrouble ? wording::problem(*expiryTrouble) : QString());
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
    m_subheading->setShownText(m_blocked ? tr("A change of this token is still undecided.")
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
