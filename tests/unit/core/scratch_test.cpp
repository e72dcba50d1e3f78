// SPDX-License-Identifier: Apache-2.0
#include "core/scratch.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <thread>

using namespace yaqut;

namespace {

std::size_t sum(const ScratchVector<std::size_t>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), std::size_t{0});
}

ScratchVector<std::size_t> first_numbers(std::size_t count) {
    ScratchVector<std::size_t> numbers;
    for (std::size_t i = 0; i < count; ++i) {
        numbers.push_back(i);
    }
    return numbers;
}

} // namespace

TEST_CASE("lists that grow side by side keep what is in them") {
    for (const std::size_t size : {3U, 1'000U, 200'000U, 10U}) {
        ScratchVector<std::size_t> one;
        ScratchVector<std::size_t> other;
        for (std::size_t i = 0; i < size; ++i) {
            one.push_back(i);
            other.push_back(2 * i);
        }
        CHECK(sum(one) == size * (size - 1) / 2);
        CHECK(sum(other) == size * (size - 1));
    }
    CHECK(Scratch::pieces() == 0);
}

TEST_CASE("what is free again is used for the next lists") {
    const std::size_t* before = first_numbers(50).data();
    for (int i = 0; i < 3; ++i) {
        CHECK(first_numbers(50).data() == before); // NOLINT: only compared
    }
}

TEST_CASE("a list moves with its memory, and a copy has its own") {
    ScratchVector<std::size_t> numbers = first_numbers(100);
    const std::size_t* data = numbers.data();
    const ScratchVector<std::size_t> moved = std::move(numbers);
    CHECK(moved.data() == data);
    ScratchVector<std::size_t> copy = moved;
    copy.front() = 7;
    CHECK(moved.front() == 0);
    CHECK(Scratch::pieces() == 2);
}

TEST_CASE("each thread has its own memory") {
    const ScratchVector<std::size_t> numbers = first_numbers(100);
    std::size_t pieces = 1;
    std::thread([&] {
        {
            const ScratchVector<std::size_t> others = first_numbers(1'000);
            pieces = sum(others) == 499'500 ? Scratch::pieces() - 1 : 99;
        }
        pieces += Scratch::pieces();
    }).join();
    CHECK(pieces == 0);
    CHECK(sum(numbers) == 4950);
}
