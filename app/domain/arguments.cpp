// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/arguments.h"

#include "domain/exacttext.h"

#include <QCoreApplication>

namespace purser {

std::optional<QStringList> argumentsFrom(int argc, char **argv)
{
#ifdef Q_OS_WIN
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    return QCoreApplication::arguments(); // Windows passes them as UTF-16
#else
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        const auto argument = textFromUtf8(argv[i]);
        if (!argument) {
            return std::nullopt;
        }
        arguments.append(*argument);
    }
    return arguments;
#endif
}

} // namespace purser
