// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apierror.h"
#include "api/priority.h"
#include "credentials/bearer.h"
#include "domain/serviceurl.h"
#include "domain/tokenpatch.h"

#include <QObject>
#include <QSslConfiguration>

#include <chrono>
#include <functional>
#include <memory>

namespace purser {

class Transport;

//! How a reply came, beside its content.
struct ReplyInfo {
    int status = 0;
    QString requestId;
    std::chrono::milliseconds duration{0}; //!< from dispatch to the last byte
    QString rawJson; //!< indented, without any secret
};

struct TokenReply {
    Token token;
    ReplyInfo info;
};

struct TokenListReply {
    QList<Token> tokens;
    ReplyInfo info;
};

using TokenResult = Expected<TokenReply, ApiError>;
using TokenListResult = Expected<TokenListReply, ApiError>;

//! A call under way. It emits its finished signal exactly once, from the event loop, by its
//! deadline at the latest, and deletes itself afterwards. Destroying it early cancels it
//! without a signal.
class Call : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Ends the call as Cancelled, unless it has ended. What the service does with a request
    //! that already left is not undone: see ApiError::effect.
    virtual void cancel() = 0;
};

class TokenCall : public Call {
    Q_OBJECT

public:
    using Call::Call;

    //! Whether a PATCH went out for it, or was about to: it must not be repeated unasked.
    [[nodiscard]] virtual bool askedByPatch() const = 0;

Q_SIGNALS:
    void finished(const purser::TokenResult &result);
};

class TokenListCall : public Call {
    Q_OBJECT

public:
    using Call::Call;

Q_SIGNALS:
    void finished(const purser::TokenListResult &result);
};

//! How a service's transport is made, where it is another one than Qt's.
using MakeTransport = std::function<std::unique_ptr<Transport>()>;

//! The service's custom-token calls, typed. Returned calls belong to the service object.
//! GUI thread only.
class TokenService : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds StandardDeadline{15'000};

    //! tls: what to trust; the system's certificate authorities by default.
    explicit TokenService(ServiceUrl url, QObject *parent = nullptr,
                          const QSslConfiguration &tls = QSslConfiguration::defaultConfiguration());
    TokenService(ServiceUrl url, std::unique_ptr<Transport> transport, QObject *parent = nullptr);
    ~TokenService() override;

    [[nodiscard]] const ServiceUrl &url() const { return m_url; }

    //! The hard limit of one call, from dispatch to the last byte.
    void setDeadline(std::chrono::milliseconds deadline);

    //! Whether read() asks with an empty PATCH at once, because this service was found to
    //! offer no GET. Kept by the account.
    void setReadsByPatch(bool readsByPatch);
    [[nodiscard]] bool readsByPatch() const { return m_readsByPatch; }

    //! GET of all tokens.
    TokenListCall *list(const Bearer &bearer, Priority priority = Priority::Foreground);
    //! GET of one token. Only where that is answered 405, or 404 with a body that is not JSON,
    //! an empty PATCH asks instead; once that is answered 200, readsByPatch() stays true.
    TokenCall *read(const QString &name, const Bearer &bearer,
                    Priority priority = Priority::Foreground);
    //! PATCH of the changed fields: sent at most once, whatever breaks.
    //! mayLeave: asked when the connection stands, before the first byte of the patch leaves; false
    //! ends the call as Outdated.
    //! Precondition: the patch is not empty.
    TokenCall *update(const QString &name, const TokenPatch &patch, const Bearer &bearer,
                      const std::function<bool()> &mayLeave = {});

Q_SIGNALS:
    //! read() found out that this service answers PATCH only.
    void readsByPatchLearned();

private:
    ServiceUrl m_url;
    std::unique_ptr<Transport> m_transport;
    std::chrono::milliseconds m_deadline = StandardDeadline;
    bool m_readsByPatch = false;
};

} // namespace purser
