// SPDX-License-Identifier: GPL-3.0-or-later
// TokenForm's part that lays out its widgets.
#include "tokenform.h"

#include "balancespinbox.h"
#include "icons.h"
#include "shownlabel.h"

#include <QCompleter>
#include <QFrame>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

enum Column { LabelColumn, EditorColumn, CurrentColumn };

} // namespace

QGridLayout *TokenForm::buildGrid()
{
    auto *grid = new QGridLayout(this);
    grid->setColumnStretch(EditorColumn, 3);
    grid->setColumnStretch(CurrentColumn, 2);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(4);
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

void TokenForm::buildRow(QGridLayout *grid, int line, Field field, const QString &label,
                         QWidget *editor, const QString &currentObject, const QString &currentName)
{
    Row &row = m_rows.at(field);
    row.label = new QLabel(label, this);
    // The focus proxy of a composite: the label would name the frame around it otherwise.
    row.label->setBuddy(editor->focusProxy() ? editor->focusProxy() : editor);
    row.current = new ShownLabel(currentObject, currentName, this);
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

} // namespace purser
