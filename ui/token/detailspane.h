// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/change.h"

#include <QTabWidget>

class QFormLayout;
class QPlainTextEdit;

namespace purser {

class ShownLabel;

//! The returned token: its values, what a change did to them, how the reply came, and the raw
//! JSON on a second tab. Everything in it is plain text.
class DetailsPane : public QTabWidget {
    Q_OBJECT

public:
    explicit DetailsPane(QWidget *parent = nullptr);

    //! A token that was read.
    void showRead(const TokenReply &reply);
    //! What a change returned. Without a reply, the values shown stay and only how it ended is
    //! told.
    void showChange(const Change &change);
    void clear();

private:
    QWidget *buildTokenTab();
    QWidget *buildJsonTab();
    ShownLabel *addRow(QFormLayout *layout, const QString &label, const QString &objectName,
                       const QString &accessibleName);
    void showToken(const Token &token);
    void showInfo(const ReplyInfo &info);
    void showOtherFields(const QList<OtherField> &fields);

    QFormLayout *m_otherFields = nullptr;
    QWidget *m_otherFieldsBox = nullptr;
    ShownLabel *m_intro = nullptr;
    ShownLabel *m_name = nullptr;
    ShownLabel *m_type = nullptr;
    ShownLabel *m_balance = nullptr;
    ShownLabel *m_expiry = nullptr;
    ShownLabel *m_activeBalance = nullptr;
    ShownLabel *m_changes = nullptr;
    ShownLabel *m_status = nullptr;
    ShownLabel *m_duration = nullptr;
    ShownLabel *m_requestId = nullptr;
    QPlainTextEdit *m_json = nullptr;
};

} // namespace purser
