// SPDX-License-Identifier: GPL-3.0-or-later
#include "nullabledatetimeedit.h"

#include "appearance.h"
#include "expirydatetimeedit.h"
#include "shownlabel.h"
#include "wording/wording.h"

#include <QCheckBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr int ProposedDays = 30;
constexpr int NoteRefreshMs = 20'000; // "in 3 minutes" goes on being true

QString presetText(ExpiryPreset preset)
{
    switch (preset) {
    case ExpiryPreset::OneDay:
        return NullableDateTimeEdit::tr("+1 day");
    case ExpiryPreset::SevenDays:
        return NullableDateTimeEdit::tr("+7 days");
    case ExpiryPreset::OneMonth:
        return NullableDateTimeEdit::tr("+1 calendar month");
    case ExpiryPreset::EndOfMonth:
        return NullableDateTimeEdit::tr("End of the month");
    case ExpiryPreset::OneYear:
        return NullableDateTimeEdit::tr("+1 year");
    }
    return {};
}

} // namespace

NullableDateTimeEdit::NullableDateTimeEdit(const QTimeZone &zone, Clock clock, QWidget *parent)
    : QWidget(parent), m_zone(zone.isValid() ? zone : QTimeZone::utc()), m_clock(std::move(clock)),
      m_never(new QCheckBox(tr("N&ever"), this)), m_edit(new ExpiryDateTimeEdit(this)),
      m_presets(new QPushButton(tr("Presets"), this)),
      m_note(new ShownLabel(u"expiryNote"_s, tr("Expiry in UTC"), this))
{
    m_never->setObjectName("neverExpiresCheckBox"_L1);
    m_never->setAccessibleName(tr("Never expires"));
    m_edit->setObjectName("expiryDateTimeEdit"_L1);
    m_edit->setAccessibleName(tr("Expires"));

    auto *row = new QHBoxLayout;
    row->addWidget(m_edit, 1);
    row->addWidget(m_never);
    row->addWidget(m_presets);
    buildPresets();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(row);
    layout->addWidget(m_note);
    setFocusProxy(m_edit);
    setTabOrder(m_edit, m_never);
    setTabOrder(m_never, m_presets);

    connect(m_never, &QCheckBox::stateChanged, this, &NullableDateTimeEdit::onNeverToggled);
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, &NullableDateTimeEdit::onEdited);
    connect(m_edit, &ExpiryDateTimeEdit::instantPasted, this, &NullableDateTimeEdit::setExpiry);
    connect(m_edit, &ExpiryDateTimeEdit::pasteRefused, this, [this](ExpiryProblem problem) {
        showRefused(tr("Not pasted.") + u' ' + wording::problem(problem));
    });
    auto *refresh = new QTimer(this);
    connect(refresh, &QTimer::timeout, this, &NullableDateTimeEdit::updateNote);
    refresh->start(NoteRefreshMs);
    showExpiry(std::nullopt);
}

void NullableDateTimeEdit::buildPresets()
{
    m_presets->setObjectName("expiryPresetButton"_L1);
    m_presets->setAccessibleName(tr("Expiry presets"));
    m_presets->setToolTip(tr("Usual steps, from now or from the current expiry"));
    auto *menu = new QMenu(m_presets);
    menu->addSection(tr("From now"));
    for (const ExpiryPreset preset : AllExpiryPresets) {
        menu->addAction(tr("From now: %1").arg(presetText(preset)), this, [this, preset] {
            const qint64 now = m_clock().toSecsSinceEpoch();
            // A round minute, as for the time that is proposed.
            if (const auto from = Expiry::fromMicroseconds((now - now % 60) * 1'000'000)) {
                applyPreset(preset, *from);
            }
        });
    }
    menu->addSection(tr("From the current expiry"));
    for (const ExpiryPreset preset : AllExpiryPresets) {
        m_currentPresets.append(
            menu->addAction(tr("From the current expiry: %1").arg(presetText(preset)), this,
                            [this, preset] { applyPreset(preset, *m_current); }));
    }
    m_presets->setMenu(menu);
}

void NullableDateTimeEdit::applyPreset(ExpiryPreset preset, const Expiry &from)
{
    const auto expiry = expiryAfter(preset, from, m_zone);
    if (!expiry) {
        showRefused(wording::problem(expiry.error()));
        return;
    }
    setExpiry(*expiry);
}

void NullableDateTimeEdit::setExpiry(const Expiry &expiry)
{
    {
        const QScopedValueRollback showing(m_showing, true);
        m_never->setTristate(false);
        m_never->setCheckState(Qt::Unchecked);
        m_edit->setEnabled(true);
        showInstant(expiry);
    }
    Q_EMIT edited();
}

void NullableDateTimeEdit::setCurrentExpiry(const std::optional<Expiry> &expiry)
{
    m_current = expiry && !expiry->isNever() ? expiry : std::nullopt;
    for (QAction *action : std::as_const(m_currentPresets)) {
        action->setEnabled(m_current.has_value());
    }
}

void NullableDateTimeEdit::showExpiry(const std::optional<Expiry> &expiry)
{
    const QScopedValueRollback showing(m_showing, true);
    setCurrentExpiry(expiry);
    m_never->setTristate(!expiry);
    m_exact = expiry;
    if (!expiry || expiry->isNever()) {
        m_never->setCheckState(expiry ? Qt::Checked : Qt::PartiallyChecked);
        m_edit->showNothing();
        m_edit->setEnabled(false);
        m_exactShown = {};
        updateNote();
        return;
    }
    m_never->setCheckState(Qt::Unchecked);
    m_edit->setEnabled(true);
    showInstant(*expiry);
}

void NullableDateTimeEdit::showInstant(const Expiry &expiry)
{
    const QScopedValueRollback showing(m_showing, true);
    const QDateTime local = expiry.toUtc().toTimeZone(m_zone);
    m_edit->showWallTime(local.date(), local.time());
    m_exact = expiry;
    m_exactShown = m_edit->dateTime();
    updateNote();
}

std::optional<Expiry> NullableDateTimeEdit::expiry() const
{
    switch (m_never->checkState()) {
    case Qt::PartiallyChecked:
        return std::nullopt;
    case Qt::Checked:
        return Expiry::never();
    case Qt::Unchecked:
        break;
    }
    if (m_exact && m_edit->dateTime() == m_exactShown) {
        return m_exact; // also where the field can't show it: an expiry in the year 1
    }
    if (m_edit->showsNothing()) {
        return std::nullopt;
    }
    const auto expiry = Expiry::fromLocal(m_edit->date(), m_edit->time(), m_zone);
    return expiry ? std::optional(*expiry) : std::nullopt;
}

std::optional<ExpiryProblem> NullableDateTimeEdit::problem() const
{
    if (m_never->checkState() != Qt::Unchecked || expiry()) {
        return std::nullopt;
    }
    if (m_edit->showsNothing()) {
        return ExpiryProblem::Empty;
    }
    const auto local = Expiry::fromLocal(m_edit->date(), m_edit->time(), m_zone);
    return local ? std::nullopt : std::optional(local.error());
}

ExpiryEdit NullableDateTimeEdit::edit() const
{
    return {m_never->checkState(), m_edit->dateTime(), m_exact, m_exactShown};
}

void NullableDateTimeEdit::applyEdit(const ExpiryEdit &edit)
{
    const QScopedValueRollback showing(m_showing, true);
    m_never->setTristate(edit.never == Qt::PartiallyChecked);
    m_never->setCheckState(edit.never);
    m_edit->setDateTime(edit.wallTime);
    m_edit->setEnabled(edit.never == Qt::Unchecked);
    m_exact = edit.exact;
    m_exactShown = edit.exactShown;
    updateNote();
}

void NullableDateTimeEdit::setMarkedInvalid(bool invalid)
{
    markInvalid(m_edit, invalid);
}

void NullableDateTimeEdit::onNeverToggled()
{
    if (m_showing) {
        return;
    }
    m_never->setTristate(false); // once set, it can't be "not stated" again; Revert can
    const bool never = m_never->isChecked();
    m_edit->setEnabled(!never);
    if (!never && m_edit->showsNothing()) {
        const QScopedValueRollback showing(m_showing, true);
        const QDateTime proposed = m_clock().addDays(ProposedDays).toTimeZone(m_zone);
        // The end of a minute's worth of seconds means nothing to anybody: a round time does.
        m_edit->showWallTime(proposed.date(),
                             QTime(proposed.time().hour(), proposed.time().minute()));
    }
    updateNote();
    Q_EMIT edited();
}

void NullableDateTimeEdit::onEdited()
{
    if (m_showing) {
        return;
    }
    updateNote();
    Q_EMIT edited();
}

void NullableDateTimeEdit::updateNote()
{
    m_note->setTone(Tone::Neutral);
    const auto set = expiry();
    if (!set || set->isNever()) {
        m_note->setShownText(QString());
        m_note->setVisible(false);
        return;
    }
    QString note = wording::expiryInUtc(*set, m_clock());
    if (const QString zone = wording::zoneAt(m_zone, set->toUtc()); zone != "UTC"_L1) {
        note.prepend(zone + u" \u00b7 "_s);
    }
    if (occursTwice(m_edit->date(), m_edit->time(), m_zone) && set != m_exact) {
        note += u' ' + tr("This local time occurs twice; the first one is meant.");
    }
    m_note->setShownText(note);
    m_note->setVisible(true);
}

void NullableDateTimeEdit::showRefused(const QString &why)
{
    m_note->setTone(Tone::Error);
    m_note->setShownText(why);
    m_note->setVisible(true);
}

} // namespace purser
