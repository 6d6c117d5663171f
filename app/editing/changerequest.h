// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/tokenpatch.h"

#include <QList>
#include <QString>

#include <optional>
#include <type_traits>

namespace purser {

//! How an amount changes a balance.
enum class BalanceMode { SetTo, Add, Deduct };

struct BalanceEdit {
    BalanceMode mode = BalanceMode::SetTo;
    Balance amount; //!< to add or deduct: more than 0

    friend bool operator==(const BalanceEdit &, const BalanceEdit &) = default;
};

//! What a user wants of a token. Add and Deduct become a value only with the balance that is
//! read just before sending.
struct ChangeRequest {
    std::optional<BalanceEdit> balance;
    std::optional<Expiry> expiry;
    std::optional<bool> activeBalance;
    std::optional<ResetPeriod> resetPeriod;
    std::optional<MaybeBalance> resetAmount;
    QString reason; //!< for the journal alone
    std::optional<qint64> undoes; //!< the journal's id of the change that this one takes back

    //! Whether it asks for no change of any field.
    [[nodiscard]] bool isEmpty() const;

    friend bool operator==(const ChangeRequest &, const ChangeRequest &) = default;
};

//! Where each field stands in a request: visit(field, member of ChangeRequest, member of Token,
//! member of TokenPatch). All three are of one type, but for the balance.
template <typename Visit>
constexpr void visitRequest(Visit visit)
{
    visit(Field::Balance, &ChangeRequest::balance, &Token::balance, &TokenPatch::balance);
    visit(Field::Expiry, &ChangeRequest::expiry, &Token::expiry, &TokenPatch::expiry);
    visit(Field::ActiveBalance, &ChangeRequest::activeBalance, &Token::activeBalance,
          &TokenPatch::activeBalance);
    visit(Field::ResetPeriod, &ChangeRequest::resetPeriod, &Token::resetPeriod,
          &TokenPatch::resetPeriod);
    visit(Field::ResetAmount, &ChangeRequest::resetAmount, &Token::resetAmount,
          &TokenPatch::resetAmount);
}

static_assert(
    [] {
        size_t count = 0;
        visitRequest([&count](auto...) { ++count; });
        return count;
    }() == FieldTable.size(),
    "a field can't be asked for");

//! The fields that are asked for as they are sent: all but the balance.
template <typename Visit>
constexpr void visitPlainRequest(Visit visit)
{
    visitRequest([&visit](Field field, auto inRequest, auto inToken, auto inPatch) {
        if constexpr (!std::is_same_v<decltype(inRequest), decltype(&ChangeRequest::balance)>) {
            visit(field, inRequest, inToken, inPatch);
        }
    });
}

//! What a request comes to without the balance, whose value is known only with the token's.
TokenPatch patchWithoutBalance(const ChangeRequest &request);

//! The fields for which two requests ask the same.
QList<Field> sameFields(const ChangeRequest &a, const ChangeRequest &b);

//! What a request asks for in these fields, without a reason and as no undo.
ChangeRequest onlyFields(const ChangeRequest &request, const QList<Field> &fields);

//! A request that sets the patch's values.
ChangeRequest requestFor(const TokenPatch &patch);

} // namespace purser
