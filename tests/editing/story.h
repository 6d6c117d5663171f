// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "life.h"
#include "support/fakeclock.h"
#include "support/modelservice.h"

#include <QHash>
#include <QRandomGenerator>

#include <memory>

namespace purser::test {

//! A random sequence of what people, the service, the network and crashes do to one token, and
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

private:
    void step();
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

    void note(const QString &text) { m_steps.append(text); }
    void fail(const QString &what);
    void check();
    void checkRow(const ChangeRecord &row);
    [[nodiscard]] qint64 explained(const QList<ChangeRecord> &rows) const;
    //! The change of the service that belongs to a row; nothing if none came.
    [[nodiscard]] const ModelChange *changeOf(const ChangeRecord &row) const;
    void match(qsizetype rowsBefore, qsizetype changesBefore);

    [[nodiscard]] ChangeRequest someRequest();
    [[nodiscard]] ModelFault someFault();
    void submit(const ChangeRequest &request, TokenEditor::How how, ModelFault fault);
    void prepare(ModelFault fault);
    void answerQuestions();
    void lateChange();
    void endLife();
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
    std::unique_ptr<Life> m_life;
    qint64 m_spent = 0;
    QHash<qint64, qsizetype> m_changes; //!< of rows: where in the service's changes, or -1
    QStringList m_steps;
    QString m_problem;
    int m_crashes = 0;
};

} // namespace purser::test
