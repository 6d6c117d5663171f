// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

namespace purser::test {

//! Two things that two persons do at once, over one account, two, and two told apart.
struct Pair {
    QString name;
    QList<Scenario> scenarios; //!< with each kind of fault
};

QList<Pair> allPairs();

//! Many acts, faults and spends of two persons; the same for the same seed.
Scenario randomScenario(quint32 seed);

} // namespace purser::test
