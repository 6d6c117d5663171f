// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/tokenservice.h"

namespace purser {

struct HttpReply;

//! What a request was for: it decides what its failure means.
enum class Purpose {
    Read, //!< asks for no change: a failure has no effect
    Change,
};

//! Decides what a reply to a call for one token means. Success is a complete 200 with a valid
//! token of the asked name, and nothing else.
TokenResult tokenResultFrom(const HttpReply &reply, Purpose purpose, const QString &name,
                            const Bearer &bearer);

TokenListResult tokenListResultFrom(const HttpReply &reply, const Bearer &bearer);

//! Whether a GET's reply says that this service reads by PATCH only: 405, or 404 with a body
//! that is not JSON.
bool asksForReadByPatch(const HttpReply &reply);

//! The same of GET list: the service does not offer it.
bool hasNoList(const ApiError &error);

//! What a status says of a change. Rejected: 300, 301, 307, 308 and every 4xx but 408.
//! Everything else is Unknown; a 200 too, unless it is complete and valid.
Effect effectOfStatus(int status);

} // namespace purser
