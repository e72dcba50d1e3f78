// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <future>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "gazetteer/temp_file.hpp"

/// Sorting of more than fits into memory. What was added is sorted in runs; when there is more than one run, they go to
/// a temporary file (sorted and written by a second thread, while the next one fills) and are merged while reading. The
/// orders used are total, so the result does not depend on where runs end.
namespace yaqut::gazetteer {

/// Items of one size.
template <typename Record, typename Less> class RecordRun {
  public:
    using Item = Record;

    void add(const Record& record) { m_records.push_back(record); }
    [[nodiscard]] std::uint64_t bytes() const { return m_records.size() * sizeof(Record); }
    void sort() { std::sort(m_records.begin(), m_records.end(), Less{}); }
    void write(TempFile& file) const { file.append(std::as_bytes(std::span(m_records))); }
    void clear() { m_records.clear(); }
    [[nodiscard]] const Record* at(std::size_t position) const {
        return position < m_records.size() ? &m_records[position] : nullptr;
    }
    [[nodiscard]] static bool less(const Record& a, const Record& b) { return Less{}(a, b); }
    /// The item that the reader stands at; false at the end.
    static bool read(TempFileReader& reader, Record& record) {
        const auto bytes = reader.peek(sizeof(Record));
        if (bytes.size() < sizeof(Record)) {
            return false;
        }
        std::memcpy(&record, bytes.data(), sizeof(Record));
        reader.skip(sizeof(Record));
        return true;
    }

  private:
    std::vector<Record> m_records;
};

/// Byte strings of any length, in bytewise order.
class BlobRun {
  public:
    using Item = std::string_view;

    void add(std::string_view blob);
    [[nodiscard]] std::uint64_t bytes() const { return m_text.size() + m_entries.size() * sizeof(Entry); }
    void sort();
    void write(TempFile& file) const;
    void clear();
    [[nodiscard]] const std::string_view* at(std::size_t position) const;
    [[nodiscard]] static bool less(std::string_view a, std::string_view b) { return a < b; }
    /// The view is valid until the next call for the same reader.
    static bool read(TempFileReader& reader, std::string_view& blob);

  private:
    struct Entry {
        std::uint64_t prefix = 0; ///< the first eight bytes, so that most comparisons need no look at the text
        std::uint32_t offset = 0;
        std::uint32_t size = 0;
    };
    [[nodiscard]] std::string_view view(const Entry& entry) const { return {m_text.data() + entry.offset, entry.size}; }

    std::vector<char> m_text;
    std::vector<Entry> m_entries;
    mutable std::string_view m_at;
};

template <typename Run> class ExternalSorter {
  public:
    using Item = typename Run::Item;

    explicit ExternalSorter(WorkSpace space) : m_space(std::move(space)) {}

    void add(const Item& item) {
        if (m_filling->bytes() >= most_bytes()) {
            spill();
        }
        m_filling->add(item);
        ++m_count;
    }
    [[nodiscard]] std::uint64_t count() const { return m_count; }

    /// Ends adding; to be called once.
    void finish() {
        if (!m_file) {
            m_filling->sort();
            return;
        }
        spill();
        m_writing.get();
        m_filling.reset();
        m_spare.reset();
        open_runs();
    }

    /// The next item in order, valid until the next call; nullptr at the end.
    [[nodiscard]] const Item* next() {
        if (!m_file) {
            return m_filling ? m_filling->at(m_position++) : nullptr;
        }
        if (m_current) {
            advance(*m_current);
        }
        if (m_heap.empty()) {
            m_current.reset();
            return nullptr;
        }
        m_current = m_heap.front();
        return &m_readers[*m_current].item;
    }

  private:
    struct Reader {
        TempFileReader bytes;
        Item item{};
    };

    // Offsets within a run are of 32 bits; two runs are in memory at a time.
    [[nodiscard]] std::uint64_t most_bytes() const {
        constexpr std::uint64_t least = std::uint64_t{1} << 14U;
        constexpr std::uint64_t most = std::uint64_t{1} << 31U;
        return std::clamp(m_space.memory / 2, least, most);
    }

    void spill() {
        if (!m_file) {
            m_file = std::make_unique<TempFile>(m_space.folder);
        }
        if (m_writing.valid()) {
            m_writing.get();
            m_run_ends.push_back(m_file->size());
        }
        std::swap(m_filling, m_spare);
        m_filling->clear();
        m_writing = std::async(std::launch::async, [run = m_spare.get(), file = m_file.get()] {
            run->sort();
            run->write(*file);
        });
    }

    void open_runs() {
        constexpr std::uint64_t least_buffer = 4096;
        constexpr std::uint64_t most_buffer = std::uint64_t{1} << 20U;
        m_run_ends.push_back(m_file->size());
        const std::size_t buffer = std::clamp(m_space.memory / m_run_ends.size(), least_buffer, most_buffer);
        std::uint64_t begin = 0;
        for (const std::uint64_t end : m_run_ends) {
            m_readers.push_back({TempFileReader(*m_file, begin, end, buffer), {}});
            begin = end;
        }
        for (std::size_t i = 0; i < m_readers.size(); ++i) {
            if (Run::read(m_readers[i].bytes, m_readers[i].item)) {
                m_heap.push_back(i);
            }
        }
        std::make_heap(m_heap.begin(), m_heap.end(), [this](std::size_t a, std::size_t b) { return after(a, b); });
    }

    [[nodiscard]] bool after(std::size_t a, std::size_t b) const {
        return Run::less(m_readers[b].item, m_readers[a].item);
    }

    /// Reads on in the run at the top of the heap and lets it sink to its place.
    void advance(std::size_t run) {
        if (!Run::read(m_readers[run].bytes, m_readers[run].item)) {
            std::pop_heap(m_heap.begin(), m_heap.end(), [this](std::size_t a, std::size_t b) { return after(a, b); });
            m_heap.pop_back();
            return;
        }
        std::size_t at = 0;
        for (std::size_t child = 1; child < m_heap.size(); child = 2 * at + 1) {
            if (child + 1 < m_heap.size() && after(m_heap[child], m_heap[child + 1])) {
                ++child;
            }
            if (!after(m_heap[at], m_heap[child])) {
                break;
            }
            std::swap(m_heap[at], m_heap[child]);
            at = child;
        }
    }

    WorkSpace m_space;
    std::unique_ptr<Run> m_filling = std::make_unique<Run>();
    std::unique_ptr<Run> m_spare = std::make_unique<Run>();
    std::unique_ptr<TempFile> m_file; ///< null as long as one run is enough
    std::future<void> m_writing;      ///< after the file and the run that it writes: waits when it goes away
    std::vector<std::uint64_t> m_run_ends;
    std::vector<Reader> m_readers;
    std::vector<std::size_t> m_heap; ///< runs with items left, the least item first
    std::optional<std::size_t> m_current;
    std::size_t m_position = 0;
    std::uint64_t m_count = 0;
};

template <typename Record, typename Less> using RecordSorter = ExternalSorter<RecordRun<Record, Less>>;
using BlobSorter = ExternalSorter<BlobRun>;

} // namespace yaqut::gazetteer
