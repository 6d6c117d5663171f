// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expirypreset.h"
#include "domain/expirytext.h"
#include "editing/formedit.h"

#include <QTimeZone>
#include <QWidget>

#include <functional>
#include <optional>

class QAction;
class QCheckBox;
class QPushButton;

namespace purser {

class ExpiryDateTimeEdit;
class ShownLabel;

//! An expiry: "Never", or a text that says a date and time, with what it is read as beside it: the
//! local time and its zone, the same in UTC, its distance. The text stays as typed while somebody
//! is at it, and is read as a whole or refused with a reason; nothing is held that can't be seen.
//! Only where the field is left, a text that was read is written out in full, if that says the same
//! instant. An expiry that is not stated is neither, until one is set. A time that is not edited
//! keeps its microseconds.
class NullableDateTimeEdit : public QWidget {
    Q_OBJECT

public:
    using Clock = std::function<QDateTime()>;

    //! clock: now, in UTC.
    explicit NullableDateTimeEdit(const QTimeZone &zone = QTimeZone::systemTimeZone(),
                                  Clock clock = &QDateTime::currentDateTimeUtc,
                                  QWidget *parent = nullptr);

    //! The token's. nullopt: not stated. It is also what presets from the current expiry go by.
    void showExpiry(const std::optional<Expiry> &expiry);
    //! Newer: what was edited stays, presets go by this one.
    void setCurrentExpiry(const std::optional<Expiry> &expiry);
    //! Shows a request as if it had been typed.
    void showRequest(const Expiry &expiry);
    //! What is set; nullopt if that is nothing, or not a time (see problem()).
    [[nodiscard]] std::optional<Expiry> expiry() const;
    //! What is wrong with it, in words; empty if nothing.
    [[nodiscard]] QString problem() const;

    [[nodiscard]] ExpiryEdit edit() const;
    void applyEdit(const ExpiryEdit &edit);

    [[nodiscard]] QCheckBox *neverCheckBox() const { return m_never; }
    [[nodiscard]] ExpiryDateTimeEdit *dateTimeEdit() const { return m_edit; }
    [[nodiscard]] QPushButton *presetButton() const { return m_presets; }

    void setMarkedInvalid(bool invalid);
    void setProblemDescription(const QString &text);

Q_SIGNALS:
    void edited();

private:
    using Reading = Expected<Expiry, ExpiryTextProblem>;

    void buildPresets();
    void applyPreset(ExpiryPreset preset, const Expiry &from);
    void setExpiry(const Expiry &expiry);
    void showNever(Qt::CheckState state);
    void showText(const QString &text, const std::optional<Expiry> &exact);
    void onNeverToggled();
    void onTyped();
    void onLeft();
    void onDayPicked(QDate day);
    [[nodiscard]] ExpiryTextContext context() const;
    [[nodiscard]] Reading read(const QString &text) const;
    [[nodiscard]] QString shownText(const Expiry &expiry) const;
    void updateNote();
    void showRefused(const QString &why);

    QTimeZone m_zone;
    Clock m_clock;
    QCheckBox *m_never;
    ExpiryDateTimeEdit *m_edit;
    QPushButton *m_presets;
    QList<QAction *> m_currentPresets; //!< those that go by the current expiry
    ShownLabel *m_note;
    std::optional<Expiry> m_current; //!< the token's, if it is a time
    bool m_isStated = false; //!< whether the token has one, "never" included
    //! What the text says. Read when it changes: a step from now stays what was shown of it.
    Reading m_reading = Unexpected{ExpiryTextProblem::Empty};
    std::optional<ExpiryEdit> m_beforeNever; //!< what comes back with unticking
    bool m_showing = false; //!< changes come from the program, not from the user
};

} // namespace purser
