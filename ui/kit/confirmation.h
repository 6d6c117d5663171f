// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace purser {

// Boxes that ask. The window goes on; the safe answer is the default and what Escape means.

//! Asks whether an edit may be lost: Discard, or Keep editing. discard is called only if that
//! was chosen.
void confirmDiscard(QWidget *parent, const QString &what, std::function<void()> discard);

//! Asks whether a change with these dangers, a sentence each, may be sent: Send, or Don't send.
void confirmDangers(QWidget *parent, const QString &token, const QString &account,
                    const QStringList &dangers, std::function<void(bool send)> answer);

//! A question with answers of its own; go, or also, is called only if that was chosen.
struct Question {
    QString objectName;
    QString title;
    QString text;
    QString details;
    QString go; //!< the button that does it
    QString stay; //!< the one that does not: the default
    QString also = {}; //!< one that does something else; empty: none
};
void confirm(QWidget *parent, const Question &question, std::function<void()> go,
             std::function<void()> also = {});

} // namespace purser
