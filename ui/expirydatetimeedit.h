// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expiry.h"

#include <QDateTimeEdit>

namespace purser {

//! A date and time, as shown on a wall: "yyyy-MM-dd HH:mm:ss" in every language, with a
//! calendar. It knows no zone, so a time that the zone skips stays as typed and can be refused
//! in words (Qt would move it silently). A pasted ISO 8601 time is taken as an instant.
class ExpiryDateTimeEdit : public QDateTimeEdit {
    Q_OBJECT

public:
    explicit ExpiryDateTimeEdit(QWidget *parent = nullptr);

    void showWallTime(QDate date, QTime time);
    //! An empty field: there is no time.
    void showNothing();
    [[nodiscard]] bool showsNothing() const;

Q_SIGNALS:
    //! An ISO 8601 text with an offset was pasted; the field itself has not changed yet.
    void instantPasted(const purser::Expiry &expiry);
    //! What was pasted is no time; the field has not changed.
    void pasteRefused(purser::ExpiryProblem problem);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void makeRoomForDigit();
    void paste();

    bool m_justAdvanced = false; //!< the last digit filled its part up: the next one is selected
};

} // namespace purser
