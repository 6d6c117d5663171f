// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>

namespace purser {

//! Runs function in a thread of the pool. Take its result with a QFutureWatcher: then() with a
//! context takes for granted, in Qt 6.4, that the context is still there. function must hold all
//! it uses by value.
template <typename Function>
auto inBackground(Function function)
{
    using Result = std::invoke_result_t<Function>;
    auto promise = std::make_shared<QPromise<Result>>();
    QFuture<Result> future = promise->future();
    QThreadPool::globalInstance()->start([promise, function = std::move(function)] {
        promise->start();
        promise->addResult(function());
        promise->finish();
    });
    return future;
}

} // namespace purser
