// SPDX-License-Identifier: GPL-3.0-or-later
#include "steppednetwork.h"

#include "domain/balance.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace purser::test {

namespace {

HttpReply replyOf(int status, const QByteArray &body = R"({"detail":"no"})")
{
    HttpReply reply;
    reply.status = status;
    reply.body = body;
    reply.headers = {{"Content-Type", "application/json"},
                     {"Content-Length", QByteArray::number(body.size())}};
    reply.error = status == 200 ? QNetworkReply::NoError
        : status < 500          ? QNetworkReply::AuthenticationRequiredError
                                : QNetworkReply::InternalServerError;
    return reply;
}

HttpReply broken()
{
    HttpReply reply;
    reply.error = QNetworkReply::RemoteHostClosedError;
    return reply;
}

qint64 nanosAsked(const HttpRequest &request)
{
    const auto body = QJsonDocument::fromJson(*request.body).object();
    return std::llround(body.value("balance"_L1).toDouble()
                        * static_cast<double>(Balance::NanosPerCredit));
}

} // namespace

SteppedExchange::SteppedExchange(SteppedNetwork &network, const HttpRequest &request,
                                 SteppedClock &clock, QObject *parent)
    : Exchange(parent), m_network(network)
{
    clock.after(request.deadline, this, [this] { stop(StopReason::Deadline); });
}

void SteppedExchange::stop(StopReason reason)
{
    HttpReply reply;
    reply.stop = reason;
    end(reply);
}

void SteppedExchange::end(HttpReply reply)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_network.onEnded(this, reply.stop == StopReason::None);
    reply.bodyWasTaken = m_taken;
    deleteLater(); // first, as a receiver may destroy it
    Q_EMIT finished(reply);
}

namespace {

class SteppedTransport final : public Transport {
public:
    SteppedTransport(SteppedNetwork &network, Sender sender)
        : m_network(network), m_sender(std::move(sender))
    {
    }

    Exchange *send(const HttpRequest &request, const Bearer &bearer) override
    {
        return m_network.take(m_sender, request, bearer, this);
    }

private:
    SteppedNetwork &m_network;
    Sender m_sender;
};

} // namespace

void SteppedNetwork::reset(qint64 balance, bool apart)
{
    m_requests.clear();
    m_arrivals.clear();
    m_numbers = {};
    m_tokens.fill(balance);
    m_spent = {};
    m_spentAtRead = {};
    m_lastEvent = {};
    m_apart = apart;
}

MakeTransport SteppedNetwork::transportFor(const Sender &sender)
{
    return [this, sender] { return std::make_unique<SteppedTransport>(*this, sender); };
}

Exchange *SteppedNetwork::take(const Sender &sender, const HttpRequest &http, const Bearer &bearer,
                               QObject *parent)
{
    auto *exchange = new SteppedExchange(*this, http, m_clock, parent);
    Request request;
    request.run = sender.run;
    request.number = ++m_numbers.at(sender.run);
    request.sender = sender;
    request.http = http;
    request.token = m_apart && bearer.authorization().contains("second") ? 1U : 0U;
    if (request.isChange()) {
        request.submit = sender.submit();
        request.spentAtRead = m_spentAtRead.at(sender.run);
    }
    request.exchange = exchange;
    m_requests.append(request);
    return exchange;
}

//! inTime: it was answered. Otherwise what has left is still on its way.
void SteppedNetwork::onEnded(const SteppedExchange *exchange, bool inTime)
{
    for (Request &request : m_requests) {
        if (request.exchange == exchange) {
            request.exchange.clear();
            request.givenUp = m_clock.real();
            if (request.isChange()) {
                noteEvent();
            }
        }
    }
    m_requests.removeIf([inTime](const Request &request) {
        const bool isGoing = request.isHeld
            || (request.isChange() && request.hasLeft && !request.isThere && !inTime);
        return !request.exchange && !isGoing;
    });
}

qsizetype SteppedNetwork::find(size_t run, int number) const
{
    const auto found =
        std::find_if(m_requests.begin(), m_requests.end(), [&](const Request &request) {
            return request.run == run && request.number == number;
        });
    return found == m_requests.end() ? -1 : found - m_requests.begin();
}

//! False: it may not, and has ended.
bool SteppedNetwork::letLeave(Request &request)
{
    if (!request.isChange() || request.hasLeft) {
        return true;
    }
    const QPointer<SteppedExchange> exchange = request.exchange;
    if (request.http.mayLeave && !request.http.mayLeave()) {
        exchange->stop(StopReason::Outdated);
        return false;
    }
    request.hasLeft = true;
    exchange->setTaken();
    request.sender.onLeaving(request.submit);
    return true;
}

bool SteppedNetwork::leave(size_t run, int number, Footprint &touched)
{
    const auto at = find(run, number);
    if (at < 0 || m_requests[at].hasLeft || !m_requests[at].exchange) {
        return false;
    }
    touched.runs |= bitOf(run);
    letLeave(m_requests[at]);
    return true;
}

bool SteppedNetwork::arrive(size_t run, int number, Fault fault, Footprint &touched)
{
    const auto at = find(run, number);
    if (at < 0 || m_requests[at].isThere) {
        return false;
    }
    touched.runs |= bitOf(run);
    touched.fault = fault != Fault::None;
    const quint8 token = bitOf(m_requests[at].token);
    if (!m_requests[at].isChange()) {
        touched.read |= token;
        const Request request = m_requests[at];
        if (request.http.priority == Priority::Foreground) {
            m_spentAtRead.at(run) = m_spent.at(request.token);
            request.sender.onRead(); // first: what is asked for next rests on it
        }
        request.exchange->end(tokenReply(request.token));
        return true;
    }
    touched.written |= token;
    if (!letLeave(m_requests[at])) {
        return true;
    }
    noteEvent();
    m_requests[at].isThere = true;
    m_requests[at].isHeld = isHeld(fault);
    const Request request = m_requests[at];
    Arrival &arrival = m_arrivals[request.submit];
    ++arrival.count;
    arrival.token = request.token;
    arrival.asked = nanosAsked(request.http);
    switch (fault) {
    case Fault::None:
    case Fault::Status500After:
    case Fault::CutAfter:
    case Fault::Slow:
    case Fault::Lie:
        apply(request, fault == Fault::Lie);
        break;
    default:
        break;
    }
    if (!request.exchange && !request.isHeld) {
        m_requests.removeAt(at); // nobody is answered
    }
    answerChange(request, fault);
    return true;
}

void SteppedNetwork::answerChange(const Request &request, Fault fault)
{
    if (!request.exchange) {
        return;
    }
    switch (fault) {
    case Fault::Slow:
    case Fault::Held:
        return; // until the deadline
    case Fault::None:
    case Fault::Lie:
        request.exchange->end(tokenReply(request.token));
        return;
    case Fault::CutAfter: {
        HttpReply reply = tokenReply(request.token);
        reply.body.chop(reply.body.size() / 2);
        reply.error = QNetworkReply::RemoteHostClosedError;
        request.exchange->end(reply);
        return;
    }
    case Fault::Lost:
    case Fault::HeldCut:
        request.exchange->end(broken());
        return;
    case Fault::Status401:
        request.exchange->end(replyOf(401));
        return;
    case Fault::Status500:
    case Fault::Status500After:
    case Fault::Held500:
        request.exchange->end(replyOf(500));
        return;
    }
}

bool SteppedNetwork::writeLate(size_t run, int number, Footprint &touched)
{
    const auto at = find(run, number);
    if (at < 0 || !m_requests[at].isHeld) {
        return false;
    }
    noteEvent();
    const Request request = m_requests[at];
    touched.written |= bitOf(request.token);
    touched.runs |= bitOf(run); // its deadline
    apply(request, false);
    if (request.exchange) {
        m_requests[at].isHeld = false; // its sender waits in vain
    } else {
        m_requests.removeAt(at);
    }
    return true;
}

void SteppedNetwork::apply(const Request &request, bool isLie)
{
    Arrival &arrival = m_arrivals[request.submit];
    const qint64 wanted = arrival.asked - (isLie ? Balance::NanosPerCredit / 2 : 0);
    arrival.applied = true;
    arrival.isLie = isLie;
    // What was spent since it was read is overwritten.
    const qint64 lost = m_spent.at(request.token) - request.spentAtRead;
    arrival.difference += wanted - m_tokens.at(request.token) - lost;
    m_spent.at(request.token) -= lost;
    m_tokens.at(request.token) = wanted;
}

void SteppedNetwork::spend(size_t token, qint64 amount)
{
    m_tokens.at(token) -= amount;
    m_spent.at(token) += amount;
}

void SteppedNetwork::crash(size_t run, bool arrives)
{
    noteEvent();
    for (Request &request : m_requests) {
        if (request.run == run && request.exchange) {
            // What may leave has left, in one of the two cases.
            if (arrives && request.isChange() && !request.hasLeft) {
                request.hasLeft = !request.http.mayLeave || request.http.mayLeave();
                if (request.hasLeft) {
                    request.sender.onLeaving(request.submit);
                }
            } else if (!arrives && !request.isThere) {
                request.hasLeft = false;
            }
            request.exchange.clear();
            request.givenUp = m_clock.real();
            request.sender = {};
        }
    }
    m_requests.removeIf([run](const Request &request) {
        const bool isGoing = request.isChange() && request.hasLeft && !request.isThere;
        return request.run == run && !request.exchange && !request.isHeld && !isGoing;
    });
}

void SteppedNetwork::expire()
{
    m_requests.removeIf([this](const Request &request) {
        return request.isHeld && request.givenUp.count() >= 0
            && m_clock.real() - request.givenUp >= LatestWrite;
    });
}

quint64 SteppedNetwork::hash() const
{
    quint64 hash = mixed(0, m_lastEvent.count());
    for (size_t token = 0; token < Tokens; ++token) {
        hash = mixed(hash, m_tokens.at(token));
        hash = mixed(hash, m_spent.at(token));
    }
    quint64 sum = 0; // in whatever order they came
    for (const Request &one : m_requests) {
        const quint64 flags = (one.isHeld ? 1U : 0U) | (one.hasLeft ? 2U : 0U)
            | (one.exchange ? 4U : 0U) | (one.isThere ? 8U : 0U) | one.run << 4;
        quint64 its = mixed(mixed(flags, one.number), one.submit);
        its = mixed(its, one.givenUp.count());
        sum += mixed(its, one.http.body ? nanosAsked(one.http) : 1);
    }
    for (auto one = m_arrivals.begin(); one != m_arrivals.end(); ++one) {
        quint64 its = mixed((one->applied ? 1U : 0U) | (one->isLie ? 2U : 0U), one.key());
        its = mixed(mixed(its, one->count), one->asked);
        sum += mixed(its, one->difference);
    }
    return mixed(hash, sum);
}

HttpReply SteppedNetwork::tokenReply(size_t token) const
{
    const auto balance = Balance::fromNanos(m_tokens.at(token));
    return replyOf(200,
                   R"({"name":"alpha","token_type":"api_token","expire_time":null,)"
                   R"("active_balance":true,"balance":")"
                       + (balance ? balance->toText() : u"0"_s).toLatin1() + R"("})");
}

} // namespace purser::test
