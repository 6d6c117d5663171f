// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/messagebar.h"

#include "kit/icons.h"
#include "kit/shownlabel.h"

#include <QAccessible>
#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr int MessageIconSize = 20;

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
      m_buttonRow(new QWidget(this)), m_buttonLayout(new QHBoxLayout(m_buttonRow))
{
    setObjectName("messageBar"_L1);
    setAccessibleName(tr("Message"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_icon->setFixedWidth(MessageIconSize + 4);
    m_icon->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setObjectName("dismissButton"_L1);
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setIcon(icon(u"cancel"_s));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);

    m_buttonLayout->setContentsMargins(0, 0, 0, 0);
    m_buttonLayout->addStretch();

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

QPushButton *MessageBar::buttonOf(QAction *action)
{
    auto *&button = m_buttons[action];
    if (!button) {
        button = new QPushButton(this);
        button->setObjectName(action->objectName());
        const auto follow = [action, shown = button] {
            shown->setText(action->text());
            shown->setAccessibleName(action->iconText());
            shown->setEnabled(action->isEnabled());
        };
        follow();
        connect(action, &QAction::changed, button, follow);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
    }
    return button;
}

void MessageBar::showMessage(Tone tone, const QString &text, const QList<QAction *> &actions,
                             Dismissal dismissal)
{
    m_message = text;
    show(tone, m_notice.isEmpty() ? text : text + u'\n' + m_notice, actions, dismissal);
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

void MessageBar::show(Tone tone, const QString &text, const QList<QAction *> &actions,
                      Dismissal dismissal)
{
    const bool isNews = !isVisible() || text != m_text->text();
    m_tone = tone;
    m_text->setShownText(text);
    setAccessibleDescription(text);
    for (QPushButton *button : std::as_const(m_buttons)) {
        m_buttonLayout->removeWidget(button);
    }
    QWidget *before = m_close;
    for (QAction *action : actions) {
        QPushButton *button = buttonOf(action);
        m_buttonLayout->addWidget(button);
        setTabOrder(before, button);
        before = button;
    }
    for (auto button = m_buttons.cbegin(); button != m_buttons.cend(); ++button) {
        (*button)->setVisible(actions.contains(button.key()));
    }
    m_buttonRow->setVisible(!actions.isEmpty());
    m_close->setVisible(dismissal == Dismissal::Allowed);
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
        show(Tone::Information, m_notice, {}, Dismissal::Allowed);
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
    m_icon->setPixmap(iconPixmap(iconName(m_tone), toneColor(m_tone, palette), MessageIconSize,
                                 devicePixelRatioF()));
}

} // namespace purser
