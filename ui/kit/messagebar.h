// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kit/appearance.h"

#include <QFrame>
#include <QHash>
#include <QList>

class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace purser {

class ShownLabel;

//! The one place under the form where the window says what happened and what can be done about
//! it. Assistive technology is told of each new message.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    //! Whether a message can be taken out of sight before it is over.
    enum class Dismissal { Allowed, Refused };

    explicit MessageBar(QWidget *parent = nullptr);

    //! actions: what can be done about it, a button each, in this order. A button has its action's
    //! text, name and state; its accessible name is the action's icon text. The actions outlive
    //! the bar.
    void showMessage(Tone tone, const QString &text, const QList<QAction *> &actions = {},
                     Dismissal dismissal = Dismissal::Allowed);
    //! What stays in sight below each message, until it is dismissed or replaced.
    void setStandingNotice(const QString &text);
    void clearMessage();
    //! The same, unless the message is a warning or an error: those stay while the user goes on.
    void clearPassingMessage();

    //! Whether what it shows, if anything, may give way to news about something else.
    [[nodiscard]] bool canGiveWay() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QPushButton *buttonOf(QAction *action);
    void applyTone();

    void show(Tone tone, const QString &text, const QList<QAction *> &actions, Dismissal dismissal);

    Tone m_tone = Tone::Neutral;
    QString m_notice;
    QString m_message; //!< without the notice
    QLabel *m_icon;
    ShownLabel *m_text;
    QToolButton *m_close;
    QWidget *m_buttonRow;
    QHBoxLayout *m_buttonLayout;
    QHash<QAction *, QPushButton *> m_buttons;
};

} // namespace purser
