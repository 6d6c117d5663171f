// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/appearance.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

struct Shades {
    QRgb window, base, alternate, text, button, mid, highlight, highlightedText, disabled, link;
};

constexpr Shades LightShades{0xfff4f5f6, 0xffffffff, 0xfff0f2f4, 0xff1b1f23, 0xfff0f1f2,
                             0xffc4c8cc, 0xff1f6f94, 0xffffffff, 0xff8a9096, 0xff14638a};
constexpr Shades DarkShades{0xff22262b, 0xff2c3238, 0xff272c32, 0xffe4e7ea, 0xff343b43,
                            0xff59626c, 0xff3b93bd, 0xff0c1114, 0xff7c838a, 0xff72bfe3};

QPalette paletteOf(const Shades &shades)
{
    QPalette palette{QColor(shades.button), QColor(shades.window)};
    palette.setColor(QPalette::Window, QColor(shades.window));
    palette.setColor(QPalette::WindowText, QColor(shades.text));
    palette.setColor(QPalette::Base, QColor(shades.base));
    palette.setColor(QPalette::AlternateBase, QColor(shades.alternate));
    palette.setColor(QPalette::Text, QColor(shades.text));
    palette.setColor(QPalette::Button, QColor(shades.button));
    palette.setColor(QPalette::ButtonText, QColor(shades.text));
    palette.setColor(QPalette::BrightText, QColor(shades.text));
    palette.setColor(QPalette::ToolTipBase, QColor(shades.base));
    palette.setColor(QPalette::ToolTipText, QColor(shades.text));
    palette.setColor(QPalette::PlaceholderText, QColor(shades.disabled));
    palette.setColor(QPalette::Mid, QColor(shades.mid));
    palette.setColor(QPalette::Highlight, QColor(shades.highlight));
    palette.setColor(QPalette::HighlightedText, QColor(shades.highlightedText));
    palette.setColor(QPalette::Link, QColor(shades.link));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, QColor(shades.disabled));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(shades.mid));
    palette.setColor(QPalette::Disabled, QPalette::Base, QColor(shades.window));
    return palette;
}

QColor blended(const QColor &over, const QColor &under, qreal share)
{
    const auto mix = [share](float a, float b) {
        return static_cast<float>(share * static_cast<qreal>(a)
                                  + (1 - share) * static_cast<qreal>(b));
    };
    return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                            mix(over.blueF(), under.blueF()));
}

} // namespace

void applyAppearance(Appearance appearance)
{
    if (appearance == Appearance::System) {
        QApplication::setPalette(QPalette());
        return;
    }
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setPalette(paletteOf(appearance == Appearance::Dark ? DarkShades : LightShades));
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF()
        < palette.color(QPalette::WindowText).lightnessF();
}

void markInvalid(QWidget *field, bool invalid)
{
    if (!invalid) {
        field->setPalette(QPalette());
        return;
    }
    QPalette marked = QApplication::palette();
    marked.setColor(QPalette::Base, toneBackground(Tone::Error, marked));
    marked.setColor(QPalette::Text, toneColor(Tone::Error, marked));
    field->setPalette(marked);
}

QColor toneColor(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Neutral:
        break;
    case Tone::Information:
    case Tone::Changed:
        return dark ? QColor(0xff6fc0e6) : QColor(0xff0f5f86);
    case Tone::Success:
        return dark ? QColor(0xff7fd19b) : QColor(0xff1d6b3a);
    case Tone::Warning:
        return dark ? QColor(0xfff0c05a) : QColor(0xff7a5200);
    case Tone::Error:
        return dark ? QColor(0xffff9d94) : QColor(0xffa8231a);
    }
    return palette.color(QPalette::WindowText);
}

QColor toneBackground(Tone tone, const QPalette &palette)
{
    const QColor under = palette.color(QPalette::Base);
    return tone == Tone::Neutral
        ? under
        : blended(toneColor(tone, palette), under, isDark(palette) ? 0.16 : 0.10);
}

} // namespace purser
