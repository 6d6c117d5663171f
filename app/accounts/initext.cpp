// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/initext.h"

#include "accounts/inivalue.h"

using namespace Qt::StringLiterals;

namespace purser {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

//! What QSettings takes for one line: it may run over several, by a quote or a backslash.
struct Line {
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype equals = -1; //!< -1: none
};

//! Gives the lines of a text one by one, as QSettings' readIniLine does, without the comments.
class Lines {
public:
    explicit Lines(const QByteArray &text) : m_text(text)
    {
        if (m_text.startsWith("\xef\xbb\xbf")) {
            m_at = 3;
        }
    }

    //! False: there is no more.
    bool next(Line &line)
    {
        if (!skipToContent()) {
            return false;
        }
        line = {m_at, m_at, -1};
        bool inQuotes = false;
        while (m_at < m_text.size()) {
            const char c = m_text.at(m_at);
            if (!inQuotes && (isLineEnd(c) || c == ';')) {
                break;
            }
            if (c == '=' && !inQuotes && line.equals < 0) {
                line.equals = m_at;
            } else if (c == '"') {
                inQuotes = !inQuotes;
            } else if (c == '\\') {
                skipEscaped();
            }
            ++m_at;
        }
        m_at = qMin(m_at, m_text.size());
        line.end = m_at;
        return true;
    }

private:
    bool skipToContent()
    {
        while (m_at < m_text.size()) {
            if (m_text.at(m_at) == ';') {
                while (m_at < m_text.size() && !isLineEnd(m_text.at(m_at))) {
                    ++m_at;
                }
            } else if (isSpace(m_text.at(m_at))) {
                ++m_at;
            } else {
                return true;
            }
        }
        return false;
    }
    //! A line end of two characters is one.
    void skipEscaped()
    {
        ++m_at;
        if (m_at + 1 < m_text.size() && isLineEnd(m_text.at(m_at)) && isLineEnd(m_text.at(m_at + 1))
            && m_text.at(m_at) != m_text.at(m_at + 1)) {
            ++m_at;
        }
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
};

//! Of "[name]"; what the keys of the section begin with.
QString prefixOf(QByteArrayView line)
{
    const qsizetype end = line.indexOf(']');
    const QByteArray name =
        line.sliced(1, (end < 0 ? line.size() : end) - 1).toByteArray().trimmed();
    if (name.compare("general", Qt::CaseInsensitive) == 0) {
        return {};
    }
    return (name.compare("%general", Qt::CaseInsensitive) == 0 ? QString::fromLatin1(name.mid(1))
                                                               : decodedKey(name))
        + u'/';
}

QByteArray headerOf(const QString &prefix)
{
    if (prefix.isEmpty()) {
        return "[General]\n";
    }
    const QString group = prefix.chopped(1);
    const QByteArray name = group.compare("general"_L1, Qt::CaseInsensitive) == 0
        ? '%' + group.toLatin1()
        : encodedKey(group);
    return '[' + name + "]\n";
}

} // namespace

IniText::IniText(QByteArray text) : m_text(std::move(text))
{
    parse();
}

void IniText::parse()
{
    m_entries.clear();
    m_newest.clear();
    m_groupEnds.clear();
    QString prefix;
    Lines lines(m_text);
    Line line;
    while (lines.next(line)) {
        const auto whole = QByteArrayView(m_text).sliced(line.begin, line.end - line.begin);
        if (whole.startsWith('[')) {
            prefix = prefixOf(whole);
            m_groupEnds.insert(prefix, line.end);
            continue;
        }
        m_groupEnds.insert(prefix, line.end);
        if (line.equals < 0) {
            continue;
        }
        const QByteArray name = m_text.mid(line.begin, line.equals - line.begin).trimmed();
        const QString key = prefix + decodedKey(name);
        m_newest.insert(key, m_entries.size());
        m_entries.append({key, line.begin, line.equals + 1, line.end});
    }
}

QVariant IniText::value(const QString &key) const
{
    const auto newest = m_newest.constFind(key);
    if (newest == m_newest.cend()) {
        return {};
    }
    const Entry &entry = m_entries.at(*newest);
    return decodedValue(QByteArrayView(m_text).sliced(entry.value, entry.end - entry.value));
}

QStringList IniText::keys() const
{
    QStringList keys;
    for (const Entry &entry : m_entries) {
        keys.append(entry.key);
    }
    return keys;
}

bool IniText::setValue(const QString &key, const QVariant &value)
{
    const QByteArray encoded = encodedValue(value);
    const auto newest = m_newest.constFind(key);
    if (newest == m_newest.cend()) {
        insert(key, encoded);
    } else {
        const Entry &entry = m_entries.at(*newest);
        replace(entry.value, entry.end, encoded);
    }
    return m_newest.contains(key) && this->value(key) == decodedValue(encoded);
}

void IniText::remove(const QString &key)
{
    while (m_newest.contains(key)) {
        const Entry &entry = m_entries.at(m_newest.value(key));
        qsizetype end = entry.end;
        if (m_text.mid(end, 2) == "\r\n") {
            end += 2;
        } else if (end < m_text.size() && isLineEnd(m_text.at(end))) {
            ++end;
        }
        replace(entry.begin, end, {});
    }
}

void IniText::insert(const QString &key, const QByteArray &encoded)
{
    const qsizetype slash = key.indexOf(u'/');
    const QString prefix = key.left(slash + 1);
    const QByteArray line = encodedKey(key.mid(slash + 1)) + '=' + encoded;
    const auto end = m_groupEnds.constFind(prefix);
    if (end != m_groupEnds.cend()) {
        replace(*end, *end, '\n' + line);
        return;
    }
    QByteArray section = headerOf(prefix) + line + '\n';
    if (!m_text.isEmpty()) {
        section.prepend(m_text.endsWith('\n') ? "\n" : "\n\n");
    }
    replace(m_text.size(), m_text.size(), section);
}

void IniText::replace(qsizetype begin, qsizetype end, const QByteArray &with)
{
    m_text.replace(begin, end - begin, with);
    parse();
}

} // namespace purser
