// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/expected.h"
#include "domain/tokenname.h"

#include <QString>
#include <QUrl>

namespace purser {

//! Why a text is not a service URL.
enum class ServiceUrlProblem {
    Empty,
    Unreadable, //!< not a URL, or one without a host
    NotHttps, //!< a scheme other than https, or plain http to another machine
    HasUserInfo,
    HasQuery,
    HasFragment,
};

//! The contract's server URL, such as https://api.edenai.run/v2: https, or http for loopback
//! alone. Every request is made from it, so the bearer can't go to another origin.
class ServiceUrl {
public:
    //! https://api.edenai.run/v2
    static ServiceUrl standard();
    //! White space around the text and slashes at its end are ignored.
    static Expected<ServiceUrl, ServiceUrlProblem> fromText(const QString &text);

    //! Without a slash at the end.
    [[nodiscard]] QString toText() const;
    //! Host and, unless it is the scheme's own, port: "api.edenai.run", "127.0.0.1:8080".
    [[nodiscard]] QString host() const;
    //! Scheme, host and port: "https://api.edenai.run".
    [[nodiscard]] QString origin() const;

    //! The same text for every way of writing this service's address: in the journal, and wherever
    //! it counts whether two accounts are at one service. A loopback host is 127.0.0.1, whatever
    //! its name; a host's last dot and needless percent signs don't count.
    [[nodiscard]] QString identity() const;

    //! .../user/custom_token/
    [[nodiscard]] QUrl tokensUrl() const;
    //! .../user/custom_token/{name}/ with the name percent-encoded as one path segment.
    [[nodiscard]] Expected<QUrl, TokenNameProblem> tokenUrl(const QString &name) const;

    friend bool operator==(const ServiceUrl &, const ServiceUrl &) = default;

private:
    explicit ServiceUrl(QUrl url) : m_url(std::move(url)) { }

    QUrl m_url;
};

} // namespace purser
