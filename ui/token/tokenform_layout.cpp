// SPDX-License-Identifier: GPL-3.0-or-later
// TokenForm's part that lays out its widgets.
#include "token/tokenform.h"

#include "fields/balancespinbox.h"
#include "fields/expirydatetimeedit.h"
#include "kit/icons.h"
#include "kit/shownlabel.h"
#include "token/requestpane.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFrame>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

enum Column { LabelColumn, EditorColumn, CurrentColumn };

constexpr int TickMs = 20'000; // "in 3 minutes" goes on being true

} // namespace

TokenForm::TokenForm(QWidget *parent)
    : QWidget(parent), m_names(new QStringListModel(this)), m_balance(new BalanceField(this)),
      m_expiry(new NullableDateTimeEdit(QTimeZone::systemTimeZone(), &QDateTime::currentDateTimeUtc,
                                        this)),
      m_activeBalance(new QCheckBox(this)), m_reset(new ResetField(this))
{
    m_activeBalance->setObjectName("activeBalanceCheckBox"_L1);
    m_activeBalance->setAccessibleName(tr("Active balance"));
    m_activeBalance->setText(tr("Stop the token when its balance reaches 0"));

    auto *grid = buildGrid();
    buildNameRow(grid);
    buildHeading(grid);
    buildColumnTitles(grid, 5);
    buildRow(grid, 6, BalanceRow, tr("&Balance"), m_balance->spinBox(), u"currentBalance"_s,
             tr("Current balance"));
    buildRow(grid, 9, ExpiryRow, tr("E&xpires"), m_expiry, u"currentExpiry"_s,
             tr("Current expiry"));
    buildRow(grid, 12, ActiveBalanceRow, tr("&Active balance"), m_activeBalance,
             u"currentActiveBalance"_s, tr("Current active balance"));
    buildRow(grid, 15, ResetRow, tr("Rese&t"), m_reset, u"currentReset"_s, tr("Current reset"));
    buildReasonRow(grid, 18);
    buildButtons(grid, 22);
    buildTabOrder();
    connectFields();
    clearToken();
}

void TokenForm::connectFields()
{
    connect(m_balance, &BalanceField::edited, this, [this] { onEdited(BalanceRow); });
    connect(m_expiry, &NullableDateTimeEdit::edited, this, [this] { onEdited(ExpiryRow); });
    connect(m_activeBalance, &QCheckBox::stateChanged, this,
            [this] { onEdited(ActiveBalanceRow); });
    connect(m_reset, &ResetField::edited, this, [this] { onEdited(ResetRow); });
    connect(m_reason, &QLineEdit::textChanged, this, [this] {
        if (!m_showing) {
            refresh();
            Q_EMIT edited();
        }
    });
    auto *tick = new QTimer(this);
    connect(tick, &QTimer::timeout, this, [this] {
        updateCurrentValues();
        refreshOutlook();
    });
    tick->start(TickMs);
}

void TokenForm::buildTabOrder()
{
    const std::initializer_list<QWidget *> order{m_name,
                                                 m_load,
                                                 m_balance->modeCombo(),
                                                 m_balance->spinBox(),
                                                 m_balance->setNegativeButton(),
                                                 m_balance->deductButton(),
                                                 m_rows.at(BalanceRow).undo,
                                                 m_expiry->dateTimeEdit(),
                                                 m_expiry->neverCheckBox(),
                                                 m_expiry->presetButton(),
                                                 m_rows.at(ExpiryRow).undo,
                                                 m_activeBalance,
                                                 m_rows.at(ActiveBalanceRow).undo,
                                                 m_reset->periodCombo(),
                                                 m_reset->amountSpinBox(),
                                                 m_rows.at(ResetRow).undo,
                                                 m_reason,
                                                 m_requestPane,
                                                 m_revert,
                                                 m_cancel,
                                                 m_submit};
    for (const auto *widget = order.begin(); widget + 1 != order.end(); ++widget) {
        setTabOrder(*widget, *(widget + 1));
    }
}

QGridLayout *TokenForm::buildGrid()
{
    auto *grid = new QGridLayout(this);
    grid->setColumnStretch(EditorColumn, 3);
    grid->setColumnStretch(CurrentColumn, 2);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(5);
    grid->setContentsMargins(0, 0, 0, 0);
    return grid;
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

    auto *label = new QLabel(tr("Token na&me"), this);
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
    connect(m_name, &QLineEdit::returnPressed, this, [this] {
        // Ctrl+Return is Submit: where that is disabled it must not become a Load.
        if (!QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier)) {
            requestLoad();
        }
    });
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

void TokenForm::buildRow(QGridLayout *grid, int line, RowName name, const QString &label,
                         QWidget *editor, const QString &currentObject, const QString &currentName)
{
    Row &row = m_rows.at(name);
    row.editor = editor;
    row.label = new QLabel(label, this);
    // The focus proxy of a composite: the label would name the frame around it otherwise.
    row.label->setBuddy(editor->focusProxy() ? editor->focusProxy() : editor);
    row.current = new ShownLabel(currentObject, currentName, this);
    row.note = new ShownLabel(currentObject + "Note"_L1, tr("%1 in UTC").arg(currentName), this);
    row.note->setForegroundRole(QPalette::PlaceholderText);
    row.note->hide();
    row.undo = new QToolButton(this);
    row.undo->setObjectName(currentObject + "Undo"_L1);
    row.undo->setIcon(icon(u"revert"_s));
    row.undo->setAutoRaise(true);
    row.undo->setFocusPolicy(Qt::StrongFocus);
    row.undo->setAccessibleName(tr("Back to: %1").arg(currentName));
    row.undo->setToolTip(tr("Put this field back to its current value"));
    connect(row.undo, &QToolButton::clicked, this, [this, name] { revertRow(name); });
    row.mark = new ShownLabel(currentObject + "Mark"_L1, QString(), this);
    row.mark->setTone(Tone::Changed);
    QFont font = row.mark->font();
    font.setBold(true);
    row.mark->setFont(font);
    row.problem =
        new ShownLabel(currentObject + "Problem"_L1, tr("%1: problem").arg(currentName), this);
    row.problem->setTone(Tone::Error);
    row.problem->hide();

    // Texts stand on the editor's first line.
    const int drop =
        qMax(0, (m_balance->spinBox()->sizeHint().height() - row.label->sizeHint().height()) / 2);
    row.label->setContentsMargins(0, drop, 0, 0);
    row.current->setContentsMargins(0, drop, 0, 0);
    auto *side = new QVBoxLayout;
    side->setSpacing(0);
    side->addWidget(row.current);
    side->addWidget(row.note);
    auto *marks = new QHBoxLayout;
    marks->setSpacing(4);
    marks->addWidget(row.mark);
    marks->addWidget(row.undo);
    marks->addStretch();
    row.mark->setWordWrap(false);
    side->addLayout(marks);
    side->addStretch();
    if (name != ResetRow) { // which most tokens don't have
        // Room for the mark, so that nothing moves while somebody types.
        grid->setRowMinimumHeight(line, 2 * row.label->fontMetrics().height() + drop + 10);
    }
    grid->addWidget(row.label, line, LabelColumn, Qt::AlignTop);
    if (name == BalanceRow) {
        grid->addLayout(m_balance, line, EditorColumn);
    } else {
        grid->addWidget(editor, line, EditorColumn, Qt::AlignTop);
    }
    grid->addLayout(side, line, CurrentColumn);
    grid->addWidget(row.problem, line + 1, EditorColumn, 1, 2);
}

void TokenForm::buildReasonRow(QGridLayout *grid, int line)
{
    m_reason = new QLineEdit(this);
    m_reason->setObjectName("reasonEdit"_L1);
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Why? Kept in your journal only, never sent"));
    m_reason->setMaxLength(500);
    m_reasonProblem = new ShownLabel(u"reasonProblem"_s, tr("Reason problem"), this);
    m_reasonProblem->setTone(Tone::Error);
    m_reasonProblem->hide();
    auto *label = new QLabel(tr("Reas&on"), this);
    label->setBuddy(m_reason);
    m_consequences = new ShownLabel(u"consequencesLabel"_s, tr("Consequences"), this);
    m_consequences->setTextInteractionFlags(Qt::TextSelectableByMouse
                                            | Qt::TextSelectableByKeyboard);
    m_requestPane = new RequestPane(this);
    grid->addWidget(label, line, LabelColumn);
    grid->addWidget(m_reason, line, EditorColumn, 1, 2);
    grid->addWidget(m_reasonProblem, line + 1, EditorColumn, 1, 2);
    grid->addWidget(m_consequences, line + 2, LabelColumn, 1, 3);
    grid->addWidget(m_requestPane, line + 3, LabelColumn, 1, 3);
}

void TokenForm::buildButtons(QGridLayout *grid, int line)
{
    m_revert = new QPushButton(icon(u"revert"_s), tr("&Revert"), this);
    m_revert->setObjectName("revertButton"_L1);
    m_revert->setAccessibleName(tr("Revert"));
    m_revert->setToolTip(tr("Put every field back to its current value"));
    m_cancel = new QPushButton(icon(u"cancel"_s), tr("Ca&ncel"), this);
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
    grid->addLayout(buttons, line, LabelColumn, 1, 3);
    connect(m_revert, &QPushButton::clicked, this, &TokenForm::revertRequested);
    connect(m_cancel, &QPushButton::clicked, this, &TokenForm::cancelRequested);
    connect(m_submit, &QPushButton::clicked, this, &TokenForm::submitRequested);
}

} // namespace purser
