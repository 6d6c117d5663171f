// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expirypreset.h"

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

//! What the user made of an expiry, usable or not, to put it back later.
struct ExpiryEdit {
    Qt::CheckState never = Qt::PartiallyChecked;
    QDateTime wallTime;
    std::optional<Expiry> exact; //!< the instant behind what exactShown shows
    QDateTime exactShown;
};

//! An expiry: "Never", or a local date and time with its zone, the same in UTC and its distance
//! beside it. An expiry that is not stated is neither, until one is set. A time that is not
//! edited keeps its microseconds.
class NullableDateTimeEdit : public QWidget {
    Q_OBJECT

public:
    using Clock = std::function<QDateTime()>;

    //! clock: now, in UTC.
    explicit NullableDateTimeEdit(const QTimeZone &zone = QTimeZone::systemTimeZone(),
                                  Clock clock = &QDateTime::currentDateTimeUtc,
                                  QWidget *parent = nullptr);

    //! nullopt: not stated. It is also what presets from the current expiry go by.
    void showExpiry(const std::optional<Expiry> &expiry);
    //! Newer: what was edited stays, presets go by this one.
    void setCurrentExpiry(const std::optional<Expiry> &expiry);
    //! What is set; nullopt if that is nothing, or not a time (see problem()).
    [[nodiscard]] std::optional<Expiry> expiry() const;
    [[nodiscard]] std::optional<ExpiryProblem> problem() const;

    [[nodiscard]] ExpiryEdit edit() const;
    void applyEdit(const ExpiryEdit &edit);

    [[nodiscard]] QCheckBox *neverCheckBox() const { return m_never; }
    [[nodiscard]] ExpiryDateTimeEdit *dateTimeEdit() const { return m_edit; }
    [[nodiscard]] QPushButton *presetButton() const { return m_presets; }

    void setMarkedInvalid(bool invalid);

Q_SIGNALS:
    void edited();

private:
    void buildPresets();
    void applyPreset(ExpiryPreset preset, const Expiry &from);
    void setExpiry(const Expiry &expiry);
    void showInstant(const Expiry &expiry);
    void onNeverToggled();
    void onEdited();
    void updateNote();
    void showRefused(const QString &why);

    QTimeZone m_zone;
    Clock m_clock;
    QCheckBox *m_never;
    ExpiryDateTimeEdit *m_edit;
    QPushButton *m_presets;
    QList<QAction *> m_currentPresets; //!< those that go by the current expiry
    std::optional<Expiry> m_current;
    ShownLabel *m_note;
    //! The instant behind what the field shows, as long as it shows just that.
    std::optional<Expiry> m_exact;
    QDateTime m_exactShown;
    bool m_showing = false; //!< changes come from the program, not from the user
};

} // namespace purser
