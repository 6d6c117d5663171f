// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kit/appearance.h"

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
    enum class Action {
        SignIn,
        CheckNow,
        SendAnyway,
        Abandon,
        OtherCustomer,
        Unlock,
        Retry,
        UndoRevert,
        WithoutJournal,
    };

    explicit MessageBar(QWidget *parent = nullptr);

    void showMessage(Tone tone, const QString &text, const QList<Action> &actions = {});
    //! What stays in sight below each message, until it is dismissed or replaced.
    void setStandingNotice(const QString &text);
    void clearMessage();
    //! The same, unless the message is a warning or an error: those stay while the user goes on.
    void clearPassingMessage();

    //! Whether what it shows, if anything, may give way to news about something else.
    [[nodiscard]] bool canGiveWay() const;

    //! Whether the offered actions can be taken just now.
    void setActionsEnabled(bool enabled);
    void setActionEnabled(Action action, bool enabled);

Q_SIGNALS:
    void actionTriggered(purser::MessageBar::Action action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addAction(QHBoxLayout *layout, Action action, const QString &objectName,
                   const QString &text, const QString &accessibleName);
    void applyTone();

    void show(Tone tone, const QString &text, const QList<Action> &actions);

    Tone m_tone = Tone::Neutral;
    QString m_notice;
    QString m_message; //!< without the notice
    QLabel *m_icon;
    ShownLabel *m_text;
    QToolButton *m_close;
    QWidget *m_buttonRow;
    QList<std::pair<Action, QPushButton *>> m_buttons;
};

} // namespace purser
