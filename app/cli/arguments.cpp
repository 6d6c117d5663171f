// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include <QCoreApplication>
#include <QStringDecoder>

#ifdef Q_OS_UNIX
#include <clocale>
#include <langinfo.h>
#endif

namespace purser::cli {

void preferUtf8()
{
#ifdef Q_OS_UNIX
    std::setlocale(LC_ALL, "");
    if (qstrcmp(::nl_langinfo(CODESET), "UTF-8") != 0) {
        qputenv("LC_ALL", "C.UTF-8");
    }
#endif
}

std::optional<QStringList> argumentsFrom(int argc, char **argv)
{
#ifdef Q_OS_WIN
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    return QCoreApplication::arguments(); // Windows passes them as UTF-16
#else
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString argument = decoder(argv[i]);
        if (decoder.hasError()) {
            return std::nullopt;
        }
        arguments.append(argument);
    }
    return arguments;
#endif
}

} // namespace purser::cli
