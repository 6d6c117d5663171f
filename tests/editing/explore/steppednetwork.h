// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/tokenservice.h"
#include "api/transport.h"
#include "steppedclock.h"
#include "steps.h"

#include <QHash>
#include <QPointer>

#include <array>
#include <functional>
#include <memory>

namespace purser::test {

class SteppedNetwork;

//! One request's life at its sender's end.
class SteppedExchange final : public Exchange {
public:
    SteppedExchange(SteppedNetwork &network, const HttpRequest &request, SteppedClock &clock,
                    QObject *parent);

    void cancel() override { stop(StopReason::Cancelled); }
    void stop(StopReason reason);
    void end(HttpReply reply);
    //! The first byte of its body has left.
    void setTaken() { m_taken = true; }

private:
    SteppedNetwork &m_network;
    bool m_taken = false;
    bool m_ended = false;
};

//! Who sends.
struct Sender {
    size_t run = 0;
    //! The submit that a change is of.
    std::function<QString()> submit;
    //! A read of its editor was answered.
    std::function<void()> onRead;
    //! The first byte of a change leaves.
    std::function<void(const QString &submit)> onLeaving;
};

//! A request on its way.
struct Request {
    size_t run = 0;
    quint8 number = 0; //!< of its run
    Sender sender;
    HttpRequest http;
    size_t token = 0;
    QString submit; //!< of a change
    bool hasLeft = false;
    bool isThere = false; //!< at the service
    bool isHeld = false; //!< there, and applied later or never
    SteppedClock::Milliseconds givenUp{-1}; //!< by the time that really goes by; -1: somebody waits
    qint64 spentAtRead = 0; //!< of the token, when the change's own read was answered
    QPointer<SteppedExchange> exchange; //!< none: nobody waits for its answer

    [[nodiscard]] bool isChange() const { return http.body.has_value(); }
};

//! A change as it came to the service.
struct Arrival {
    bool applied = false;
    bool isLie = false;
    int count = 0; //!< how often
    size_t token = 0;
    qint64 asked = 0;
    qint64 difference = 0; //!< of the balance, made by it: 10^-9 credits
};

//! A service of two customers, who have a token of the same name each, and the ways there. Nothing
//! moves by itself.
class SteppedNetwork {
public:
    static constexpr size_t Tokens = 2;
    //! What is held back is applied before this is over, once nobody waits for it any more.
    static constexpr std::chrono::seconds LatestWrite{30};

    explicit SteppedNetwork(SteppedClock &clock) : m_clock(clock) { }

    //! balance: of both tokens, in 10^-9 credits. apart: whether the second account is another
    //! customer's, and has a token of its own.
    void reset(qint64 balance, bool apart);
    [[nodiscard]] MakeTransport transportFor(const Sender &sender);
    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }

    //! False: there is no such request.
    bool leave(size_t run, int number, Footprint &touched);
    bool arrive(size_t run, int number, Fault fault, Footprint &touched);
    bool writeLate(size_t run, int number, Footprint &touched);
    void spend(size_t token, qint64 amount);
    //! The run is gone, and nobody hears of its requests any more. arrives: what had left.
    void crash(size_t run, bool arrives);
    //! What was held back for too long is not applied any more.
    void expire();
    //! Until something expires next.
    [[nodiscard]] std::optional<SteppedClock::Milliseconds> nextExpiry() const;

    [[nodiscard]] qint64 balance(size_t token) const { return m_tokens.at(token); }
    [[nodiscard]] qint64 spent(size_t token) const { return m_spent.at(token); }
    [[nodiscard]] Arrival arrival(const QString &submit) const { return m_arrivals.value(submit); }
    [[nodiscard]] const QHash<QString, Arrival> &arrivals() const { return m_arrivals; }
    //! When something last happened to a change.
    [[nodiscard]] SteppedClock::Milliseconds lastEvent() const { return m_lastEvent; }
    void noteEvent() { m_lastEvent = m_clock.real(); }
    [[nodiscard]] quint64 hash() const;

    // For exchanges.
    Exchange *take(const Sender &sender, const HttpRequest &request, const Bearer &bearer,
                   QObject *parent);
    void onEnded(const SteppedExchange *exchange, bool inTime);

private:
    [[nodiscard]] qsizetype find(size_t run, int number) const;
    bool letLeave(Request &request);
    void apply(const Request &request, bool isLie);
    void answerChange(const Request &request, Fault fault);
    [[nodiscard]] HttpReply tokenReply(size_t token) const;

    SteppedClock &m_clock;
    QList<Request> m_requests;
    std::array<quint8, 2> m_numbers{};
    std::array<qint64, Tokens> m_tokens{};
    std::array<qint64, Tokens> m_spent{};
    std::array<qint64, 2> m_spentAtRead{}; //!< of runs, by their editors' newest reads
    QHash<QString, Arrival> m_arrivals; //!< by submit
    SteppedClock::Milliseconds m_lastEvent{0};
    bool m_apart = false;
};

} // namespace purser::test
