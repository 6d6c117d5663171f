// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/wrappedtext.h"

#include <QApplication>
#include <QEvent>
#include <QTextDocument>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace purser {

WrappedText::WrappedText(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QTextEdit(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setReadOnly(true);
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setFocusPolicy(Qt::ClickFocus); // a stop of the Tab key for each would be in the way
    setFrameShape(QFrame::NoFrame);
    setContextMenuPolicy(Qt::NoContextMenu);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    applyPalette();
    fitHeight();
}

void WrappedText::setShownText(const QString &text)
{
    if (text == toPlainText()) {
        return;
    }
    setPlainText(text);
    fitHeight();
}

QSize WrappedText::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, height()};
}

QSize WrappedText::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().lineSpacing()};
}

void WrappedText::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    fitHeight();
}

void WrappedText::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange) {
        applyPalette();
    } else if (event->type() == QEvent::FontChange) {
        fitHeight();
    }
}

void WrappedText::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void WrappedText::applyPalette()
{
    QPalette transparent = QApplication::palette();
    transparent.setColor(QPalette::Base, Qt::transparent);
    setPalette(transparent);
}

void WrappedText::fitHeight()
{
    const int needed = static_cast<int>(std::ceil(document()->size().height()));
    setFixedHeight(qMax(needed, fontMetrics().lineSpacing()));
}

} // namespace purser
