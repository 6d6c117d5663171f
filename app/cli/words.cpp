// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/words.h"

#include "cli/exitcodes.h"

using namespace Qt::StringLiterals;

namespace purser::cli {

QString outcomeWord(const Failure &failure)
{
    return isServiceRefusal(failure) ? u"rejected"_s : u"not_sent"_s;
}

QString outcomeWord(const Stop &stop)
{
    switch (stop.reason) {
    case Stop::Reason::AlreadySo:
        return u"nothing_to_do"_s;
    case Stop::Reason::Failed:
        return stop.failure ? outcomeWord(*stop.failure) : u"not_sent"_s;
    case Stop::Reason::NoSum:
    case Stop::Reason::NoReason:
        return u"not_sent"_s;
    case Stop::Reason::Moved:
    case Stop::Reason::Declined:
    case Stop::Reason::Undecided:
    case Stop::Reason::Busy:
        break;
    }
    return u"stopped"_s;
}

QString kindWord(const Stop &stop)
{
    switch (stop.reason) {
    case Stop::Reason::AlreadySo:
        break;
    case Stop::Reason::Failed:
        return stop.failure ? purser::kindWord(*stop.failure) : QString();
    case Stop::Reason::Moved:
        return u"moved"_s;
    case Stop::Reason::Declined:
        return u"danger"_s;
    case Stop::Reason::NoSum:
        return u"invalid_value"_s;
    case Stop::Reason::Undecided:
        return u"undecided"_s;
    case Stop::Reason::NoReason:
        return u"reason_required"_s;
    case Stop::Reason::Busy:
        return u"busy"_s;
    }
    return {};
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Danger:
        return u"danger"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Note:
        return u"note"_s;
    }
    return {};
}

} // namespace purser::cli
