// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace purser::cli {

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
