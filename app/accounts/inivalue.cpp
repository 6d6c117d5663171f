// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/inivalue.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

constexpr auto ByteArrayBegin = "@ByteArray("_L1;
constexpr auto StringBegin = "@String("_L1;
constexpr auto Invalid = "@Invalid()"_L1;

struct Escape {
    char letter;
    char meaning;
};
constexpr Escape Escapes[] = {{'a', '\a'}, {'b', '\b'}, {'f', '\f'}, {'n', '\n'},
                              {'r', '\r'}, {'t', '\t'}, {'v', '\v'}};

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

int digit(char c, int base)
{
    bool isDigit = false;
    const int value = QByteArray(1, c).toInt(&isDigit, base);
    return isDigit ? value : -1;
}

//! Takes a value apart as QSettings does.
class ValueReader {
public:
    explicit ValueReader(QByteArrayView text) : m_text(text) { }

    //! More than one: the value is a list.
    QStringList parts()
    {
        skipBlanks();
        while (m_at < m_text.size()) {
            const char c = m_text.at(m_at);
            if (c == '\\') {
                ++m_at;
                readEscape();
            } else if (c == '"') {
                ++m_at;
                m_isQuoted = true;
                m_inQuotes = !m_inQuotes;
                if (!m_inQuotes) {
                    skipBlanks();
                }
            } else if (c == ',' && !m_inQuotes) {
                ++m_at;
                endPart();
                skipBlanks();
            } else {
                readPlain();
            }
        }
        endPart();
        return m_parts;
    }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text.at(m_at))) {
            ++m_at;
        }
        m_firm = m_part.size();
    }
    void readPlain()
    {
        const qsizetype begin = m_at++;
        while (m_at < m_text.size() && !QByteArrayView("\\\",").contains(m_text.at(m_at))) {
            ++m_at;
        }
        m_part += m_fromUtf8.decode(m_text.sliced(begin, m_at - begin));
    }
    void readEscape()
    {
        if (m_at == m_text.size()) {
            return;
        }
        const char c = m_text.at(m_at++);
        for (const Escape &escape : Escapes) {
            if (c == escape.letter) {
                appendFirm(QLatin1Char(escape.meaning));
                return;
            }
        }
        if (QByteArrayView("\"?'\\").contains(c)) {
            appendFirm(QLatin1Char(c));
        } else if (c == 'x') {
            readNumber(16, 0);
        } else if (digit(c, 8) >= 0) {
            readNumber(8, digit(c, 8));
        } else if ((c == '\n' || c == '\r') && m_at < m_text.size()) {
            const char next = m_text.at(m_at);
            m_at += (next == '\n' || next == '\r') && next != c ? 1 : 0;
        }
    }
    void readNumber(int base, int begun)
    {
        auto number = static_cast<char16_t>(begun);
        bool any = base == 8;
        while (m_at < m_text.size() && digit(m_text.at(m_at), base) >= 0) {
            number = static_cast<char16_t>(number * base + digit(m_text.at(m_at++), base));
            any = true;
        }
        if (any) {
            appendFirm(QChar(number));
        }
    }
    //! What is no blank that the end of a part would lose.
    void appendFirm(QChar c)
    {
        m_part += c;
        m_firm = m_part.size();
    }
    void endPart()
    {
        if (!m_isQuoted) {
            while (m_part.size() > m_firm && (m_part.back() == u' ' || m_part.back() == u'\t')) {
                m_part.chop(1);
            }
        }
        m_parts.append(m_part);
        m_part.clear();
        m_firm = 0;
        m_isQuoted = false;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    QStringDecoder m_fromUtf8{QStringDecoder::Utf8};
    QStringList m_parts;
    QString m_part;
    qsizetype m_firm = 0; //!< so much of the part is not cut at its end
    bool m_isQuoted = false;
    bool m_inQuotes = false;
};

//! One "@" stands before a type's name, two for one. A text with a NUL has a type's name.
QString plainText(const QString &text)
{
    if (text.startsWith(StringBegin) && text.endsWith(u')')) {
        return text.mid(StringBegin.size()).chopped(1);
    }
    return text.startsWith("@@"_L1) ? text.mid(1) : text;
}

QString withAt(const QString &text)
{
    return text.startsWith(u'@') ? u'@' + text : text;
}

bool isHexDigit(QChar c)
{
    return c.unicode() < 0x80 && digit(c.toLatin1(), 16) >= 0;
}

QString escaped(QChar c)
{
    for (const Escape &escape : Escapes) {
        if (c == QLatin1Char(escape.meaning)) {
            return u'\\' + QString(QLatin1Char(escape.letter));
        }
    }
    if (c == u'"' || c == u'\\') {
        return u'\\' + QString(c);
    }
    if (c.isNull()) {
        return u"\\0"_s;
    }
    return "\\x"_L1 + QString::number(c.unicode(), 16);
}

QByteArray encodedString(const QString &text)
{
    QString result;
    bool needsQuotes = text.startsWith(u' ') || text.endsWith(u' ');
    bool afterNumber = false;
    for (const QChar c : text) {
        needsQuotes = needsQuotes || c == u';' || c == u',' || c == u'=';
        const bool isControl = c < u' ';
        if (isControl || c == u'"' || c == u'\\' || (afterNumber && isHexDigit(c))) {
            const QString sequence = escaped(c);
            // A digit that follows would be taken for one of the number's.
            afterNumber = sequence.startsWith("\\x"_L1) || sequence == "\\0"_L1;
            result += sequence;
        } else {
            afterNumber = false;
            result += c;
        }
    }
    return (needsQuotes ? u'"' + result + u'"' : result).toUtf8();
}

} // namespace

QString decodedKey(QByteArrayView text)
{
    QString key;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (c == '\\') {
            key += u'/';
            continue;
        }
        if (c == '%' && i + 1 < text.size()) {
            const bool isWide = text.at(i + 1) == 'U';
            const qsizetype first = i + (isWide ? 2 : 1);
            const qsizetype count = isWide ? 4 : 2;
            bool isNumber = false;
            const uint code = first + count <= text.size()
                ? text.sliced(first, count).toByteArray().toUInt(&isNumber, 16)
                : 0;
            if (isNumber) {
                key += QChar(code);
                i = first + count - 1;
                continue;
            }
        }
        key += QLatin1Char(c);
    }
    return key;
}

QByteArray encodedKey(const QString &key)
{
    QByteArray text;
    for (const QChar c : key) {
        const ushort code = c.unicode();
        const bool isPlain =
            code < 0x80 && (c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.');
        if (c == u'/') {
            text += '\\';
        } else if (isPlain) {
            text += static_cast<char>(code);
        } else if (code <= 0xFF) {
            text += '%' + QByteArray::number(code, 16).toUpper().rightJustified(2, '0');
        } else {
            text += "%U" + QByteArray::number(code, 16).toUpper().rightJustified(4, '0');
        }
    }
    return text;
}

QVariant decodedValue(QByteArrayView text)
{
    QStringList parts = ValueReader(text).parts();
    if (parts.size() > 1) {
        for (QString &part : parts) {
            part = plainText(part);
        }
        return parts;
    }
    const QString &single = parts.front();
    if (single == Invalid) {
        return {};
    }
    if (single.startsWith(ByteArrayBegin) && single.endsWith(u')')) {
        return single.mid(ByteArrayBegin.size()).chopped(1).toLatin1();
    }
    return plainText(single);
}

QByteArray encodedValue(const QVariant &value)
{
    if (value.typeId() == QMetaType::QByteArray) {
        return encodedString(ByteArrayBegin + QString::fromLatin1(value.toByteArray()) + u')');
    }
    if (value.typeId() == QMetaType::QStringList) {
        QByteArrayList parts;
        const QStringList list = value.toStringList();
        for (const QString &part : list) {
            parts.append(encodedString(withAt(part)));
        }
        return parts.isEmpty() ? QByteArray(Invalid.data(), Invalid.size()) : parts.join(", ");
    }
    return encodedString(withAt(value.toString()));
}

} // namespace purser
