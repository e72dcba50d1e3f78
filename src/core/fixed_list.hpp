// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace yaqut {

/// A list of at most `Capacity` small values, without memory of its own; what is added beyond that is dropped.
template <typename Value, std::size_t Capacity> class FixedList {
  public:
    void push_back(const Value& value) {
        if (m_size < Capacity) {
            m_values[m_size++] = value; // NOLINT: bounded by the line above
        }
    }
    void clear() { m_size = 0; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] const Value* begin() const { return m_values.data(); }
    [[nodiscard]] const Value* end() const { return m_values.data() + m_size; }

  private:
    std::array<Value, Capacity> m_values; // not set before it is used
    std::size_t m_size = 0;
};

} // namespace yaqut
