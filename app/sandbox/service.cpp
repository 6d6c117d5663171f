// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/service.h"

#include "domain/exacttext.h"
#include "sandbox/changerules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace purser::sandbox {

namespace {

QString tokensPath()
{
    return u"/v2/user/custom_token/"_s;
}

Answer json(int status, const QJsonObject &body)
{
    return {status,
            {{"Content-Type", "application/json"}},
            QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

Answer detail(int status, const QString &text)
{
    return json(status, {{u"detail"_s, text}});
}

Answer page(int status, const QByteArray &title)
{
    return {status,
            {{"Content-Type", "text/html; charset=utf-8"}},
            "<!doctype html>\n<html lang=\"en\">\n<head>\n  <title>" + title
                + "</title>\n</head>\n<body>\n  <h1>" + title + "</h1>\n</body>\n</html>\n"};
}

Answer redirect(const QByteArray &location)
{
    return {301, {{"Content-Type", "text/html; charset=utf-8"}, {"Location", location}}, {}};
}

Answer unauthorized(Answer answer)
{
    answer.headers.emplaceBack("WWW-Authenticate", "Bearer realm=\"api\"");
    return answer;
}

Answer notValid()
{
    const QJsonObject message{{u"token_class"_s, u"AccessToken"_s},
                              {u"token_type"_s, u"access"_s},
                              {u"message"_s, u"Token is invalid or expired"_s}};
    return unauthorized(json(401,
                             {{u"detail"_s, u"Given token not valid for any token type"_s},
                              {u"code"_s, u"token_not_valid"_s},
                              {u"messages"_s, QJsonArray{message}}}));
}

Answer notAllowed(const QByteArray &method, const QByteArray &allowed)
{
    Answer answer = detail(405, u"Method \"%1\" not allowed."_s.arg(QString::fromLatin1(method)));
    answer.headers.emplaceBack("Allow", allowed);
    return answer;
}

Answer throttled()
{
    Answer answer = detail(429, u"Request was throttled. Expected available in 7 seconds."_s);
    answer.headers.emplaceBack("Retry-After", "7");
    return answer;
}

Answer serverError()
{
    return page(500, "Server Error (500)");
}

Answer undelivered(Delivery delivery)
{
    Answer answer;
    answer.delivery = delivery;
    return answer;
}

//! What the framework calls the type of a body that is no object.
QString frameworkTypeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Array:
        return u"list"_s;
    case QJsonValue::String:
        return u"str"_s;
    case QJsonValue::Bool:
        return u"bool"_s;
    case QJsonValue::Double:
        return value.toDouble() == static_cast<double>(value.toInteger()) ? u"int"_s : u"float"_s;
    default:
        return u"NoneType"_s;
    }
}

Answer jsonError(const QString &problem, int offset)
{
    const int position = qMax(0, offset);
    return detail(400,
                  u"JSON parse error - %1: line 1 column %2 (char %3)"_s.arg(
                      problem, QString::number(position + 1), QString::number(position)));
}

//! The body's object; the error is the answer. No body at all is an empty object.
Expected<QJsonObject, Answer> objectFrom(const Request &request)
{
    if (request.body.isEmpty()) {
        return QJsonObject();
    }
    const QByteArray type = request.contentType.split(';').front().trimmed();
    if (type.compare("application/json", Qt::CaseInsensitive) != 0) {
        return Unexpected{detail(415,
                                 u"Unsupported media type \"%1\" in request."_s.arg(
                                     QString::fromLatin1(request.contentType)))};
    }
    const auto value = jsonFromUtf8(request.body);
    if (!value) {
        return Unexpected{jsonError(value.error().detail, value.error().offset)};
    }
    if (!value->isObject()) {
        const QString message =
            u"Invalid data. Expected a dictionary, but got %1."_s.arg(frameworkTypeName(*value));
        return Unexpected{json(400, {{u"non_field_errors"_s, QJsonArray{message}}})};
    }
    return value->toObject();
}

int hexDigit(char c)
{
    const QByteArrayView digits("0123456789abcdef");
    const auto index = digits.indexOf(c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c);
    return static_cast<int>(index);
}

//! Decodes what is an escape and leaves any other '%' alone, as the framework does.
QString decoded(const QByteArray &path)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const bool escape = path.at(i) == '%' && i + 2 < path.size()
            && hexDigit(path.at(i + 1)) >= 0 && hexDigit(path.at(i + 2)) >= 0;
        if (!escape) {
            bytes += path.at(i);
            continue;
        }
        bytes += static_cast<char>(hexDigit(path.at(i + 1)) * 16 + hexDigit(path.at(i + 2)));
        i += 2;
    }
    return QString::fromUtf8(bytes);
}

} // namespace

Service::Service(TokenStore store, FaultPlan faults, QByteArray jwt)
    : m_store(std::move(store)), m_faults(std::move(faults)), m_jwt(std::move(jwt))
{
}

Answer Service::answer(const Request &request)
{
    const qsizetype question = request.target.indexOf('?');
    const QByteArray path = request.target.left(question < 0 ? request.target.size() : question);
    const QByteArray query = request.target.mid(path.size());
    // Decoded before it is matched, so that a %2F is a slash: no name with one can be reached.
    QString rest = decoded(path);
    const bool hasSlash = rest.endsWith(u'/');
    if (!hasSlash) {
        rest += u'/';
    }
    const bool known = rest.startsWith(tokensPath())
        && QStringView(rest).mid(tokensPath().size()).count(u'/') <= 1
        && rest != tokensPath() + u'/';

    Answer answer = page(404, "Not Found");
    if (known && !hasSlash) {
        answer = redirect(path + '/' + query);
    } else if (known && rest == tokensPath()) {
        answer = list(request);
    } else if (known) {
        answer = token(request, rest.mid(tokensPath().size()).chopped(1));
    }
    answer.headers.emplaceBack("X-Request-ID",
                               QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    return answer;
}

Answer Service::list(const Request &request)
{
    if (const auto problem = signInProblem(request)) {
        return *problem;
    }
    if (request.method != "GET") {
        return notAllowed(request.method, "GET");
    }
    return {200, {{"Content-Type", "application/json"}}, m_store.readAll()};
}

Answer Service::token(const Request &request, const QString &name)
{
    if (const auto problem = signInProblem(request)) {
        return *problem;
    }
    if (request.method != "GET" && request.method != "PATCH") {
        return notAllowed(request.method, "GET, PATCH");
    }
    if (!m_store.contains(name)) {
        return detail(404, u"Not found."_s);
    }
    return request.method == "GET" ? json(200, m_store.read(name)) : patch(request, name);
}

Answer Service::patch(const Request &request, const QString &name)
{
    const auto body = objectFrom(request);
    if (!body) {
        return body.error();
    }
    const auto change = changeFrom(*body);
    if (!change) {
        return json(400, change.error());
    }
    // Without a field it asks for no change: a read, which no failure strikes.
    return change->isEmpty() ? json(200, m_store.read(name)) : this->change(name, *change);
}

Answer Service::change(const QString &name, const Change &change)
{
    const auto fault = m_faults.takeNext();
    if (!fault) {
        return json(200, m_store.write(name, change));
    }
    switch (*fault) {
    case FaultKind::SignIn:
        return notValid();
    case FaultKind::Forbidden:
        return detail(403, u"You do not have permission to perform this action."_s);
    case FaultKind::Throttled:
        return throttled();
    case FaultKind::ServerError:
        return serverError();
    case FaultKind::ServerErrorAfter:
        m_store.write(name, change);
        return serverError();
    case FaultKind::CloseBefore:
        return undelivered(Delivery::Closed);
    case FaultKind::CloseAfter:
        m_store.write(name, change);
        return undelivered(Delivery::Closed);
    case FaultKind::Half: {
        Answer half = json(200, m_store.write(name, change));
        half.delivery = Delivery::Half;
        return half;
    }
    case FaultKind::Hang:
        return undelivered(Delivery::Never);
    case FaultKind::Lie:
        return json(200, m_store.write(name, otherThan(change)));
    }
    return serverError();
}

std::optional<Answer> Service::signInProblem(const Request &request) const
{
    const QByteArray scheme = "Bearer ";
    if (!request.authorization.startsWith(scheme)) {
        return unauthorized(detail(401, u"Authentication credentials were not provided."_s));
    }
    if (request.authorization.mid(scheme.size()).trimmed() != m_jwt) {
        return notValid();
    }
    return std::nullopt;
}

} // namespace purser::sandbox
