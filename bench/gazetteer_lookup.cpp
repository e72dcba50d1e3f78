// SPDX-License-Identifier: Apache-2.0
// How long look-ups take in two compiled gazetteers: the same phrases, those that both know and those that neither
// does. Prints medians in nanoseconds and their ratio, the time to open each, and of `find` for typing users.
//
//     gazetteer_lookup SMALL.yqg LARGE.yqg
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <exception>
#include <iomanip>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/name_keys.hpp"

namespace {

using namespace yaqut;
using gazetteer::Gazetteer;
using Clock = std::chrono::steady_clock;

/// A phrase as a recogniser asks for it.
struct Question {
    std::uint64_t first_word = 0;
    std::uint64_t phrase = 0;
};

double nanoseconds(Clock::duration time) { return std::chrono::duration<double, std::nano>(time).count(); }

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

bool knows(const Gazetteer& gazetteer, const Question& question) {
    return !gazetteer.probe(question.phrase).names.empty();
}

/// One look-up: is the word a beginning, what is the phrase, where is its first place.
double ask(const Gazetteer& gazetteer, const Question& question) {
    if (!gazetteer.may_begin(question.first_word)) {
        return 0.0;
    }
    const auto names = gazetteer.probe(question.phrase).names;
    return names.empty() ? 0.0 : gazetteer.place(names.front().place).location.lat;
}

/// Median of the time for one look-up, over batches.
double time_of(const Gazetteer& gazetteer, const std::vector<Question>& questions) {
    constexpr std::size_t batch = 50;
    constexpr int rounds = 5;
    std::vector<double> times;
    double sum = 0.0;
    for (int round = 0; round < rounds; ++round) { // the first one warms up
        for (std::size_t begin = 0; begin + batch <= questions.size(); begin += batch) {
            const auto start = Clock::now();
            for (std::size_t i = begin; i < begin + batch; ++i) {
                sum += ask(gazetteer, questions[i]);
            }
            if (round > 0) {
                times.push_back(nanoseconds(Clock::now() - start) / batch);
            }
        }
    }
    return sum == 0.5 ? 0.0 : median(times); // the sum is used, so that nothing is left out
}

struct Questions {
    std::vector<Question> present;
    std::vector<Question> absent;      ///< words that begin names, in pairs that are none
    std::vector<Question> other_words; ///< words that begin no name of the small gazetteer
};

Questions make_questions(const Gazetteer& small, const Gazetteer& large) {
    constexpr std::size_t wanted = 50'000;
    std::mt19937_64 random(1);
    Questions questions;
    std::string before = "x";
    while (questions.present.size() < wanted || questions.absent.size() < wanted ||
           questions.other_words.size() < wanted) {
        const auto names = small.names(static_cast<PlaceIndex>(random() % small.size()));
        const auto keys = gazetteer::keys_of(names[random() % names.size()].name);
        const auto keep = [&](std::vector<Question>& list, const gazetteer::NameKeys& of, bool known) {
            const Question question{of.first_word, of.phrase};
            if (list.size() < wanted && of.usable() && knows(small, question) == known &&
                knows(large, question) == known) {
                list.push_back(question);
            }
        };
        keep(questions.present, keys, true);
        keep(questions.absent, gazetteer::keys_of(keys.loose + " " + before), false);
        std::string word = keys.loose + before;
        std::shuffle(word.begin(), word.end(), random);
        std::erase_if(word, [](char c) { return c < 'a' || c > 'z'; });
        const auto shuffled = gazetteer::keys_of(word.substr(0, 3 + random() % 6));
        if (!small.may_begin(shuffled.first_word)) {
            keep(questions.other_words, shuffled, false);
        }
        before = keys.loose;
    }
    return questions;
}

void compare(const char* what, const Gazetteer& small, const Gazetteer& large, const std::vector<Question>& questions) {
    const double first = time_of(small, questions);
    const double second = time_of(large, questions);
    std::cout << std::left << std::setw(24) << what << std::right << std::fixed << std::setprecision(1) << std::setw(10)
              << first << std::setw(10) << second << " ns  ratio " << std::setprecision(2) << second / first << '\n';
}

double open_milliseconds(const char* file) {
    std::vector<double> times;
    for (int i = 0; i < 9; ++i) {
        const auto start = Clock::now();
        const Gazetteer gazetteer = Gazetteer::open(file);
        times.push_back(nanoseconds(Clock::now() - start) * 1e-6);
    }
    return median(times);
}

void time_find(const Gazetteer& gazetteer, const char* typed) {
    std::vector<double> times;
    std::vector<double> work; // of the processor, which others may use, too
    std::vector<gazetteer::Found> found;
    for (int i = 0; i < 9; ++i) {
        const auto start = Clock::now();
        const std::clock_t begin = std::clock();
        found = gazetteer.find(typed, {});
        work.push_back(static_cast<double>(std::clock() - begin) * 1000.0 / CLOCKS_PER_SEC);
        times.push_back(nanoseconds(Clock::now() - start) * 1e-6);
    }
    std::cout << "find " << typed << ": " << std::fixed << std::setprecision(1) << median(times) << " ms ("
              << median(work) << " ms of work)";
    if (!found.empty()) {
        std::cout << ", " << found[0].name << " (" << found[0].place.country << ") " << std::setprecision(2)
                  << found[0].score;
    }
    std::cout << '\n';
}

void run(const char* small_file, const char* large_file) {
    std::cout << "open: " << std::setprecision(3) << open_milliseconds(small_file) << " ms, "
              << open_milliseconds(large_file) << " ms\n";
    const Gazetteer small = Gazetteer::open(small_file);
    const Gazetteer large = Gazetteer::open(large_file);
    const Questions questions = make_questions(small, large);
    compare("present names", small, large, questions.present);
    compare("absent phrases", small, large, questions.absent);
    compare("other words", small, large, questions.other_words);
    for (const char* typed :
         {"طرابلس", "benghzi", "tripoly", "بنغازى", "مصراته", "tr", "ال", "new yrok", "damscus", "xqzwvkjhgf"}) {
        time_find(large, typed);
    }
}

} // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::cerr << "usage: gazetteer_lookup SMALL.yqg LARGE.yqg\n";
        return 2;
    }
    try {
        run(arguments[1], arguments[2]);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
