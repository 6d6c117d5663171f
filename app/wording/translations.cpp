// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

void install(QCoreApplication &app, const QLocale &locale, const QString &file,
             const QString &folder)
{
    auto *translator = new QTranslator(&app);
    if (translator->load(locale, file, u"_"_s, folder)) {
        QCoreApplication::installTranslator(translator);
    } else {
        delete translator;
    }
}

} // namespace

void installTranslations(QCoreApplication &app)
{
    const QString ours = u":/translations"_s;
    install(app, QLocale(QLocale::English), u"purser"_s, ours);
    const QLocale locale;
    install(app, locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (locale.language() != QLocale::English && locale.language() != QLocale::C) {
        install(app, locale, u"purser"_s, ours);
    }
}

} // namespace purser
