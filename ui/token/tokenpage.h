// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "token/pageparts.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>

namespace purser {

class ChangeNews;
class LeftEdits;
class Undos;

//! The page of one token: its form, what the service returned, and the message that says what
//! happened. What the user does in it goes to the desk, and what the desk says is shown.
class TokenPage : public QWidget {
    Q_OBJECT

public:
    explicit TokenPage(const PageCore &core, QWidget *parent = nullptr);
    ~TokenPage() override;

    //! To be laid out beside the page.
    [[nodiscard]] DetailsPane *details() const { return m_details; }
    //! For what other rooms have to say.
    [[nodiscard]] MessageBar *messageBar() const { return m_bar; }
    [[nodiscard]] MessageActions &actions() { return m_actions; }

    void load(const QString &name);
    //! The token that an undo or an edit from before a crash waits for, if it is the account's.
    void loadPending();
    //! From the history: the change's account is asked for first, if need be.
    void undo(const ChangeRecord &record);
    void undoLast();
    //! An undecided change of the loaded token is told of again, with what can be done about it.
    void showUndecided();

    [[nodiscard]] bool hasToken() const { return m_form->token().has_value(); }
    [[nodiscard]] bool isEdited() const { return m_form->isEdited(); }
    //! Goes on at once, or after the user agreed to lose the edit.
    void unlessEditIsLost(const QString &what, std::function<void()> goOn);
    //! What is lost if the window is closed now.
    [[nodiscard]] QString lossOfClosing() const;
    //! The edit is of no use any more.
    void dropEdit();

    void focusName() { m_form->focusName(); }
    void focusFirstField() { m_form->focusFirstField(); }

Q_SIGNALS:
    void loaded();
    //! The token that the form has, also where another one was chosen that is not loaded yet.
    void shown(const QString &name);
    //! It is the one of a change that is to be undone.
    void accountWanted(const purser::Account &account);
    void journalChanged();
    //! In passing, about something else.
    void said(const QString &text);

private:
    void layOut();
    void connectDesk();
    void connectForm();
    void connectActions();
    void onOpened();
    void loadNow(const QString &name);
    void onLoaded(const TokenReply &reply);
    void submit(const ChangeDesk::How &how);
    //! Asks first: the edit may have been sent before.
    void submitNow(ChangeDesk::How how);
    void sendAnyway();
    void askAboutDangers(const Outlook &outlook);
    void tellApart();
    void rememberApart(const QString &otherAccount, bool apart);
    void revert();
    void turnJournalOff();
    void refresh();

    TokenForm *m_form;
    DetailsPane *m_details;
    MessageBar *m_bar;
    MessageActions m_actions;
    PageParts m_parts;
    Undos *m_undos;
    LeftEdits *m_leftEdits;
    ChangeNews *m_news;
    std::optional<FormEdit> m_reverted;
    QTimer m_draftTimer;
    bool m_tellsOfRetry = false;
};

} // namespace purser
