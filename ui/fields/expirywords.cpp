// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields/expirywords.h"

#include "wording/wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

struct ExpiryWords {
    Q_DECLARE_TR_FUNCTIONS(purser::ExpiryWords)
};

//! "12/31/2028 or 2028-12-31", or the latter alone where the locale's own is not read.
QString dateExamples(QDate date, const QLocale &locale)
{
    const QString iso = date.toString(u"yyyy-MM-dd"_s);
    const DateOrder order = dateOrder(locale);
    if (order != DateOrder::DayFirst && order != DateOrder::MonthFirst) {
        return iso;
    }
    QString form = locale.dateFormat(QLocale::ShortFormat);
    if (!form.contains("yyyy"_L1)) {
        form.replace(form.contains("yy"_L1) ? u"yy"_s : u"y"_s, u"yyyy"_s);
    }
    return ExpiryWords::tr("%1 or %2").arg(locale.toString(date, form), iso);
}

} // namespace

QString expiryTextWords(ExpiryTextProblem problem, const ExpiryTextContext &context)
{
    const QDate date(context.now.date().year() + 1, 12, 31);
    const QString day = date.toString(u"yyyy-MM-dd"_s);
    const QString evening = day + " 18:00"_L1;
    switch (problem) {
    case ExpiryTextProblem::Empty:
        return wording::problem(ExpiryProblem::Empty);
    case ExpiryTextProblem::Unreadable:
        return ExpiryWords::tr("This is not a date and time. Type one such as %1, or +30d for 30 "
                               "days from now, or never.")
            .arg(evening);
    case ExpiryTextProblem::Invisible:
        return ExpiryWords::tr("There is a character in it that can't be seen. Delete it all and "
                               "type it, such as %1.")
            .arg(evening);
    case ExpiryTextProblem::BadYear:
        return ExpiryWords::tr("A year has four digits here, from 1000 to 9999. Type %1.")
            .arg(dateExamples(date, context.locale));
    case ExpiryTextProblem::UnknownOrder:
        return ExpiryWords::tr("It is not clear which is the day and which is the month. Type the "
                               "year first, such as %1.")
            .arg(day);
    case ExpiryTextProblem::NoSuchMonth:
        return ExpiryWords::tr("There is no such month. Type a date such as %1.")
            .arg(dateExamples(date, context.locale));
    case ExpiryTextProblem::NoSuchDay:
        return ExpiryWords::tr("That month has no such day. Type a date such as %1.")
            .arg(dateExamples(date, context.locale));
    case ExpiryTextProblem::NoSuchTime:
        return ExpiryWords::tr("There is no such time or zone: a day goes from 00:00:00 to "
                               "23:59:59. Type one such as %1.")
            .arg(evening);
    case ExpiryTextProblem::TooFine:
        return ExpiryWords::tr("A second has at most six decimals here, as in %1.")
            .arg(evening + ":30.123456"_L1);
    case ExpiryTextProblem::NoSuchLocalTime:
        return wording::problem(ExpiryProblem::NoSuchLocalTime);
    }
    return {};
}

} // namespace purser
