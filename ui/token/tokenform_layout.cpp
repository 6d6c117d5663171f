// SPDX-License-Identifier: GPL-3.0-or-later
// TokenForm's part that lays out its widgets.
#include "token/tokenform.h"

#include "domain/reason.h"
#include "fields/editors.h"
#include "kit/icons.h"
#include "kit/shownlabel.h"
#include "token/requestpane.h"

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

TokenForm::TokenForm(QWidget *parent) : QWidget(parent), m_names(new QStringListModel(this))
{
    const auto editors = makeFieldEditors(this);
    auto *grid = buildGrid();
    buildNameRow(grid);
    buildHeading(grid);
    buildColumnTitles(grid, 5);
    m_rows.reserve(static_cast<size_t>(editors.size())); // what refers to a row stays true
    int line = 6;
    for (FieldEditor *editor : editors) {
        Row &row = m_rows.emplace_back();
        row.editor = editor;
        buildRow(grid, line, row);
        line += 3;
    }
    buildReasonRow(grid, line);
    buildButtons(grid, line + 4);
    buildTabOrder();
    connectFields();
    clearToken();
}

void TokenForm::connectFields()
{
    for (Row &row : m_rows) {
        connect(row.editor, &FieldEditor::edited, this, [this, &row] { onEdited(row); });
    }
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
    QList<QWidget *> order{m_name, m_load};
    for (const Row &row : m_rows) {
        order.append(row.editor->tabOrder());
        order.append(row.undo);
    }
    order.append({m_reason, m_requestPane, m_revert, m_cancel, m_submit});
    for (qsizetype index = 0; index + 1 < order.size(); ++index) {
        setTabOrder(order.at(index), order.at(index + 1));
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

//! What says that the field differs, and puts it back.
void TokenForm::buildMarks(Row &row)
{
    const FieldEditor::Names names = row.editor->names();
    const QString object = "current"_L1 + names.object;
    row.undo = new QToolButton(this);
    row.undo->setObjectName(object + "Undo"_L1);
    row.undo->setIcon(icon(u"revert"_s));
    row.undo->setAutoRaise(true);
    row.undo->setFocusPolicy(Qt::StrongFocus);
    row.undo->setAccessibleName(tr("%1: put back to its current value").arg(names.heard));
    row.undo->setToolTip(tr("Put this field back to its current value"));
    connect(row.undo, &QToolButton::clicked, this, [this, &row] { revertRow(row); });
    row.mark = new ShownLabel(object + "Mark"_L1, tr("%1: edited or not").arg(names.heard), this);
    row.mark->setTone(Tone::Changed);
    row.mark->setWordWrap(false);
    QFont font = row.mark->font();
    font.setBold(true);
    row.mark->setFont(font);
}

void TokenForm::buildRow(QGridLayout *grid, int line, Row &row)
{
    FieldEditor *editor = row.editor;
    const FieldEditor::Names names = editor->names();
    const QString object = "current"_L1 + names.object;
    row.label = new QLabel(names.label, this);
    row.label->setBuddy(editor->buddy());
    row.current = new ShownLabel(object, names.current, this);
    if (!editor->noteName().isEmpty()) {
        row.note = new ShownLabel(object + "Note"_L1, editor->noteName(), this);
        row.note->setForegroundRole(QPalette::PlaceholderText);
        row.note->hide();
    }
    buildMarks(row);
    row.problem = new ShownLabel(object + "Problem"_L1, tr("%1: problem").arg(names.current), this);
    row.problem->setTone(Tone::Error);
    row.problem->hide();

    // Texts stand on the editor's first line.
    const int height = m_rows.front().editor->widget()->sizeHint().height();
    const int drop = qMax(0, (height - row.label->sizeHint().height()) / 2);
    row.label->setContentsMargins(0, drop, 0, 0);
    row.current->setContentsMargins(0, drop, 0, 0);
    auto *side = new QVBoxLayout;
    side->setSpacing(0);
    side->addWidget(row.current);
    if (row.note) {
        side->addWidget(row.note);
    }
    auto *marks = new QHBoxLayout;
    marks->setSpacing(4);
    marks->addWidget(row.mark);
    marks->addWidget(row.undo);
    marks->addStretch();
    side->addLayout(marks);
    side->addStretch();
    if (editor->appliesTo(Token())) { // else most tokens don't have it
        // Room for the mark, so that nothing moves while somebody types.
        grid->setRowMinimumHeight(line, 2 * row.label->fontMetrics().height() + drop + 10);
    }
    grid->addWidget(row.label, line, LabelColumn, Qt::AlignTop);
    if (editor->layout()) {
        grid->addLayout(editor->layout(), line, EditorColumn);
    } else {
        grid->addWidget(editor->widget(), line, EditorColumn, Qt::AlignTop);
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
    m_reason->setMaxLength(LongestReason);
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
