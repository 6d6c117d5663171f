// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/faultplan.h"

#include <QStringList>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace purser::sandbox {

namespace {

struct KindName {
    QLatin1StringView name;
    FaultKind kind;
};

constexpr std::array KindNames{
    KindName{"401"_L1, FaultKind::SignIn},
    KindName{"403"_L1, FaultKind::Forbidden},
    KindName{"429"_L1, FaultKind::Throttled},
    KindName{"500"_L1, FaultKind::ServerError},
    KindName{"500-after"_L1, FaultKind::ServerErrorAfter},
    KindName{"close-before"_L1, FaultKind::CloseBefore},
    KindName{"close-after"_L1, FaultKind::CloseAfter},
    KindName{"half"_L1, FaultKind::Half},
    KindName{"hang"_L1, FaultKind::Hang},
    KindName{"lie"_L1, FaultKind::Lie},
};

std::optional<FaultKind> kindFromName(QStringView name)
{
    for (const KindName &known : KindNames) {
        if (name == known.name) {
            return known.kind;
        }
    }
    return std::nullopt;
}

} // namespace

Expected<Fault, QString> faultFromText(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    const auto kind = kindFromName(QStringView(text).left(colon < 0 ? text.size() : colon));
    if (!kind) {
        return Unexpected{
            u"\"%1\" is not a kind of failure; there are: %2."_s.arg(text, faultKindNames())};
    }
    if (colon < 0) {
        return Fault{*kind, std::nullopt};
    }
    bool isNumber = false;
    const int times = QStringView(text).mid(colon + 1).toInt(&isNumber);
    if (!isNumber || times < 1) {
        return Unexpected{u"\"%1\" does not say how often: a number from 1 on "
                          "has to follow the colon."_s.arg(text)};
    }
    return Fault{*kind, times};
}

QString faultKindNames()
{
    QStringList names;
    for (const KindName &known : KindNames) {
        names.append(known.name);
    }
    return names.join(u' ');
}

FaultPlan::FaultPlan(QList<Fault> faults) : m_faults(std::move(faults)) { }

std::optional<FaultKind> FaultPlan::takeNext()
{
    if (m_faults.isEmpty()) {
        return std::nullopt;
    }
    Fault &fault = m_faults.front();
    const FaultKind kind = fault.kind;
    if (fault.times && --*fault.times == 0) {
        m_faults.removeFirst();
    }
    return kind;
}

} // namespace purser::sandbox
