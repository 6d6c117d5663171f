// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace purser::sandbox {

//! Ends the program's event loop once standard input has ended, which it does together with
//! the program at its other end, however that one ends.
class StdinWatch {
public:
    //! Precondition: there is a QCoreApplication, which outlives this.
    StdinWatch();
    ~StdinWatch();
    StdinWatch(const StdinWatch &) = delete;
    StdinWatch &operator=(const StdinWatch &) = delete;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace purser::sandbox
