// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/printer.h"

#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

void write(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void Printer::say(const QString &text) const
{
    if (!m_json) {
        write(stdout, text.toLocal8Bit() + '\n');
    }
}

void Printer::complain(const QString &sentence) const
{
    write(stderr, "purser-cli: " + sentence.toLocal8Bit() + '\n');
}

void Printer::report(const Report &report) const
{
    if (m_json) {
        write(stdout, QJsonDocument(toJson(report)).toJson(QJsonDocument::Compact) + '\n');
    }
}

} // namespace purser::cli
