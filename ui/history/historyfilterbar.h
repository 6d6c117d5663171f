// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace purser {

//! What of the journal is shown: a field for each part of a JournalFilter.
class HistoryFilterBar final : public QWidget {
    Q_OBJECT

public:
    explicit HistoryFilterBar(QWidget *parent = nullptr);

    //! Days count from midnight, local time; "today" is that of this call.
    [[nodiscard]] JournalFilter filter() const;
    //! Whether anything is left out.
    [[nodiscard]] bool isFiltering() const;
    //! Offers these accounts; the chosen one stays.
    void setAccounts(const QStringList &accounts);
    //! Shows all changes of the tokens whose name has this in it.
    void showToken(const QString &token);
    void clear();

Q_SIGNALS:
    //! At once for what was chosen, and shortly after the last key for what was typed.
    void filterChanged();

private:
    enum class Period { Any, Today, Last7Days, Last30Days, Between };

    void buildFields();
    void buildDates();
    void layOut();
    void addField(QGridLayout *grid, int column, const QString &label, QWidget *field);
    void onTyped();
    void apply();
    [[nodiscard]] Period period() const;

    QTimer m_debounce;
    QLineEdit *m_token = nullptr;
    QComboBox *m_account = nullptr;
    QComboBox *m_outcome = nullptr;
    QComboBox *m_time = nullptr;
    QLineEdit *m_text = nullptr;
    QWidget *m_dates = nullptr;
    QDateEdit *m_from = nullptr;
    QDateEdit *m_to = nullptr;
    QPushButton *m_clear = nullptr;
};

} // namespace purser
