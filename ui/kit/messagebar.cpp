// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/messagebar.h"

#include "kit/icons.h"
#include "kit/shownlabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr int IconSize = 20;

QString iconName(Tone tone)
{
    switch (tone) {
    case Tone::Success:
        return u"success"_s;
    case Tone::Warning:
        return u"warning"_s;
    case Tone::Error:
        return u"error"_s;
    default:
        return u"info"_s;
    }
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)),
      m_text(new ShownLabel(u"messageText"_s, QString(), this)), m_close(new QToolButton(this)),
      m_buttonRow(new QWidget(this))
{
    setObjectName("messageBar"_L1);
    setAccessibleName(tr("Message"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_icon->setFixedWidth(IconSize + 4);
    m_icon->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setObjectName("dismissButton"_L1);
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setIcon(icon(u"cancel"_s));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);

    auto *buttons = new QHBoxLayout(m_buttonRow);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addStretch();
    addAction(buttons, Action::CheckNow, u"checkNowButton"_s, tr("Check no&w"), tr("Check now"));
    addAction(buttons, Action::SendAnyway, u"sendAnywayButton"_s, tr("Send anyway\u2026"),
              tr("Send anyway"));
    addAction(buttons, Action::OtherCustomer, u"otherCustomerButton"_s, tr("Other customer\u2026"),
              tr("Other customer"));
    addAction(buttons, Action::Abandon, u"abandonButton"_s, tr("Abandon\u2026"), tr("Abandon"));
    addAction(buttons, Action::WithoutJournal, u"withoutJournalButton"_s,
              tr("Go on without a journal\u2026"), tr("Go on without a journal"));
    addAction(buttons, Action::SignIn, u"messageSignInButton"_s, tr("Sign &in\u2026"),
              tr("Sign in\u2026"));
    addAction(buttons, Action::Unlock, u"unlockButton"_s, tr("Unlock\u2026"), tr("Unlock\u2026"));
    addAction(buttons, Action::Retry, u"retryButton"_s, tr("Retry"), tr("Retry"));
    addAction(buttons, Action::UndoRevert, u"undoRevertButton"_s, tr("Put my changes back"),
              tr("Put my changes back"));

    auto *top = new QHBoxLayout;
    top->addWidget(m_icon);
    top->addWidget(m_text, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_buttonRow);
    connect(m_close, &QToolButton::clicked, this, [this] {
        m_notice.clear();
        clearMessage();
    });
    clearMessage();
}

void MessageBar::addAction(QHBoxLayout *layout, Action action, const QString &objectName,
                           const QString &text, const QString &accessibleName)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setAccessibleName(accessibleName);
    button->hide();
    connect(button, &QPushButton::clicked, this,
            [this, action] { Q_EMIT actionTriggered(action); });
    layout->addWidget(button);
    m_buttons.append({action, button});
}

void MessageBar::showMessage(Tone tone, const QString &text, const QList<Action> &actions)
{
    m_message = text;
    show(tone, m_notice.isEmpty() ? text : text + u'\n' + m_notice, actions);
}

void MessageBar::setStandingNotice(const QString &text)
{
    if (m_message.isEmpty()) {
        m_notice = text;
        clearMessage(); // which shows the notice, if there is one
        return;
    }
    const QString shown = m_message + u'\n' + text;
    m_notice = text;
    m_text->setShownText(text.isEmpty() ? m_message : shown);
    setAccessibleDescription(m_text->text());
}

void MessageBar::show(Tone tone, const QString &text, const QList<Action> &actions)
{
    const bool isNews = !isVisible() || text != m_text->text();
    m_tone = tone;
    m_text->setShownText(text);
    setAccessibleDescription(text);
    for (const auto &[action, button] : std::as_const(m_buttons)) {
        button->setVisible(actions.contains(action));
    }
    m_buttonRow->setVisible(!actions.isEmpty());
    // An undecided change is not to be lost from sight.
    m_close->setVisible(!actions.contains(Action::CheckNow));
    applyTone();
    setVisible(true);
    if (isNews) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void MessageBar::clearMessage()
{
    m_message.clear();
    if (!m_notice.isEmpty()) {
        show(Tone::Information, m_notice, {});
        return;
    }
    m_text->setShownText(QString());
    setAccessibleDescription(QString());
    setVisible(false);
}

void MessageBar::clearPassingMessage()
{
    if (canGiveWay()) {
        clearMessage();
    }
}

bool MessageBar::canGiveWay() const
{
    return isHidden() || (m_tone != Tone::Warning && m_tone != Tone::Error);
}

void MessageBar::setActionsEnabled(bool enabled)
{
    for (const auto &[action, button] : std::as_const(m_buttons)) {
        button->setEnabled(enabled);
    }
}

void MessageBar::setActionEnabled(Action action, bool enabled)
{
    for (const auto &[known, button] : std::as_const(m_buttons)) {
        if (known == action) {
            button->setEnabled(enabled);
        }
    }
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange) {
        applyTone();
    }
    QFrame::changeEvent(event);
}

void MessageBar::applyTone()
{
    QPalette palette;
    palette.setColor(QPalette::Window, toneBackground(m_tone, palette));
    setPalette(palette);
    m_icon->setPixmap(
        iconPixmap(iconName(m_tone), toneColor(m_tone, palette), IconSize, devicePixelRatioF()));
}

} // namespace purser
