// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/token.h"

#include <QWidget>

class QBoxLayout;
class QKeyEvent;
class QLineEdit;
class QPushButton;
class QTableView;

namespace purser {

class ShownLabel;
class TokenTableModel;

//! The account's tokens, to find one and choose it. A click or Enter chooses; moving with the
//! arrow keys does not, for each choice asks the service. Letters go to the filter, from the list
//! too. Everything in it is plain text.
class TokensPanel : public QWidget {
    Q_OBJECT

public:
    explicit TokensPanel(QWidget *parent = nullptr);

    //! The service's list. Its rows are shown once they are sorted, which takes a moment where
    //! there are many.
    void showTokens(const QList<Token> &tokens);
    //! The service offers no list; these are the names in the journal.
    void showNames(const QStringList &names);
    //! The list is on its way; until showTokens(), showNames(), showProblem() or clear(), no
    //! other is asked for. What is shown stays.
    void showLoading();
    //! sentence: why there is no newer list. What is shown stays.
    void showProblem(const QString &sentence);
    //! No tokens, no filter, nothing said: another account.
    void clear();

    //! The token that the form has: its row is current and its name bold, also once a list,
    //! a filter or an order shows it that did not before. Empty for none. Chooses nothing. To be
    //! called as well when a choice was not followed.
    void select(const QString &name);
    //! A token's newer values, or a token that the list does not have.
    void update(const Token &token);
    using QWidget::update;
    //! Whether there is somebody signed in to read for.
    void setUsable(bool usable);
    //! Something is in flight: nothing is chosen. The keyboard stays where it is, or what is typed
    //! meanwhile would go elsewhere.
    void setBusy(bool busy);
    //! To type a part of a name.
    void focusFilter();
    [[nodiscard]] bool hasKeyboard() const;

    //! The columns' widths and the order, for the settings.
    [[nodiscard]] QByteArray saveState() const;
    //! Returns false, and changes nothing, if it can't be used.
    bool restoreState(const QByteArray &state);

Q_SIGNALS:
    void tokenChosen(const QString &name);
    void refreshRequested();
    //! Tab in the list: on to the form's token.
    void editRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Source { Nothing, List, Journal };

    void buildFilter(QBoxLayout *layout);
    void buildTable();
    void setColumnWidths();
    void setRowHeight();
    void keepPlace();
    void showList(Source source);
    bool handleFilterKey(const QKeyEvent &key);
    bool handleTableKey(const QKeyEvent &key);
    void requestRefresh();
    void chooseRow(int row);
    void chooseFiltered();
    void typeIntoFilter(const QKeyEvent &key);
    void updateRefresh();
    void goToTable();
    void makeCurrent(int row);
    void followFocus();
    void updateNote();
    [[nodiscard]] QString sourceText() const;
    [[nodiscard]] QString countText() const;

    TokenTableModel *m_model = nullptr;
    QLineEdit *m_filter = nullptr;
    QPushButton *m_refresh = nullptr;
    QTableView *m_table = nullptr;
    ShownLabel *m_note = nullptr;
    Source m_source = Source::Nothing;
    bool m_loading = false;
    bool m_usable = true;
    bool m_busy = false;
    QString m_problem;
    QString m_loaded; //!< the form's token
    QString m_place; //!< whose row was current before the rows were made anew
};

} // namespace purser
