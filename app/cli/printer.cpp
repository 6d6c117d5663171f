// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/printer.h"

#include <QJsonDocument>

#include <cstdio>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

using namespace Qt::StringLiterals;

namespace purser::cli {

namespace {

#ifdef Q_OS_WIN

QByteArray encoded(const QString &text)
{
    return text.toUtf8();
}

//! A console has a code page of its own, which is seldom UTF-8; it takes UTF-16 whole.
bool writeToConsole(std::FILE *stream, const QByteArray &utf8)
{
    const HANDLE console = GetStdHandle(stream == stderr ? STD_ERROR_HANDLE : STD_OUTPUT_HANDLE);
    DWORD mode = 0;
    if (!GetConsoleMode(console, &mode)) {
        return false;
    }
    const std::wstring text = QString::fromUtf8(utf8).toStdWString();
    DWORD written = 0;
    return WriteConsoleW(console, text.data(), static_cast<DWORD>(text.size()), &written, nullptr);
}

#else

QByteArray encoded(const QString &text)
{
    return text.toLocal8Bit();
}

bool writeToConsole(std::FILE * /*stream*/, const QByteArray & /*utf8*/)
{
    return false;
}

#endif

bool write(std::FILE *stream, const QByteArray &bytes)
{
    if (writeToConsole(stream, bytes)) {
        return true;
    }
    const auto size = static_cast<std::size_t>(bytes.size());
    const bool isTaken = std::fwrite(bytes.constData(), 1, size, stream) == size;
    return std::fflush(stream) == 0 && isTaken;
}

} // namespace

bool print(std::FILE *stream, const QString &text)
{
    return write(stream, encoded(text));
}

void Printer::say(const QString &text) const
{
    if (!m_json) {
        m_isWritten = print(stdout, text + u'\n') && m_isWritten;
    }
}

void Printer::complain(const QString &sentence) const
{
    print(stderr, "purser-cli: "_L1 + sentence + u'\n');
}

void Printer::report(const Report &report) const
{
    if (m_json) {
        const QByteArray json = QJsonDocument(toJson(report)).toJson(QJsonDocument::Compact);
        m_isWritten = write(stdout, json + '\n') && m_isWritten;
    }
}

} // namespace purser::cli
