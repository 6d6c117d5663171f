// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QVariant>

namespace purser {

//! The text of an INI file as QSettings writes and reads it. Single values are read and changed;
//! all the rest, known or not, stays as it is to the byte. A key is "group/name", or "name" in
//! [General]; where the file has one more than once, the last one counts.
class IniText {
public:
    explicit IniText(QByteArray text = {});

    [[nodiscard]] const QByteArray &text() const { return m_text; }

    //! A QString, a QStringList where it has commas, or a QByteArray; invalid: there is none.
    [[nodiscard]] QVariant value(const QString &key) const;
    [[nodiscard]] QString string(const QString &key) const { return value(key).toString(); }
    //! In the order of the file; one that is there twice, twice.
    [[nodiscard]] QStringList keys() const;

    //! value: a QString, QStringList, bool, number or QByteArray. False: what the text ends with
    //! takes in whatever is put behind it, such as a quote that nothing closes.
    bool setValue(const QString &key, const QVariant &value);
    void remove(const QString &key);

private:
    //! One "key=value", and where it is in the text.
    struct Entry {
        QString key;
        qsizetype begin; //!< of its line
        qsizetype value; //!< where the value begins
        qsizetype end; //!< of the value
    };

    void parse();
    void replace(qsizetype begin, qsizetype end, const QByteArray &with);
    void insert(const QString &key, const QByteArray &encoded);

    QByteArray m_text;
    QList<Entry> m_entries;
    QHash<QString, qsizetype> m_newest; //!< the entry that counts, by key
    QHash<QString, qsizetype> m_groupEnds; //!< where the next entry of a group goes
};

} // namespace purser
