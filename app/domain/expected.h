// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <variant>

namespace purser {

//! Wraps an error so that an Expected can be made from it without ambiguity.
template <typename E>
struct Unexpected {
    E error;
};

template <typename E>
Unexpected(E) -> Unexpected<E>;

//! A value, or the reason why there is none. std::expected would do, but it needs
//! C++23 and, with this standard library, clang 19; Purser builds with older ones.
template <typename T, typename E>
class [[nodiscard]] Expected {
public:
    Expected(T value) // NOLINT(google-explicit-constructor): returns read as values
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    template <typename F>
    Expected(Unexpected<F> unexpected) // NOLINT(google-explicit-constructor)
        : m_state(std::in_place_index<1>, E(std::move(unexpected.error)))
    {
    }

    [[nodiscard]] bool hasValue() const { return m_state.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    //! Precondition: hasValue().
    [[nodiscard]] const T &value() const { return std::get<0>(m_state); }
    [[nodiscard]] T &value() { return std::get<0>(m_state); }
    //! Precondition: !hasValue().
    [[nodiscard]] const E &error() const { return std::get<1>(m_state); }

    const T &operator*() const { return value(); }
    const T *operator->() const { return &value(); }

private:
    std::variant<T, E> m_state;
};

} // namespace purser
