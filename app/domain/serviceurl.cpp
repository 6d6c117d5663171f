// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/serviceurl.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

} // namespace

ServiceUrl ServiceUrl::standard()
{
    return ServiceUrl(QUrl(u"https://api.edenai.run/v2"_s));
}

Expected<ServiceUrl, ServiceUrlProblem> ServiceUrl::fromText(const QString &text)
{
    QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return Unexpected{ServiceUrlProblem::Empty};
    }
    QUrl url(trimmed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()) {
        return Unexpected{ServiceUrlProblem::Unreadable};
    }
    // An empty query or user part ("https://host?") is refused too: it would end in the paths.
    if (url.hasQuery()) {
        return Unexpected{ServiceUrlProblem::HasQuery};
    }
    if (url.hasFragment()) {
        return Unexpected{ServiceUrlProblem::HasFragment};
    }
    if (!url.userInfo().isEmpty() || url.authority().contains(u'@')) {
        return Unexpected{ServiceUrlProblem::HasUserInfo};
    }
    const QString scheme = url.scheme();
    if (scheme != "https"_L1 && !(scheme == "http"_L1 && isLoopback(url))) {
        return Unexpected{ServiceUrlProblem::NotHttps};
    }
    url = url.adjusted(QUrl::NormalizePathSegments);
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    url.setPath(path, QUrl::StrictMode);
    if (url.port() == (scheme == "https"_L1 ? 443 : 80)) {
        url.setPort(-1);
    }
    return ServiceUrl(url);
}

QString ServiceUrl::toText() const
{
    return QString::fromLatin1(m_url.toEncoded());
}

QString ServiceUrl::host() const
{
    QString host = m_url.host(QUrl::FullyEncoded);
    if (host.contains(u':')) {
        host = u'[' + host + u']';
    }
    return m_url.port() < 0 ? host : host + u':' + QString::number(m_url.port());
}

QString ServiceUrl::origin() const
{
    return m_url.scheme() + "://"_L1 + host();
}

QString ServiceUrl::identity() const
{
    QString name = m_url.host(QUrl::FullyEncoded).toLower();
    while (name.endsWith(u'.')) {
        name.chop(1);
    }
    QUrl url = m_url;
    url.setHost(isLoopback(m_url) || name == "localhost"_L1 ? u"127.0.0.1"_s : name);
    const QString path = QUrl::fromPercentEncoding(m_url.path(QUrl::FullyEncoded).toUtf8());
    url.setPath(QString::fromLatin1(QUrl::toPercentEncoding(path, "/")), QUrl::StrictMode);
    return QString::fromLatin1(url.toEncoded());
}

QUrl ServiceUrl::tokensUrl() const
{
    return QUrl::fromEncoded(m_url.toEncoded() + "/user/custom_token/", QUrl::StrictMode);
}

Expected<QUrl, TokenNameProblem> ServiceUrl::tokenUrl(const QString &name) const
{
    if (const auto problem = tokenNameProblem(name)) {
        return Unexpected{*problem};
    }
    const QByteArray segment = QUrl::toPercentEncoding(name);
    const QByteArray whole = m_url.toEncoded() + "/user/custom_token/" + segment + '/';
    const QUrl url = QUrl::fromEncoded(whole, QUrl::StrictMode);
    // The name must have stayed one segment and the rest must not have moved.
    if (!url.isValid() || url.toEncoded() != whole || segment.contains('/')) {
        return Unexpected{TokenNameProblem::Slash};
    }
    return url;
}

} // namespace purser
