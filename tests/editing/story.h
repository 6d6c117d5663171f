// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "life.h"
#include "support/fakeclock.h"
#include "support/modelservice.h"

#include <QHash>
#include <QRandomGenerator>

#include <array>
#include <memory>

namespace purser::test {

//! A random sequence of what people, the service, the network, clocks and crashes do to one token,
//! with two runs of the program on one journal, each with the same account or one of its own, and
//! after each step the comparison of the journal with what the service knows that it did.
class Story {
public:
    explicit Story(quint32 seed);

    //! Plays this many steps, or until a comparison fails.
    void play(int steps);
    //! Empty: all was as it has to be. Otherwise what was not, with the seed and the steps.
    [[nodiscard]] QString problem() const;
    //! How many changes of each outcome the journal holds.
    [[nodiscard]] QHash<Outcome, int> outcomes() const;
    [[nodiscard]] int crashes() const { return m_crashes; }
    //! How many submits the other run's came between.
    [[nodiscard]] int meetings() const { return m_meetings; }
    //! How often a clock was set, or the computer slept or was started anew.
    [[nodiscard]] int jumps() const { return m_jumps; }

private:
    void step();
    //! Starts the run whose turn it is.
    void begin();
    void load();
    void submitSomething();
    void undo();
    void sendAnyway();
    void spend();
    void settle();
    void abandon();
    void restart();
    void crashWhileSubmitting();
    void crashWhileReading();
    //! A clock is set, or the computer sleeps.
    void jump();
    void reboot();

    void note(const QString &text);
    void fail(const QString &what);
    void check();
    void checkRow(const ChangeRecord &row);
    [[nodiscard]] qint64 explained(const QList<ChangeRecord> &rows) const;
    //! The change of the service that belongs to a row; nothing if none came.
    [[nodiscard]] const ModelChange *changeOf(const ChangeRecord &row) const;
    //! Finds the rows that the service's new changes belong to.
    void match();
    //! Whether the submit of this name came at the service.
    [[nodiscard]] bool hasCome(const QString &submit) const;

    [[nodiscard]] ChangeRequest someRequest();
    [[nodiscard]] ModelFault someFault();
    void submit(const ChangeRequest &request, TokenEditor::How how, ModelFault fault);
    void prepare(ModelFault fault);
    void answerQuestions();
    //! The other run submits something meanwhile, without waiting for its end.
    void submitByOther();
    void lateChange();
    void endLives(const QList<size_t> &which);
    [[nodiscard]] Life &life() const { return *m_lives.at(m_turn); }
    [[nodiscard]] Life &other() const { return *m_lives.at(1 - m_turn); }
    [[nodiscard]] bool canSubmit() const;
    [[nodiscard]] int dice(int sides) { return static_cast<int>(m_random.bounded(sides)); }
    //! From 1 to that many credits, in 10^-9: hardly ever twice the same.
    [[nodiscard]] qint64 amount(int credits);

    quint32 m_seed;
    QRandomGenerator m_random;
    FakeClock m_clock;
    qint64 m_start;
    ModelService m_service;
    Workplace m_place;
    std::array<Account, 2> m_accounts;
    std::array<std::unique_ptr<Life>, 2> m_lives;
    size_t m_turn = 0; //!< of the run that the step is of
    qint64 m_spent = 0;
    QHash<qint64, qsizetype> m_changes; //!< of rows: where in the service's changes
    qsizetype m_matched = 0; //!< how many of the service's changes have their rows
    int m_submits = 0;
    QStringList m_steps;
    QString m_problem;
    int m_crashes = 0;
    int m_meetings = 0;
    int m_jumps = 0;
    int m_boots = 0;
};

} // namespace purser::test
