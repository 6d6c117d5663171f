// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

namespace purser {

//! A text for reading that may be long and have no place to break, such as a name or a request
//! id: plain, selectable, broken anywhere, and as high as it needs to be.
class WrappedText final : public QTextEdit {
    Q_OBJECT

public:
    WrappedText(const QString &objectName, const QString &accessibleName,
                QWidget *parent = nullptr);

    void setShownText(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    //! The area around scrolls, not the text.
    void wheelEvent(QWheelEvent *event) override;

private:
    void applyPalette();
    void fitHeight();
};

} // namespace purser
