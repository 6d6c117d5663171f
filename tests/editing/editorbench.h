// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/tokeneditor.h"

#include "support/fakeclock.h"
#include "support/fakekeychain.h"
#include "support/wireserver.h"
#include "support/workplace.h"

#include <QSignalSpy>
#include <QTest>

namespace purser::test {

using namespace Qt::StringLiterals;

using Activity = TokenEditor::Activity;

inline QByteArray tokenBody(const QByteArray &fields)
{
    return R"({"name":"alpha","token_type":"api_token")" + (fields.isEmpty() ? "" : "," + fields)
        + '}';
}

inline QByteArray holding(const QByteArray &balance)
{
    return tokenBody(R"("balance":)" + balance);
}

inline WireScript cutAfterRequest()
{
    return {{WireStep::awaitRequest(), WireStep::close()}};
}

inline WireScript stallAfterRequest()
{
    return {{WireStep::awaitRequest(), WireStep::stall()}};
}

inline ChangeRequest balanceTo(const QString &text, BalanceMode mode = BalanceMode::SetTo)
{
    ChangeRequest request;
    request.balance = BalanceEdit{mode, *Balance::fromText(text)};
    return request;
}

//! The editor with its signals, an account on the server, and a journal.
struct Bench {
    WireServer server;
    FakeClock clock;
    Workplace place{clock, *ServiceUrl::fromText(server.url(u"/v2"_s))};
    TokenEditor editor{place.services, place.log, clock};
    QSignalSpy loaded{&editor, &TokenEditor::loaded};
    QSignalSpy loadFailed{&editor, &TokenEditor::loadFailed};
    QSignalSpy dangers{&editor, &TokenEditor::asks};
    QList<Change> settled;
    QList<Stop> stops;

    explicit Bench(const QList<WireScript> &scripts)
    {
        server.play(scripts);
        QObject::connect(&editor, &TokenEditor::settled, &editor,
                         [this](const Change &change) { settled.append(change); });
        QObject::connect(&editor, &TokenEditor::stopped, &editor,
                         [this](const Stop &stop) { stops.append(stop); });
        editor.setAccount(place.account);
    }
    void waitFor(Activity activity) const
    {
        QTRY_COMPARE_WITH_TIMEOUT(editor.activity(), activity, 10'000);
    }
    void load()
    {
        editor.load(u"alpha"_s);
        waitFor(Activity::Idle);
    }
    void submit(const ChangeRequest &request, TokenEditor::How how = {})
    {
        editor.submit(request, how);
        waitFor(Activity::Idle);
    }
    //! Of the PATCHes that came.
    QList<QByteArray> changes() const
    {
        QList<QByteArray> bodies;
        const auto requests = server.requests();
        for (const WireRequest &request : requests) {
            if (request.method() == "PATCH") {
                bodies.append(request.body);
            }
        }
        return bodies;
    }
};

inline QList<WireScript> afterLoadAndRead(const QByteArray &balance, const QList<WireScript> &rest)
{
    return QList<WireScript>{answer(200, holding(balance)), answer(200, holding(balance))} + rest;
}

} // namespace purser::test
