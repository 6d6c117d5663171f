// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

#include <QRandomGenerator>
#include <QSet>

#include <unordered_map>
#include <vector>

namespace purser::test {

//! What was seen of a scenario.
struct Explored {
    qint64 schedules = 0; //!< played, each from the start
    qint64 ends = 0; //!< different ends that were judged
    qint64 states = 0; //!< different ones
    qint64 steps = 0; //!< of all schedules
    int longest = 0; //!< schedule, in steps
    bool isComplete = false; //!< no other schedule is left
    QString problem; //!< empty, or what was found
    Steps steppedTo; //!< the schedule that found it

    void add(const Explored &other);
};

//! Plays a scenario's schedules, one after the other, each from the start and none twice. Of steps
//! that don't touch each other only one order is played; and where a schedule comes to a state that
//! was there before (all that came in at either run, the journal, the service, the clocks), it goes
//! on only if something is left to be tried there. When there is nothing left, every end that there
//! is has been judged.
class Explorer {
public:
    enum class Choice {
        InOrder, //!< the fewest schedules
        AtRandom, //!< spread over all that there are; faults that were not tried yet come first
    };

    Explorer(World &world, Scenario scenario, Choice choice, quint32 seed);

    //! Plays one more. False: there is none, or a problem was found.
    bool playOne();
    [[nodiscard]] const Explored &explored() const { return m_explored; }

private:
    struct Edge {
        Step step;
        Footprint footprint; //!< if it is known
        quint64 next = 0; //!< state
        bool isKnown = false; //!< the footprint
        bool isExplored = false;
        bool isWanted = false; //!< on some way to here it is not another order of what is played
    };
    struct Node {
        std::vector<Edge> edges;
        bool isComplete = false;
    };
    struct Passed {
        quint64 state = 0;
        size_t edge = 0;
    };

    Node &enter(quint64 state);
    void wantEdges(Node &node, const Node *from, const Edge *by);
    [[nodiscard]] Edge *choose(Node &node);
    bool isComplete(quint64 state);
    void noteEnd(const std::vector<Passed> &path);

    World &m_world;
    Scenario m_scenario;
    Choice m_choice;
    QRandomGenerator m_random;
    std::unordered_map<quint64, Node> m_nodes;
    QSet<quint32> m_tried; //!< faults
    Explored m_explored;
};

//! A schedule that was drawn, to its end.
struct RandomSchedule {
    Steps steps;
    QString problem; //!< empty, or what was found
};

//! most: steps.
RandomSchedule playAtRandom(World &world, const Scenario &scenario, quint32 seed, int most);

} // namespace purser::test
