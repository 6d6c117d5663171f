// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace purser::test {

namespace {

constexpr std::array KindWords{"journal", "leave", "arrive", "late",
                               "spend",   "tick",  "clock",  "crash"};

template <size_t Size>
std::optional<quint8> indexOf(const std::array<const char *, Size> &words, const QString &word)
{
    const auto found = std::find_if(words.begin(), words.end(), [&word](const char *one) {
        return word == QLatin1StringView(one);
    });
    return found == words.end() ? std::nullopt
                                : std::optional(static_cast<quint8>(found - words.begin()));
}

} // namespace

QString Step::toText() const
{
    QString text = QLatin1StringView(KindWords.at(static_cast<size_t>(kind)));
    switch (kind) {
    case Kind::Tick:
        return text;
    case Kind::Clock:
        return text + u'.' + QLatin1StringView(ClockFaultWords.at(what));
    case Kind::Journal:
    case Kind::Spend:
        return text + u'.' + QString::number(run);
    case Kind::Crash:
        return text + u'.' + QString::number(run) + u'.' + QLatin1StringView(CrashWords.at(what));
    case Kind::Leave:
    case Kind::Late:
        return text + u".%1.%2"_s.arg(run).arg(request);
    case Kind::Arrive:
        return text + u".%1.%2"_s.arg(run).arg(request)
            + (what == 0 ? QString() : u'.' + QString::fromLatin1(FaultWords.at(what)));
    }
    return text;
}

std::optional<Step> Step::fromText(const QString &text)
{
    const QStringList parts = text.split(u'.');
    const auto kind = indexOf(KindWords, parts.first());
    if (!kind) {
        return std::nullopt;
    }
    const auto number = [&parts](int at) { return static_cast<quint8>(parts.value(at).toUInt()); };
    Step step;
    step.kind = static_cast<Kind>(*kind);
    std::optional<quint8> what = quint8(0);
    if (step.kind == Kind::Clock) {
        what = indexOf(ClockFaultWords, parts.value(1));
    } else if (step.kind != Kind::Tick) {
        step.run = number(1);
    }
    if (step.kind == Kind::Crash) {
        what = indexOf(CrashWords, parts.value(2));
    } else if (step.kind == Kind::Leave || step.kind == Kind::Late || step.kind == Kind::Arrive) {
        step.request = number(2);
        what = indexOf(FaultWords, parts.value(3));
    }
    if (!what) {
        return std::nullopt;
    }
    step.what = *what;
    return step;
}

bool areIndependent(const Footprint &a, const Footprint &b)
{
    const auto touches = [](const Footprint &one, const Footprint &other) {
        return (one.journalWritten && (other.journalWritten || other.journalRead))
            || (one.written & (other.read | other.written)) != 0;
    };
    return !a.all && !b.all && !(a.fault && b.fault) && (a.runs & b.runs) == 0 && !touches(a, b)
        && !touches(b, a);
}

} // namespace purser::test
