// SPDX-License-Identifier: GPL-3.0-or-later
#include "explorer.h"

#include <algorithm>
#include <iterator>

namespace purser::test {

void Explored::add(const Explored &other)
{
    schedules += other.schedules;
    ends += other.ends;
    states += other.states;
    steps += other.steps;
    longest = std::max(longest, other.longest);
    if (problem.isEmpty()) {
        problem = other.problem;
        steppedTo = other.steppedTo;
    }
}

Explorer::Explorer(World &world, Scenario scenario, Choice choice, quint32 seed)
    : m_world(world), m_scenario(std::move(scenario)), m_choice(choice), m_random(seed)
{
}

Explorer::Node &Explorer::enter(quint64 state)
{
    const auto [at, isNew] = m_nodes.try_emplace(state);
    Node &node = at->second;
    if (isNew) {
        ++m_explored.states;
        const Steps steps = m_world.enabled();
        for (const Step &step : steps) {
            node.edges.push_back({step, {}, 0, false, false, false});
        }
        std::sort(node.edges.begin(), node.edges.end(),
                  [](const Edge &a, const Edge &b) { return a.step.order() < b.step.order(); });
        if (m_world.isOver()) {
            ++m_explored.ends;
            m_world.judge();
        }
    }
    return node;
}

//! Of two steps that don't touch each other the smaller one goes first: after the larger one, the
//! smaller one is left out here. The way of the smallest possible steps to an end loses nothing by
//! that, so every end is still come to.
void Explorer::wantEdges(Node &node, const Node *from, const Edge *by)
{
    for (Edge &edge : node.edges) {
        bool isCovered = false;
        if (from && edge.step.order() < by->step.order()) {
            const auto before =
                std::find_if(from->edges.begin(), from->edges.end(),
                             [&edge](const Edge &other) { return other.step == edge.step; });
            isCovered = before != from->edges.end() && before->isKnown
                && areIndependent(before->footprint, by->footprint);
            if (isCovered && !edge.isKnown) {
                edge.footprint = before->footprint;
                edge.isKnown = true;
            }
        }
        if (!isCovered && !edge.isWanted) {
            edge.isWanted = true;
            node.isComplete = false;
        }
    }
}

bool Explorer::isComplete(quint64 state)
{
    const auto found = m_nodes.find(state);
    if (found == m_nodes.end()) {
        return false;
    }
    Node &node = found->second;
    if (!node.isComplete) {
        node.isComplete =
            std::all_of(node.edges.begin(), node.edges.end(), [this](const Edge &edge) {
                return !edge.isWanted || (edge.isExplored && isComplete(edge.next));
            });
    }
    return node.isComplete;
}

Explorer::Edge *Explorer::choose(Node &node)
{
    std::vector<Edge *> left;
    for (Edge &edge : node.edges) {
        if (edge.isWanted && !(edge.isExplored && isComplete(edge.next))) {
            left.push_back(&edge);
            if (m_choice == Choice::InOrder) {
                break;
            }
        }
    }
    if (left.empty()) {
        return nullptr;
    }
    if (m_choice == Choice::InOrder) {
        return left.front();
    }
    std::vector<Edge *> untried;
    std::copy_if(left.begin(), left.end(), std::back_inserter(untried), [this](const Edge *edge) {
        return edge->step.isFault() && !m_tried.contains(edge->step.order());
    });
    const auto &among = untried.empty() || m_random.bounded(4) > 0 ? left : untried;
    Edge *chosen = among.at(m_random.bounded(static_cast<quint32>(among.size())));
    if (chosen->step.isFault()) {
        m_tried.insert(chosen->step.order());
    }
    return chosen;
}

bool Explorer::playOne()
{
    m_world.begin(m_scenario);
    std::vector<Passed> path;
    const Node *from = nullptr;
    const Edge *by = nullptr;
    quint64 state = m_world.hash();
    for (;;) {
        Node &node = enter(state);
        wantEdges(node, from, by);
        Edge *edge = m_world.problem().isEmpty() ? choose(node) : nullptr;
        if (!edge) {
            noteEnd(path);
            return m_explored.problem.isEmpty() && !m_explored.isComplete;
        }
        path.push_back({state, static_cast<size_t>(edge - node.edges.data())});
        Footprint footprint;
        m_world.perform(edge->step, footprint);
        edge->footprint = footprint;
        edge->isKnown = true;
        edge->isExplored = true;
        edge->next = m_world.hash();
        state = edge->next;
        from = &node; // nodes stay where they are
        by = edge;
    }
}

void Explorer::noteEnd(const std::vector<Passed> &path)
{
    ++m_explored.schedules;
    m_explored.steps += static_cast<qint64>(path.size());
    m_explored.longest = std::max(m_explored.longest, static_cast<int>(path.size()));
    if (!m_world.problem().isEmpty()) {
        m_explored.problem = m_world.problem();
        for (const Passed &one : path) {
            m_explored.steppedTo.append(m_nodes.at(one.state).edges.at(one.edge).step);
        }
    }
    for (auto one = path.rbegin(); one != path.rend(); ++one) {
        m_nodes.at(one->state).isComplete = false;
        isComplete(one->state);
    }
    m_explored.isComplete = path.empty() || isComplete(path.front().state);
}

RandomSchedule playAtRandom(World &world, const Scenario &scenario, quint32 seed, int most)
{
    QRandomGenerator random(seed);
    RandomSchedule schedule;
    world.begin(scenario);
    while (schedule.steps.size() < most && world.problem().isEmpty()) {
        const Steps enabled = world.enabled();
        if (world.isOver()) {
            world.judge();
        }
        // What goes on by itself does so most of the time.
        const bool takesAny = random.bounded(8) == 0;
        Steps among;
        std::copy_if(enabled.begin(), enabled.end(), std::back_inserter(among),
                     [takesAny](const Step &step) { return takesAny || step.goesOn(); });
        if (world.isOver() && (!takesAny || enabled.isEmpty())) {
            break;
        }
        if (!among.isEmpty()) {
            const Step step = among.at(random.bounded(static_cast<quint32>(among.size())));
            schedule.steps.append(step);
            Footprint touched;
            world.perform(step, touched);
        }
    }
    schedule.problem = world.problem();
    return schedule;
}

} // namespace purser::test
