// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requesttext.h"

#include <QWidget>

#include <optional>

class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace purser {

class ShownLabel;

//! The request as it will go out, folded away by default, and the same as a command for a shell
//! (with a variable in place of the JWT).
class RequestPane : public QWidget {
    Q_OBJECT

public:
    explicit RequestPane(QWidget *parent = nullptr);

    //! nothing: there is nothing to send. computedFrom: for Add and Deduct, the balance that the
    //! shown sum goes by; empty otherwise.
    void showRequest(const std::optional<RequestText> &request, const QString &computedFrom);

    [[nodiscard]] bool isUnfolded() const;
    void setUnfolded(bool unfolded);

private:
    void copy(const QString &text);

    QToolButton *m_toggle;
    QPlainTextEdit *m_preview;
    ShownLabel *m_note;
    QPushButton *m_copyCurl;
    QPushButton *m_copyPowerShell;
    std::optional<RequestText> m_request;
};

} // namespace purser
