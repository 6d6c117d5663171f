// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields/nullabledatetimeedit.h"

#include "fields/expirydatetimeedit.h"
#include "fields/expirywords.h"
#include "kit/appearance.h"
#include "kit/shownlabel.h"
#include "wording/wording.h"

#include <QCheckBox>
#include <QHBoxLayout>
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
    m_edit->setToolTip(tr("A date alone means the end of that day. A time may follow it, and a "
                          "zone; without one it is the local time. Also: +30d, +1m, +1y, never."));

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
    connect(m_edit, &ExpiryDateTimeEdit::edited, this, &NullableDateTimeEdit::onTyped);
    connect(m_edit, &ExpiryDateTimeEdit::left, this, &NullableDateTimeEdit::onLeft);
    connect(m_edit, &ExpiryDateTimeEdit::dayPicked, this, &NullableDateTimeEdit::onDayPicked);
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
        m_edit->replaceText(shownText(expiry));
        m_reading = expiry;
    }
    updateNote();
    Q_EMIT edited();
}

void NullableDateTimeEdit::setCurrentExpiry(const std::optional<Expiry> &expiry)
{
    m_isStated = expiry.has_value();
    m_current = expiry && !expiry->isNever() ? expiry : std::nullopt;
    for (QAction *action : std::as_const(m_currentPresets)) {
        action->setEnabled(m_current.has_value());
    }
}

void NullableDateTimeEdit::showExpiry(const std::optional<Expiry> &expiry)
{
    setCurrentExpiry(expiry);
    m_beforeNever.reset();
    if (m_current) {
        showText(shownText(*m_current), m_current);
    } else {
        showNever(expiry ? Qt::Checked : Qt::PartiallyChecked);
    }
}

void NullableDateTimeEdit::showRequest(const Expiry &expiry)
{
    if (expiry.isNever()) {
        showNever(Qt::Checked);
    } else {
        showText(shownText(expiry), expiry);
    }
}

//! No time: never, or, half ticked, not stated.
void NullableDateTimeEdit::showNever(Qt::CheckState state)
{
    {
        const QScopedValueRollback showing(m_showing, true);
        m_never->setTristate(state == Qt::PartiallyChecked);
        m_never->setCheckState(state);
        m_edit->clear();
        m_edit->setEnabled(state != Qt::Checked);
        m_reading = Unexpected{ExpiryTextProblem::Empty};
    }
    updateNote();
}

//! exact: what the text means, where that is known better than it can be read.
void NullableDateTimeEdit::showText(const QString &text, const std::optional<Expiry> &exact)
{
    {
        const QScopedValueRollback showing(m_showing, true);
        m_never->setTristate(false);
        m_never->setCheckState(Qt::Unchecked);
        m_edit->setEnabled(true);
        m_edit->setText(text);
        m_reading = exact ? Reading(*exact) : read(text);
    }
    updateNote();
}

ExpiryTextContext NullableDateTimeEdit::context() const
{
    return {m_zone, locale(), m_clock(), {u"never"_s, wording::expiry(Expiry::never(), m_zone)}};
}

//! The token's own text is the token's own instant, whose microseconds it does not show.
NullableDateTimeEdit::Reading NullableDateTimeEdit::read(const QString &text) const
{
    return m_current && text.trimmed() == shownText(*m_current) ? Reading(*m_current)
                                                                : readExpiry(text, context());
}

QString NullableDateTimeEdit::shownText(const Expiry &expiry) const
{
    return m_current == expiry ? expiry.toDisplay(m_zone) : exactText(expiry, m_zone);
}

std::optional<Expiry> NullableDateTimeEdit::expiry() const
{
    if (m_never->checkState() == Qt::Checked) {
        return Expiry::never();
    }
    const bool isSet = m_never->checkState() == Qt::Unchecked && m_reading;
    return isSet && !m_edit->isComposing() ? std::optional(*m_reading) : std::nullopt;
}

QString NullableDateTimeEdit::problem() const
{
    if (m_edit->isComposing()) {
        return tr("Finish what the input method is still composing.");
    }
    if (m_never->checkState() != Qt::Unchecked || m_reading) {
        return {};
    }
    return expiryTextWords(m_reading.error(), context());
}

ExpiryEdit NullableDateTimeEdit::edit() const
{
    const bool isTime = m_reading && !m_reading->isNever();
    return {m_never->checkState(),
            m_never->checkState() == Qt::Checked ? QString() : m_edit->text(),
            isTime ? std::optional(*m_reading) : std::nullopt};
}

void NullableDateTimeEdit::applyEdit(const ExpiryEdit &edit)
{
    m_beforeNever.reset();
    if (edit.never != Qt::Unchecked) {
        showNever(edit.never);
        return;
    }
    // A step from then must not become one from now.
    const auto again = read(edit.text);
    const bool isStale = edit.exact && (!again || *again != *edit.exact);
    showText(isStale ? shownText(*edit.exact) : edit.text, edit.exact);
}

void NullableDateTimeEdit::setMarkedInvalid(bool invalid)
{
    markInvalid(m_edit, invalid);
}

void NullableDateTimeEdit::setProblemDescription(const QString &text)
{
    m_edit->setAccessibleDescription(text);
}

void NullableDateTimeEdit::onNeverToggled()
{
    if (m_showing) {
        return;
    }
    if (m_never->isChecked()) {
        m_beforeNever = edit();
        m_beforeNever->text = m_edit->text();
        showNever(Qt::Checked); // a date beside it could be taken for what is sent
        Q_EMIT edited();
        return;
    }
    // Once set, it can't be "not stated" again; Revert can.
    const auto before = std::exchange(m_beforeNever, std::nullopt);
    if (before && !before->text.trimmed().isEmpty()) {
        showText(before->text, before->exact);
        Q_EMIT edited();
        return;
    }
    const qint64 proposed = m_clock().addDays(ProposedDays).toSecsSinceEpoch();
    // The end of a minute's worth of seconds means nothing to anybody: a round time does.
    if (const auto expiry = Expiry::fromMicroseconds((proposed - proposed % 60) * 1'000'000)) {
        setExpiry(*expiry);
    }
}

void NullableDateTimeEdit::onTyped()
{
    if (m_showing) {
        return;
    }
    m_reading = read(m_edit->text());
    const bool isEmpty = !m_reading && m_reading.error() == ExpiryTextProblem::Empty;
    const bool isNever = m_reading && m_reading->isNever();
    if (isNever && !m_edit->hasFocus()) {
        showNever(Qt::Checked);
        Q_EMIT edited();
        return;
    }
    {
        const QScopedValueRollback showing(m_showing, true);
        const bool isNotStated = isEmpty && !m_isStated;
        m_never->setTristate(isNotStated);
        m_never->setCheckState(isNever           ? Qt::Checked
                                   : isNotStated ? Qt::PartiallyChecked
                                                 : Qt::Unchecked);
        m_edit->setEnabled(true); // whoever sets a text means it, also beside a ticked Never
    }
    updateNote();
    Q_EMIT edited();
}

void NullableDateTimeEdit::onLeft()
{
    if (!m_reading || m_edit->isComposing()) {
        return;
    }
    if (m_reading->isNever()) {
        showNever(Qt::Checked);
        return;
    }
    const QString inFull = shownText(*m_reading);
    const auto again = read(inFull);
    if (m_edit->text() != inFull && again && *again == *m_reading) {
        const QScopedValueRollback showing(m_showing, true);
        m_edit->replaceText(inFull);
        updateNote();
    }
}

void NullableDateTimeEdit::onDayPicked(QDate day)
{
    QTime time(23, 59, 59);
    const auto typed = timeInText(m_edit->text(), context());
    const bool isTime = m_reading && !m_reading->isNever();
    if (isTime && (typed || m_edit->text() == shownText(*m_reading))) {
        time = m_reading->toUtc().toTimeZone(m_zone).time();
    } else if (typed) {
        time = *typed;
    }
    const QString text = day.toString(u"yyyy-MM-dd "_s) + time.toString(u"HH:mm:ss"_s);
    if (text != m_edit->text()) {
        m_edit->replaceText(text);
    }
}

void NullableDateTimeEdit::updateNote()
{
    m_note->setTone(Tone::Neutral);
    const auto set = expiry();
    const bool isTime = set && !set->isNever();
    m_edit->setCalendarDate((isTime ? set->toUtc() : m_clock()).toTimeZone(m_zone).date());
    if (!isTime) {
        m_note->setShownText(QString());
        m_note->setVisible(false);
        return;
    }
    const QDateTime local = set->toUtc().toTimeZone(m_zone);
    const QString zone = wording::zoneAt(m_zone, set->toUtc());
    QString note = wording::expiryInUtc(*set, m_clock());
    if (zone != "UTC"_L1) {
        const bool isInFull = m_edit->text() == shownText(*set);
        note.prepend((isInFull ? zone : wording::expiry(set, m_zone)) + u" \u00b7 "_s);
    }
    const auto first = Expiry::fromLocal(local.date(), local.time(), m_zone);
    if (set != m_current && occursTwice(local.date(), local.time(), m_zone)
        && first->toUtc() == set->toUtc()) {
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
