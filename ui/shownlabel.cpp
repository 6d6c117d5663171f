// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownlabel.h"

#include <QEvent>

namespace purser {

ShownLabel::ShownLabel(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QLabel(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setWordWrap(true);
}

void ShownLabel::setShownText(const QString &text)
{
    setText(text);
    setAccessibleDescription(text);
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

} // namespace purser
