// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "token/pageparts.h"

namespace purser {

//! Tells what comes of changes: the form follows, the details show it, the message says it.
class ChangeNews : public QObject {
    Q_OBJECT

public:
    explicit ChangeNews(PageParts &parts, QObject *parent = nullptr);

    //! What is being done about an undecided change of the loaded token, if there is one.
    void showUndecided();

Q_SIGNALS:
    //! Something of a token's change is told, so that other views of it are older now.
    void told();
    //! About another token, while the message bar has something to say about this one.
    void toldAside(const QString &text);
    //! The edit in the form has left it, or is known not to be from before a crash.
    void submitEnded();

private:
    void onStopped(const Stop &stop);
    void onEnded(const Change &change);
    void onFoundOut(const Change &change);
    void onRecovered(const Recovery &recovery);
    void tellOfOther(const Change &change);
    void showInForm(const Change &change);
    void show(const Change &change);
    void say(const Change &change);
    void showUndecidedOfOther(const ChangeRecord &record);

    PageParts &m_parts;
};

} // namespace purser
