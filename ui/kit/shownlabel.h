// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kit/appearance.h"

#include <QLabel>

namespace purser {

//! Text for reading: always plain (what comes from outside can't become links or images),
//! selectable with the mouse, and, since a label with an accessible name exposes no text, with
//! the text as accessible description beside the fixed name. One that shows nothing has no name: a
//! listener is not told of it.
class ShownLabel : public QLabel {
    Q_OBJECT

public:
    //! accessibleName: fixed; empty for labels that need none.
    explicit ShownLabel(const QString &objectName, const QString &accessibleName,
                        QWidget *parent = nullptr);

    void setShownText(const QString &text);
    //! Colours the text; follows the palette.
    void setTone(Tone tone);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyTone();

    Tone m_tone = Tone::Neutral;
    QString m_heard; //!< the accessible name
};

//! A shown text on one line, cut in its middle where there is no room: for names, which may
//! have 200 characters without a place to break. The tooltip has the whole.
class ElidedLabel final : public ShownLabel {
    Q_OBJECT

public:
    ElidedLabel(const QString &objectName, const QString &accessibleName,
                QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace purser
