// SPDX-License-Identifier: GPL-3.0-or-later
#include "token/requestpane.h"

#include "kit/icons.h"
#include "kit/shownlabel.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace purser {

RequestPane::RequestPane(QWidget *parent)
    : QWidget(parent), m_toggle(new QToolButton(this)), m_preview(new QPlainTextEdit(this)),
      m_note(new ShownLabel(u"requestNote"_s, tr("About the request"), this)),
      m_copyCurl(new QPushButton(icon(u"copy"_s), tr("Cop&y as curl"), this)),
      m_copyPowerShell(new QPushButton(icon(u"copy"_s), tr("Copy for &PowerShell"), this))
{
    m_toggle->setObjectName("requestToggle"_L1);
    m_toggle->setText(tr("Re&quest"));
    m_toggle->setAccessibleName(tr("Show the request"));
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setFocusPolicy(Qt::StrongFocus);
    m_preview->setObjectName("requestPreview"_L1);
    m_preview->setAccessibleName(tr("Request preview"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_preview->setPlaceholderText(tr("Nothing to send: no field differs."));
    m_preview->setFixedHeight(m_preview->fontMetrics().lineSpacing() * 4 + 12);
    m_copyCurl->setObjectName("copyCurlButton"_L1);
    m_copyCurl->setAccessibleName(tr("Copy as curl"));
    m_copyCurl->setToolTip(tr("A command for a POSIX shell, with $PURSER_JWT in place of the JWT"));
    m_copyPowerShell->setObjectName("copyPowerShellButton"_L1);
    m_copyPowerShell->setAccessibleName(tr("Copy for PowerShell"));
    m_copyPowerShell->setToolTip(
        tr("An Invoke-RestMethod command, with $env:PURSER_JWT in place of the JWT"));

    auto *row = new QHBoxLayout;
    row->addWidget(m_toggle);
    row->addStretch();
    row->addWidget(m_copyCurl);
    row->addWidget(m_copyPowerShell);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_preview);
    layout->addWidget(m_note);

    connect(m_toggle, &QToolButton::toggled, this, &RequestPane::setUnfolded);
    connect(m_copyCurl, &QPushButton::clicked, this, [this] { copy(m_request->curl()); });
    connect(m_copyPowerShell, &QPushButton::clicked, this,
            [this] { copy(m_request->powerShell()); });
    setUnfolded(false);
    showRequest({}, {});
}

void RequestPane::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void RequestPane::showRequest(const std::optional<RequestText> &request,
                              const QString &computedFrom)
{
    m_request = request;
    m_preview->setPlainText(request ? request->preview() : QString());
    m_note->setShownText(
        request && !computedFrom.isEmpty()
            ? tr("Computed from the balance last read, %1. It is read again just before sending, "
                 "and the sum then goes by that.")
                  .arg(computedFrom)
            : QString());
    m_note->setVisible(isUnfolded() && !m_note->text().isEmpty());
    m_copyCurl->setEnabled(request.has_value());
    m_copyPowerShell->setEnabled(request.has_value());
}

bool RequestPane::isUnfolded() const
{
    return m_toggle->isChecked();
}

void RequestPane::setUnfolded(bool unfolded)
{
    m_toggle->setChecked(unfolded);
    m_toggle->setArrowType(unfolded ? Qt::DownArrow : Qt::RightArrow);
    m_preview->setVisible(unfolded);
    m_note->setVisible(unfolded && !m_note->text().isEmpty());
}

} // namespace purser
