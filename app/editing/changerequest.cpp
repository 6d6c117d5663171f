// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/changerequest.h"

namespace purser {

bool ChangeRequest::isEmpty() const
{
    bool isEmpty = true;
    visitRequest([&](Field /*field*/, auto member, auto /*inToken*/, auto /*inPatch*/) {
        isEmpty = isEmpty && !(this->*member);
    });
    return isEmpty;
}

QList<Field> sameFields(const ChangeRequest &a, const ChangeRequest &b)
{
    QList<Field> fields;
    visitRequest([&](Field field, auto member, auto /*inToken*/, auto /*inPatch*/) {
        if (a.*member && a.*member == b.*member) {
            fields.append(field);
        }
    });
    return fields;
}

ChangeRequest onlyFields(const ChangeRequest &request, const QList<Field> &fields)
{
    ChangeRequest only = request;
    only.reason.clear();
    only.undoes.reset();
    visitRequest([&](Field field, auto member, auto /*inToken*/, auto /*inPatch*/) {
        if (!fields.contains(field)) {
            (only.*member).reset();
        }
    });
    return only;
}

TokenPatch patchWithoutBalance(const ChangeRequest &request)
{
    TokenPatch patch;
    visitPlainRequest([&](Field /*field*/, auto inRequest, auto /*inToken*/, auto inPatch) {
        patch.*inPatch = request.*inRequest;
    });
    return patch;
}

ChangeRequest requestFor(const TokenPatch &patch)
{
    ChangeRequest request;
    visitPlainRequest([&](Field /*field*/, auto inRequest, auto /*inToken*/, auto inPatch) {
        request.*inRequest = patch.*inPatch;
    });
    if (patch.balance) {
        request.balance = BalanceEdit{BalanceMode::SetTo, *patch.balance};
    }
    return request;
}

} // namespace purser
