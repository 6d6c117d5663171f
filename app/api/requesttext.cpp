// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/requesttext.h"

#include "api/tokenjson.h"

using namespace Qt::StringLiterals;

namespace purser {

namespace {

//! Within single quotes a POSIX shell takes everything as it is, but for the quote itself.
QString shellQuoted(const QString &text)
{
    QString quoted = text;
    quoted.replace(u'\'', u"'\\''"_s);
    return u'\'' + quoted + u'\'';
}

//! PowerShell doubles the quote; a typographic one would end the text as well.
QString powerShellQuoted(const QString &text)
{
    QString quoted;
    for (const QChar c : text) {
        const bool isQuote = c == u'\'' || (c >= QChar(0x2018) && c <= QChar(0x201b));
        quoted += isQuote ? QString(2, c) : QString(c);
    }
    return u'\'' + quoted + u'\'';
}

} // namespace

RequestText RequestText::ofChange(const ServiceUrl &service, const QString &name,
                                  const TokenPatch &patch)
{
    const auto url = service.tokenUrl(name);
    return {u"PATCH"_s, url ? url->toString(QUrl::FullyEncoded) : QString(),
            QString::fromUtf8(patchToJson(patch))};
}

QString RequestText::preview() const
{
    return method + u' ' + url + u'\n' + body;
}

QString RequestText::curl() const
{
    // --globoff: brackets of an IPv6 address are no pattern.
    // printf is the shell's own in bash, dash, zsh, ksh, BusyBox and fish: the JWT becomes no
    // argument of a program, which any other could see, and no file for a here-document.
    return u"printf 'Authorization: Bearer %s\\n' \"$PURSER_JWT\" |\n"
           "  curl --globoff --request %1 --url %2 \\\n"
           "  --header @- \\\n"
           "  --header 'Content-Type: application/json' \\\n"
           "  --data %3"_s.arg(method, shellQuoted(url), shellQuoted(body));
}

QString RequestText::powerShell() const
{
    // A cmdlet: there is no other program that would get the header as an argument.
    return u"Invoke-RestMethod -Method Patch -Uri %1 `\n"
           "  -Headers @{ Authorization = \"Bearer $env:PURSER_JWT\" } `\n"
           "  -ContentType 'application/json' `\n"
           "  -Body %2"_s.arg(powerShellQuoted(url), powerShellQuoted(body));
}

} // namespace purser
