// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/changerecord.h"

#include <functional>

class QWidget;

namespace purser {

// What is asked about a token's change, in boxes. Whatever is not the safe answer is a function.

//! An edit that may have been sent before. outlook: what it will do, may be empty.
void askSendAgain(QWidget *parent, const QString &token, const QString &outlook,
                  std::function<void()> send);
//! Beside an earlier change that is undecided. isOurs: it is closed as abandoned by that.
void askSendAnyway(QWidget *parent, const QString &token, bool isOurs, const QString &outlook,
                   std::function<void()> send);
void askAbandon(QWidget *parent, const QString &token, std::function<void()> abandon);
//! Whether the account of an undecided change is another customer's than this one.
void askApart(QWidget *parent, const ChangeRecord &undecided, const QString &account,
              const std::function<void(bool apart)> &tell);
void askWithoutJournal(QWidget *parent, std::function<void()> goOn);

} // namespace purser
