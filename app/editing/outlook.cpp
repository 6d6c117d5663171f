// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/outlook.h"

namespace purser {

Outlook outlookOf(const ChangeRequest &request, const std::optional<Token> &shown,
                  const Token &fresh, const QDateTime &now, Fall fall)
{
    Outlook outlook;
    outlook.before = shown ? mergedToken(*shown, fresh) : fresh;
    outlook.plan = planChange(request, shown, fresh, fall);
    outlook.after = outlook.plan.patch.appliedTo(outlook.before);
    if (!outlook.plan.patch.isEmpty()) {
        outlook.consequences = consequencesOf(outlook.before, outlook.after, now);
    }
    return outlook;
}

Outlook outlookOf(const ChangeRecord &record, const QDateTime &now)
{
    return {record.before,
            record.expected,
            {record.patch, {}, false, {}},
            consequencesOf(record.before, record.expected, now)};
}

} // namespace purser
