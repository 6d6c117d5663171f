// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/accountservice.h"

#include "domain/customer.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace purser {

namespace {

using namespace std::chrono_literals;

//! The upper ends of the waits before the first, second and third retry.
constexpr std::array<std::chrono::milliseconds, AccountService::MaximumRetries> Backoff{1s, 2s, 4s};
constexpr std::chrono::seconds LongestRetryAfter{60};

bool isPassing(const ApiError &error)
{
    switch (error.kind) {
    case ApiErrorKind::Deadline:
    case ApiErrorKind::NameResolution:
    case ApiErrorKind::ConnectionRefused:
    case ApiErrorKind::ConnectionLost:
    case ApiErrorKind::Throttled:
    case ApiErrorKind::Server:
        return true;
    default:
        return false;
    }
}

std::chrono::milliseconds waitBefore(int retry, const ApiError &error, Clock &clock)
{
    const auto ceiling = Backoff.at(static_cast<size_t>(retry));
    const auto jitter = std::chrono::milliseconds(
        static_cast<qint64>(clock.chance() * static_cast<double>(ceiling.count())));
    if (!error.retryAfter) {
        return jitter;
    }
    return std::clamp<std::chrono::milliseconds>(*error.retryAfter, 0s, LongestRetryAfter);
}

//! Whether the call asked with a PATCH: that is never repeated.
bool askedByPatch(const TokenCall &call)
{
    return call.askedByPatch();
}

bool askedByPatch(const TokenListCall & /*call*/)
{
    return false;
}

//! CallType: TokenCall or TokenListCall; ResultType: what it finishes with.
template <typename CallType, typename Reply>
class Reading final : public AccountRead {
public:
    using Make = std::function<CallType *(const Bearer &)>;
    using Done = std::function<void(Expected<Reply, Failure>)>;

    Reading(AccountService &account, Retry retry, Make make, Done done)
        : AccountRead(&account), m_account(account), m_retry(retry), m_make(std::move(make)),
          m_done(std::move(done))
    {
        attempt();
    }

    void cancel() override
    {
        m_cancelled = true;
        if (m_call) {
            m_call->cancel();
            return;
        }
        // Waiting for the keychain or for a retry: those end without a word.
        QMetaObject::invokeMethod(
            this, [this] { end(Unexpected{cancelled()}); }, Qt::QueuedConnection);
    }

private:
    void attempt()
    {
        m_account.fetchBearer(this, [this](const Expected<Bearer, Failure> &bearer) {
            if (m_ended || m_cancelled) {
                return;
            }
            if (!bearer) {
                end(Unexpected{bearer.error()});
                return;
            }
            auto *call = m_make(*bearer);
            call->setParent(this); // ends with this one, not with the service
            m_call = call;
            QObject::connect(call, &CallType::finished, this, [this, call](const auto &result) {
                m_call.clear();
                onFinished(*call, result);
            });
        });
    }

    void onFinished(const CallType &call, const Expected<Reply, ApiError> &result)
    {
        if (result) {
            end(*result);
            return;
        }
        const ApiError &error = result.error();
        const bool again = m_retry == Retry::Passing && !m_cancelled && isPassing(error)
            && m_retries < AccountService::MaximumRetries && !askedByPatch(call);
        if (!again) {
            end(Unexpected{Failure(error)});
            return;
        }
        const auto wait = waitBefore(m_retries++, error, m_account.clock());
        Q_EMIT retryDue(m_account.clock().now().addMSecs(wait.count()), error);
        m_account.clock().after(wait, this, [this] {
            if (!m_ended && !m_cancelled) {
                attempt();
            }
        });
    }

    void end(const Expected<Reply, Failure> &result)
    {
        if (m_ended) {
            return;
        }
        m_ended = true;
        deleteLater(); // first: the receiver may destroy the account's service
        const Done done = std::move(m_done);
        done(result);
    }

    AccountService &m_account;
    Retry m_retry;
    Make m_make;
    Done m_done;
    QPointer<CallType> m_call;
    int m_retries = 0;
    bool m_cancelled = false;
    bool m_ended = false;
};

KeyHolder holderOf(const Bearer &bearer)
{
    return {bearer.customer(),
            QCryptographicHash::hash(bearer.bytes(), QCryptographicHash::Sha256)};
}

} // namespace

TokenKey keyOf(const Account &account, const QString &token)
{
    return {account.name,
            account.url.origin(),
            token,
            idOf(account),
            account.url.identity(),
            account.customers.isEmpty() || account.customers.last() == UnnamedCustomer
                ? QString()
                : account.customers.last()};
}

std::optional<QStringList> customersOf(const ChangeRecord &record, const Account &account)
{
    const QString mark = customerMarkOf(record);
    if (mark.isEmpty() || mark == UnnamedCustomer) {
        return mayBeOtherCustomer(record, account) ? std::nullopt
                                                   : std::optional(account.customers);
    }
    return sameCustomers(account.customers, mark);
}

bool haveDifferentCustomers(const Account &one, const Account &other)
{
    return !one.customers.isEmpty() && !other.customers.isEmpty()
        && !one.customers.contains(UnnamedCustomer) && !other.customers.contains(UnnamedCustomer)
        && std::none_of(
            one.customers.begin(), one.customers.end(),
            [&other](const QString &customer) { return other.customers.contains(customer); });
}

bool mayBeOtherCustomer(const ChangeRecord &record, const Account &account)
{
    return mayBeAnothers(customerMarkOf(record), account.customers, account.formerCustomers);
}

AccountService::AccountService(Account account, std::shared_ptr<TokenService> service,
                               Credentials &credentials, Clock &clock, Priority priority)
    : m_account(std::move(account)), m_credentials(credentials), m_clock(clock),
      m_service(std::move(service)), m_priority(priority)
{
}

AccountService::~AccountService()
{
    // Before the service, through which they go.
    const auto reads = findChildren<AccountRead *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(reads);
    const auto calls = findChildren<Call *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(calls);
}

AccountRead *AccountService::read(const QString &name, Retry retry,
                                  std::function<void(ReadResult)> done)
{
    return new Reading<TokenCall, TokenReply>(
        *this, retry,
        [this, name](const Bearer &bearer) { return m_service->read(name, bearer, m_priority); },
        [this, done = std::move(done)](const ReadResult &result) {
            if (result) {
                note(m_holder.customer, {result->token});
            }
            done(result);
        });
}

AccountRead *AccountService::list(Retry retry, std::function<void(ListResult)> done)
{
    return new Reading<TokenListCall, TokenListReply>(
        *this, retry, [this](const Bearer &bearer) { return m_service->list(bearer, m_priority); },
        [this, done = std::move(done)](const ListResult &result) {
            if (result) {
                note(m_holder.customer, result->tokens);
            }
            done(result);
        });
}

TokenCall *AccountService::update(const QString &name, const TokenPatch &patch,
                                  const Bearer &bearer, const std::function<bool()> &mayLeave)
{
    auto *call = m_service->update(name, patch, bearer, mayLeave);
    call->setParent(this);
    connect(call, &TokenCall::finished, this,
            [this, customer = bearer.customer()](const TokenResult &result) {
                if (result) {
                    note(customer, {result->token});
                }
            });
    return call;
}

void AccountService::note(const QString &customer, const QList<Token> &tokens)
{
    TokenKey account = keyOf(m_account);
    account.customer = customer;
    Q_EMIT seen(account, tokens, m_clock.now());
}

void AccountService::expectHolder(const KeyHolder &holder, const Account &account)
{
    expectCustomers(sameCustomers(account.customers, customerMark(holder.customer)));
    if (holder.customer.isEmpty()) {
        m_expectedKey = holder.keyHash;
    }
}

bool AccountService::isExpected(const KeyHolder &holder) const
{
    const QString mark = customerMark(holder.customer);
    const bool isOtherKey =
        mark == UnnamedCustomer && m_expectedKey && *m_expectedKey != holder.keyHash;
    return (m_expected.isEmpty() || m_expected.contains(mark)) && !isOtherKey;
}

void AccountService::fetchBearer(QObject *context,
                                 std::function<void(Expected<Bearer, Failure>)> done)
{
    m_credentials.fetch(
        m_account, context,
        [service = QPointer(this), done = std::move(done)](const Keychain::ReadResult &result) {
            if (!result) {
                done(Unexpected{Failure(result.error())});
            } else if (!result->has_value()) {
                done(Unexpected{Failure(SignedOut{})});
            } else if (service && !service->isExpected(holderOf(**result))) {
                done(Unexpected{Failure(OtherCustomer{})});
            } else {
                if (service) {
                    service->m_holder = holderOf(**result);
                }
                done(**result);
            }
        });
}

} // namespace purser
