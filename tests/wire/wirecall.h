// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/tokenservice.h"
#include "support/apitostring.h"
#include "support/testca.h"
#include "support/wireserver.h"

#include <QPointer>
#include <QTest>

#include <memory>

//! What the wire tests share: a call that is watched from its start to its end.
namespace purser::test {

//! No wait on loopback comes near it; a wait that does has failed.
inline constexpr int LongWait = 20'000;

inline Bearer testBearer()
{
    return *Bearer::fromBytes("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0ZXN0ZXIifQ."
                              "c2lnbmF0dXJlLW9mLXRlc3Q");
}

inline ServiceUrl serviceUrl(const QString &text)
{
    return *ServiceUrl::fromText(text);
}

inline TokenPatch balancePatch(const QString &balance)
{
    TokenPatch patch;
    patch.balance = *Balance::fromText(balance);
    return patch;
}

inline QByteArray tokenBody(const QByteArray &name = "budget", const QByteArray &balance = "12.5")
{
    return R"({"name":")" + name + R"(","token_type":"api_token","balance":)" + balance + '}';
}

//! Watches a call; owns nothing.
template <typename CallType, typename Result>
class Watch {
public:
    explicit Watch(CallType *call) : m_call(call), m_state(std::make_shared<State>())
    {
        QObject::connect(call, &CallType::finished, call, [state = m_state](const Result &result) {
            ++state->ends;
            state->result = std::make_unique<Result>(result);
        });
    }

    //! Waits until the call has ended and deleted itself.
    [[nodiscard]] bool wait(int milliseconds = LongWait) const
    {
        return QTest::qWaitFor([this] { return m_call.isNull(); }, milliseconds);
    }
    [[nodiscard]] int ends() const { return m_state->ends; }
    [[nodiscard]] CallType *call() const { return m_call; }
    //! Precondition: it has ended.
    [[nodiscard]] const Result &result() const { return *m_state->result; }
    [[nodiscard]] ApiError error() const
    {
        return ends() == 1 && !result() ? result().error() : ApiError();
    }
    [[nodiscard]] bool succeeded() const { return ends() == 1 && result().hasValue(); }

private:
    struct State {
        int ends = 0;
        std::unique_ptr<Result> result;
    };
    QPointer<CallType> m_call;
    std::shared_ptr<State> m_state;
};

using TokenWatch = Watch<TokenCall, TokenResult>;
using ListWatch = Watch<TokenListCall, TokenListResult>;

//! Waits until the server has seen the end of every connection: nothing can arrive any more.
inline bool isQuiet(const WireServer &server)
{
    return QTest::qWaitFor([&server] { return server.isIdle(); }, LongWait);
}

} // namespace purser::test
