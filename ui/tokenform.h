// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/tokenpatch.h"
#include "editing/failure.h"
#include "nullabledatetimeedit.h"

#include <QStringList>
#include <QWidget>

#include <array>
#include <optional>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStringListModel;

namespace purser {

class BalanceSpinBox;
class ShownLabel;

//! What the user made of the fields, to put it back after a revert.
struct FormEdit {
    QString balanceText;
    ExpiryEdit expiry;
    Qt::CheckState activeBalance = Qt::Unchecked;
};

//! The form of one loaded token: its fields, each with the current value beside it. It belongs
//! to the token in its heading; while the name field says something else nothing can be
//! submitted.
class TokenForm : public QWidget {
    Q_OBJECT

public:
    explicit TokenForm(QWidget *parent = nullptr);

    //! A freshly loaded token: every field shows its value.
    void showToken(const Token &token);
    //! Newer values of the same token: what was not edited follows, what was edited stays.
    void rebase(const Token &token);
    //! No token is loaded.
    void clearToken();

    [[nodiscard]] const std::optional<Token> &token() const { return m_token; }
    void setKnownNames(const QStringList &names);

    //! The fields that differ from the token. Meaningful while isValid().
    [[nodiscard]] TokenPatch patch() const;
    //! Whether anything differs from what the token holds, usable or not.
    [[nodiscard]] bool isEdited() const;
    [[nodiscard]] bool isValid() const;

    [[nodiscard]] FormEdit edit() const;
    void applyEdit(const FormEdit &edit);
    void revert();

    //! Shows the service's words at the fields that they belong to, until those are edited.
    void showFieldErrors(const Failure &failure);

    //! busy: something is in flight; only Cancel can be used.
    //! blocked: a change of this token is undecided; it may be edited but not submitted.
    void setState(bool signedIn, bool busy, bool blocked);
    void focusName();
    void focusFirstField();

Q_SIGNALS:
    void loadRequested(const QString &name);
    void submitRequested();
    void revertRequested();
    void cancelRequested();
    void edited();

private:
    enum Field { BalanceField, ExpiryField, ActiveBalanceField, FieldCount };
    //! What stands around a field's editor.
    struct Row {
        QLabel *label = nullptr;
        ShownLabel *current = nullptr;
        ShownLabel *mark = nullptr; //!< says that the field differs
        ShownLabel *problem = nullptr;
        QString serviceWords; //!< of the last rejection
    };

    QGridLayout *buildGrid();
    void buildHeading(QGridLayout *grid);
    void buildNameRow(QGridLayout *grid);
    void buildColumnTitles(QGridLayout *grid, int line);
    void buildRow(QGridLayout *grid, int line, Field field, const QString &label, QWidget *editor,
                  const QString &currentObject, const QString &currentName);
    void buildButtons(QGridLayout *grid, int line);
    void requestLoad();
    void onFieldEdited(Field field);
    void refresh();
    void updateHeading();
    void updateCurrentValues();
    void showProblem(Field field, const QString &ownProblem);
    [[nodiscard]] bool balanceDiffers() const;
    [[nodiscard]] bool expiryDiffers() const;
    [[nodiscard]] bool activeBalanceDiffers() const;
    [[nodiscard]] std::optional<BalanceProblem> balanceProblem() const;
    void showBalance(const Token &token);
    void showActiveBalance(const Token &token);

    std::optional<Token> m_token;
    bool m_signedIn = false;
    bool m_busy = false;
    bool m_blocked = false;
    bool m_showing = false; //!< changes come from the program, not from the user

    ShownLabel *m_heading = nullptr;
    ShownLabel *m_subheading = nullptr;
    QLineEdit *m_name = nullptr;
    ShownLabel *m_nameProblem = nullptr;
    QStringListModel *m_names = nullptr;
    BalanceSpinBox *m_balance = nullptr;
    NullableDateTimeEdit *m_expiry = nullptr;
    QCheckBox *m_activeBalance = nullptr;
    std::array<Row, FieldCount> m_rows;
    QPushButton *m_load = nullptr;
    QPushButton *m_submit = nullptr;
    QPushButton *m_revert = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace purser
