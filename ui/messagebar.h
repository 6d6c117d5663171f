// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appearance.h"

#include <QFrame>
#include <QList>

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
    //! What can be done about a message: a button each, shown only with messages that offer it.
    enum class Action { SignIn, CheckNow, Unlock, Retry, UndoRevert };

    explicit MessageBar(QWidget *parent = nullptr);

    void showMessage(Tone tone, const QString &text, const QList<Action> &actions = {});
    void clearMessage();
    //! The same, unless the message is a warning or an error: those stay while the user goes on.
    void clearPassingMessage();

    //! Whether the offered actions can be taken just now.
    void setActionsEnabled(bool enabled);

Q_SIGNALS:
    void actionTriggered(purser::MessageBar::Action action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addAction(QHBoxLayout *layout, Action action, const QString &objectName,
                   const QString &text, const QString &accessibleName);
    void applyTone();

    Tone m_tone = Tone::Neutral;
    QLabel *m_icon;
    ShownLabel *m_text;
    QToolButton *m_close;
    QWidget *m_buttonRow;
    QList<std::pair<Action, QPushButton *>> m_buttons;
};

} // namespace purser
