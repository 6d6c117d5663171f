// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/icons.h"

#include "history/changetext.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace purser;

namespace {

QDir sources(const QString &folder)
{
    return QDir(QStringLiteral(PURSER_SOURCE_DIR "/") + folder);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList lineIcons()
{
    QStringList names;
    const auto files = sources(u"resources/icons"_s).entryInfoList({u"*.svg"_s});
    for (const QFileInfo &file : files) {
        if (file.baseName() != "purser"_L1) {
            names.append(file.baseName());
        }
    }
    return names;
}

//! How much of the picture is covered, 0 to 1.
double coverage(const QImage &image)
{
    qint64 alpha = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            alpha += qAlpha(image.pixel(x, y));
        }
    }
    return static_cast<double>(alpha) / (255.0 * image.width() * image.height());
}

//! The largest distance of a covered pixel's channel from the colour's.
int distanceFrom(const QColor &color, const QImage &image)
{
    int farthest = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() > 200) { // less of it is rounded away by its alpha
                farthest = std::max({farthest, std::abs(pixel.red() - color.red()),
                                     std::abs(pixel.green() - color.green()),
                                     std::abs(pixel.blue() - color.blue())});
            }
        }
    }
    return farthest;
}

//! The application's palette, for one test.
class PaletteFor {
public:
    explicit PaletteFor(const QPalette &palette) { QApplication::setPalette(palette); }
    ~PaletteFor() { QApplication::setPalette(QPalette()); }
    Q_DISABLE_COPY_MOVE(PaletteFor)
};

QPalette colourful()
{
    QPalette palette;
    palette.setColor(QPalette::Active, QPalette::ButtonText, QColor(u"#1a3c5e"_s));
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, QColor(u"#8899aa"_s));
    palette.setColor(QPalette::Active, QPalette::HighlightedText, QColor(u"#ffe680"_s));
    return palette;
}

} // namespace

class TestIcons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNameInTheCodeHasAMask()
    {
        const QRegularExpression use(u"\\bicon(?:Pixmap)?\\(u\"([^\"]+)\"_s"_s);
        QStringList names;
        QDirIterator files(sources(u"ui"_s).path(), {u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString code = QString::fromUtf8(contentOf(files.next()));
            for (auto match = use.globalMatch(code); match.hasNext();) {
                names.append(match.next().captured(1));
            }
        }
        QVERIFY(names.size() > 10);
        for (const Outcome outcome : AllOutcomes) {
            names.append(changetext::iconName(outcome));
        }
        for (const QString &name : std::as_const(names)) {
            QVERIFY2(lineIcons().contains(name), qPrintable(name));
        }
    }

    void masksAreUpToDate_data() { pngs(); }
    void masksAreUpToDate()
    {
        QFETCH(QString, png);
        QFETCH(QString, svg);
        QFETCH(int, size);
        const QImage image(u":/icons/"_s + png);
        QCOMPARE(image.size(), QSize(size, size));
        QVERIFY(image.hasAlphaChannel());
        const QByteArray source = contentOf(sources(u"resources/icons"_s).filePath(svg));
        QVERIFY(!source.isEmpty());
        // Otherwise: run resources/icons/render.
        QCOMPARE(image.text(u"source"_s).toLatin1(),
                 QCryptographicHash::hash(source, QCryptographicHash::Sha256).toHex());
    }

    void theColourIsThePalettes_data()
    {
        QTest::addColumn<QIcon::Mode>("mode");
        QTest::addColumn<QColor>("color");
        const QPalette palette = colourful();
        const QColor text = palette.color(QPalette::Active, QPalette::ButtonText);
        QTest::newRow("normal") << QIcon::Normal << text;
        QTest::newRow("active") << QIcon::Active << text;
        QTest::newRow("disabled") << QIcon::Disabled
                                  << palette.color(QPalette::Disabled, QPalette::ButtonText);
        QTest::newRow("selected") << QIcon::Selected
                                  << palette.color(QPalette::Active, QPalette::HighlightedText);
    }
    void theColourIsThePalettes()
    {
        QFETCH(QIcon::Mode, mode);
        QFETCH(QColor, color);
        const PaletteFor palette(colourful());
        for (const QString &name : lineIcons()) {
            const QImage image = icon(name).pixmap(QSize(32, 32), 1.0, mode).toImage();
            QVERIFY2(coverage(image) > 0.02, qPrintable(name));
            QVERIFY2(distanceFrom(color, image) <= 2, qPrintable(name));
        }
    }

    void anIconFollowsThePalette()
    {
        const QIcon submit = icon(u"submit"_s);
        for (const char *color : {"#102030", "#f0e0d0"}) {
            QPalette palette;
            palette.setColor(QPalette::ButtonText, QColor(QLatin1StringView(color)));
            const PaletteFor used(palette);
            const QImage image = submit.pixmap(QSize(24, 24), 1.0).toImage();
            QVERIFY(distanceFrom(QColor(QLatin1StringView(color)), image) <= 2);
        }
    }

    //! What is drawn is as large as it was asked for, and covers what the mask covers.
    void everySizeIsFilledAlike_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<qreal>("ratio");
        QTest::addColumn<int>("pixels");
        QTest::newRow("16") << 16 << 1.0 << 16;
        QTest::newRow("18 at 125 %") << 18 << 1.25 << 23;
        QTest::newRow("20 at 150 %") << 20 << 1.5 << 30;
        QTest::newRow("24 at 200 %") << 24 << 2.0 << 48;
        QTest::newRow("64 at 300 %") << 64 << 3.0 << 192;
        QTest::newRow("more than the mask has") << 128 << 2.0 << 256;
    }
    void everySizeIsFilledAlike()
    {
        QFETCH(int, size);
        QFETCH(qreal, ratio);
        QFETCH(int, pixels);
        for (const QString &name : lineIcons()) {
            const double wanted = coverage(QImage(u":/icons/%1.png"_s.arg(name)));
            for (const QPixmap &pixmap : {icon(name).pixmap(QSize(size, size), ratio),
                                          iconPixmap(name, Qt::black, size, ratio)}) {
                QCOMPARE(pixmap.size(), QSize(pixels, pixels));
                QVERIFY(std::abs(pixmap.devicePixelRatio() - ratio) < 0.03); // 23 of 22.5 pixels
                const double found = coverage(pixmap.toImage());
                QVERIFY2(std::abs(found - wanted) < 0.01,
                         qPrintable(u"%1: %2, not %3"_s.arg(name).arg(found).arg(wanted)));
            }
        }
    }

    void aPaintedIconIsSharpAndInTheMiddle()
    {
        QImage canvas(QSize(80, 48), QImage::Format_ARGB32_Premultiplied);
        canvas.setDevicePixelRatio(2);
        canvas.fill(Qt::transparent);
        QPainter painter(&canvas);
        icon(u"info"_s).paint(&painter, QRect(0, 0, 40, 24));
        painter.end();
        const QImage expected = icon(u"info"_s).pixmap(QSize(24, 24), 2.0).toImage();
        const QImage found = canvas.copy(16, 0, 48, 48);
        for (int y = 0; y < 48; ++y) {
            for (int x = 0; x < 48; ++x) {
                QCOMPARE(found.pixel(x, y), expected.pixel(x, y));
            }
        }
        QCOMPARE(coverage(canvas.copy(0, 0, 16, 48)), 0.0);
        QCOMPARE(coverage(canvas.copy(64, 0, 16, 48)), 0.0);
    }

    void nothingIsDrawnWhereThereIsNoRoom()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        QVERIFY(icon(u"info"_s).pixmap(QSize(0, 0), 1.0).isNull());
        QVERIFY(iconPixmap(u"info"_s, Qt::black, 0, 1.0).isNull());
    }

    //! The widgets ask again at every repaint.
    void theSamePictureIsMadeOnce()
    {
        QPixmapCache::clear();
        const auto first = iconPixmap(u"load"_s, Qt::red, 20, 1.0);
        QCOMPARE(iconPixmap(u"load"_s, Qt::red, 20, 1.0).cacheKey(), first.cacheKey());
        QVERIFY(iconPixmap(u"load"_s, Qt::blue, 20, 1.0).cacheKey() != first.cacheKey());
    }

private:
    static void pngs()
    {
        QTest::addColumn<QString>("png");
        QTest::addColumn<QString>("svg");
        QTest::addColumn<int>("size");
        for (const QString &name : lineIcons()) {
            QTest::newRow(qPrintable(name)) << name + ".png"_L1 << name + ".svg"_L1 << 192;
        }
        for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
            const QString png = u"purser-%1.png"_s.arg(size);
            QTest::newRow(qPrintable(png)) << png << u"purser.svg"_s << size;
        }
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
