// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "domain/consequence.h"
#include "domain/serviceurl.h"
#include "editing/changeplan.h"
#include "editing/failure.h"
#include "editing/formedit.h"

#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStringListModel;
class QToolButton;

namespace purser {

class FieldEditor;
class RequestPane;
class ShownLabel;

//! The form of one loaded token: its fields, each with the current value beside it, what the
//! change will do, and the request that it comes to. It belongs to the token in its heading;
//! while the name field says something else nothing can be submitted.
class TokenForm : public QWidget {
    Q_OBJECT

public:
    explicit TokenForm(QWidget *parent = nullptr);

    //! Where requests go, and whose rules hold.
    void setAccount(const Account &account);

    //! A freshly loaded token: every field shows its value.
    void showToken(const Token &token);
    //! Newer values of the same token: what was not edited follows, what was edited stays.
    void rebase(const Token &token);
    //! No token is loaded.
    void clearToken();

    [[nodiscard]] const std::optional<Token> &token() const { return m_token; }
    void setKnownNames(const QStringList &names);

    //! The fields that differ from the token, and the reason. Meaningful while isValid().
    [[nodiscard]] ChangeRequest request() const;
    //! Whether anything differs from what the token holds, usable or not.
    [[nodiscard]] bool isEdited() const;
    [[nodiscard]] bool isValid() const;
    //! Whether it could be submitted, were it not for a change that is undecided.
    [[nodiscard]] bool canSubmit() const;

    [[nodiscard]] FormEdit edit() const;
    void applyEdit(const FormEdit &edit);
    void revert();
    //! These fields show again what the token holds.
    void putBack(const QList<Field> &fields);
    //! Fills in the inverse of a change.
    void fillIn(const ChangeRequest &undo);
    //! The edit as it is takes this change back (after applyEdit() of a draft).
    void continueUndo(qint64 change);
    //! What the change will do, as the form shows it.
    [[nodiscard]] QString outlook() const;

    //! Shows the service's words at the fields that they belong to, until those are edited.
    void showFieldErrors(const Failure &failure);

    struct State {
        bool signedIn = false;
        bool busy = false; //!< something is in flight; only Cancel can be used
        bool blocked = false; //!< a change of this token is undecided: no Submit
        bool settling = false; //!< Cancel ends looking for what became of it
        bool restored = false; //!< the edit is from before a crash
    };
    void setState(const State &state);
    void focusName();
    void focusFirstField();

Q_SIGNALS:
    void loadRequested(const QString &name);
    void submitRequested();
    void revertRequested();
    void cancelRequested();
    void edited();

private:
    //! A field's editor, and what stands around it.
    struct Row {
        FieldEditor *editor = nullptr;
        QLabel *label = nullptr;
        ShownLabel *current = nullptr;
        ShownLabel *note = nullptr; //!< more about the current value
        ShownLabel *mark = nullptr; //!< says that the field differs
        QToolButton *undo = nullptr; //!< back to the current value
        ShownLabel *problem = nullptr;
        QString serviceWords; //!< of the last rejection
    };

    QGridLayout *buildGrid();
    void buildHeading(QGridLayout *grid);
    void buildNameRow(QGridLayout *grid);
    void buildColumnTitles(QGridLayout *grid, int line);
    void buildRow(QGridLayout *grid, int line, Row &row);
    void buildMarks(Row &row);
    void buildReasonRow(QGridLayout *grid, int line);
    void buildButtons(QGridLayout *grid, int line);
    void buildTabOrder();
    void connectFields();

    void requestLoad();
    void onEdited(Row &row);
    void revertRow(Row &row);
    void showCurrent(Row &row);
    void refresh();
    void refreshProblems();
    void refreshOutlook();
    void updateHeading();
    void updateCurrentValues();
    void updateForced();
    void showProblem(Row &row);
    void showInEveryRow(const Token &token);
    //! Whether the token has such a thing.
    [[nodiscard]] bool isUsed(const Row &row) const;
    [[nodiscard]] bool differs(const Row &row) const;
    [[nodiscard]] QString problemOf(const Row &row) const;
    //! Empty where the reason can be written down.
    [[nodiscard]] QString reasonProblem() const;

    std::optional<Token> m_token;
    Account m_account;
    State m_state;
    std::optional<ChangeRequest> m_undo; //!< what fillIn() has filled in
    bool m_showing = false; //!< changes come from the program, not from the user

    ShownLabel *m_heading = nullptr;
    ShownLabel *m_subheading = nullptr;
    QLineEdit *m_name = nullptr;
    ShownLabel *m_nameProblem = nullptr;
    QStringListModel *m_names = nullptr;
    QLineEdit *m_reason = nullptr;
    ShownLabel *m_reasonProblem = nullptr;
    ShownLabel *m_consequences = nullptr;
    RequestPane *m_requestPane = nullptr;
    std::vector<Row> m_rows;
    QPushButton *m_load = nullptr;
    QPushButton *m_submit = nullptr;
    QPushButton *m_revert = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace purser
