// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/shownlabel.h"

#include <QAccessibleWidget>
#include <QEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

//! Says of a label that shows nothing that it is not there.
class ShownLabelInterface final : public QAccessibleWidget {
public:
    explicit ShownLabelInterface(ShownLabel *label)
        : QAccessibleWidget(label, QAccessible::StaticText)
    {
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.invisible = state.invisible || shownText().isEmpty();
        return state;
    }
    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        const QString own = QAccessibleWidget::text(which);
        return which == QAccessible::Name && own.isEmpty() ? shownText() : own;
    }

private:
    [[nodiscard]] QString shownText() const
    {
        return qobject_cast<const QLabel *>(object())->text();
    }
};

QAccessibleInterface *makeShownLabelInterface(const QString & /*className*/, QObject *object)
{
    auto *label = qobject_cast<ShownLabel *>(object);
    return label ? new ShownLabelInterface(label) : nullptr;
}

void installShownLabelInterface()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(&makeShownLabelInterface);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

} // namespace

ShownLabel::ShownLabel(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QLabel(parent), m_heard(accessibleName)
{
    installShownLabelInterface();
    setObjectName(objectName);
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setWordWrap(true);
}

void ShownLabel::setShownText(const QString &text)
{
    if (text == this->text()) {
        return; // a listener on the accessibility bus hears of changes only
    }
    const bool appears = this->text().isEmpty() != text.isEmpty();
    setText(text);
    setAccessibleName(text.isEmpty() ? QString() : m_heard);
    setAccessibleDescription(text);
    if (appears) {
        QAccessible::State changed;
        changed.invisible = true;
        QAccessibleStateChangeEvent event(this, changed);
        QAccessible::updateAccessibility(&event);
    }
}

void ShownLabel::setTone(Tone tone)
{
    m_tone = tone;
    applyTone();
}

void ShownLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange) {
        applyTone();
    }
    QLabel::changeEvent(event);
}

void ShownLabel::applyTone()
{
    if (m_tone == Tone::Neutral) {
        setPalette(QPalette());
        return;
    }
    QPalette palette;
    palette.setColor(QPalette::WindowText, toneColor(m_tone, palette));
    setPalette(palette);
}

ElidedLabel::ElidedLabel(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : ShownLabel(objectName, accessibleName, parent)
{
    setWordWrap(false);
    setTextInteractionFlags(Qt::NoTextInteraction); // a selection could not be painted
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent * /*event*/)
{
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideMiddle, width());
    // Tooltips guess at rich text; this way there is nothing to guess.
    const QString whole = u"<p>%1</p>"_s.arg(text().toHtmlEscaped());
    setToolTip(shown == text() ? QString() : whole);
    QPainter painter(this);
    style()->drawItemText(&painter, contentsRect(), Qt::AlignLeft | Qt::AlignVCenter, palette(),
                          isEnabled(), shown, QPalette::WindowText);
}

} // namespace purser
