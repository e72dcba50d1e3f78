// SPDX-License-Identifier: Apache-2.0
#include "cli/run_journal.hpp"

#include <charconv>
#include <filesystem>
#include <system_error>

#include <unistd.h>

#include "core/error.hpp"

namespace yaqut::cli {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// First byte of a record.
enum class Record : std::uint8_t { key = 1, process = 2, checkpoint = 3, publishing = 4 };

constexpr std::string_view journal_format = "yaqut run 1";

void make_folder(const std::string& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        throw OutputError(folder, "folder cannot be made: " + error.message());
    }
}

std::string key_record(const RunKey& key) {
    PackedWriter out;
    out.byte(static_cast<std::uint8_t>(Record::key));
    out.text(journal_format);
    out.number(key.size());
    for (const auto& [name, value] : key) {
        out.text(name);
        out.text(value);
    }
    return std::move(out.bytes());
}

[[noreturn]] void refuse(const std::string& folder, const std::string& why) {
    throw OutputError(folder, "an interrupted run is kept there that is not this one: " + why +
                                  ". Repeat the command as it was, or delete the folder to start anew");
}

/// Throws when the run kept in the folder is another one.
void check_key(std::string_view record, const RunKey& key, const std::string& folder) {
    PackedReader in(record);
    (void)in.byte();
    if (in.text() != journal_format) {
        refuse(folder, "another version of yaqut made it");
    }
    const std::size_t count = in.count();
    for (std::size_t i = 0; i < count && i < key.size(); ++i) {
        const std::string_view name = in.text();
        const std::string_view value = in.text();
        if (name != key[i].first || value != key[i].second) {
            refuse(folder, "its " + std::string(name) + " was \"" + std::string(value) + "\", now " + key[i].first +
                               " is \"" + key[i].second + '"');
        }
    }
    if (count != key.size()) {
        refuse(folder, "it had other options");
    }
}

/// ".NAME.PID-NUMBER.tmp", as work in progress is called.
bool is_work_of(std::string_view name, std::uint64_t process) {
    constexpr std::string_view ending = ".tmp";
    const std::string mark = "." + std::to_string(process) + "-";
    const std::size_t at = name.rfind(mark);
    if (!name.starts_with('.') || !name.ends_with(ending) || at == std::string_view::npos || at == 0) {
        return false;
    }
    name.remove_suffix(ending.size());
    unsigned number = 0;
    const char* const digits = name.data() + at + mark.size();
    const char* const end = name.data() + name.size();
    const auto parsed = std::from_chars(digits, end, number);
    return parsed.ec == std::errc{} && parsed.ptr == end;
}

} // namespace

/// What is known while records are read.
struct RunJournal::Loading {
    const std::vector<io::FileStamp>& inputs;
    std::size_t files = 0; ///< that ended
    std::uint64_t result_bytes = 0;
    std::string piece;
};

RunJournal::RunJournal(const std::string& folder, const RunKey& key, const std::vector<io::FileStamp>& inputs)
    : m_folder(folder), m_recorded(Clock::now()), m_synced(m_recorded) {
    make_folder(folder);
    m_journal = std::make_unique<RecordFile>(folder + "/journal");
    m_results = std::make_unique<GrowingFile>(folder + "/results");
    load(key, inputs);
    PackedWriter process;
    process.byte(static_cast<std::uint8_t>(Record::process));
    process.number(static_cast<std::uint64_t>(::getpid()));
    m_journal->append(process.bytes());
    if (m_past.publishing) {
        publish(); // its record may have been behind what is kept
    }
}

RunJournal::~RunJournal() {
    if (!m_worth_keeping) { // as of a run that could not begin
        remove();
    }
}

void RunJournal::load(const RunKey& key, const std::vector<io::FileStamp>& inputs) {
    const std::vector<std::string>& records = m_journal->records();
    Loading loading{.inputs = inputs, .files = 0, .result_bytes = 0, .piece = {}};
    std::size_t kept = records.empty() ? 0 : 1;
    if (kept > 0) {
        check_key(records.front(), key, m_folder);
    }
    bool good = true;
    for (std::size_t i = kept; i < records.size(); ++i) {
        PackedReader in(records[i]);
        const auto kind = static_cast<Record>(in.byte());
        if (kind == Record::process) {
            m_processes.push_back(in.number());
        } else if (kind == Record::publishing) {
            m_past.publishing = true;
        } else if (good) {
            good = take(records[i], loading);
            kept = good ? i + 1 : kept;
        }
    }
    m_past.start.files = loading.files;
    m_worth_keeping = m_past.resumed || m_past.publishing;
    m_journal->keep(kept);
    m_results->cut(loading.result_bytes);
    if (kept == 0) {
        m_journal->append(key_record(key));
    }
}

/// Takes over what a checkpoint says; false when its files have changed or its results are not whole.
bool RunJournal::take(std::string_view record, Loading& loading) {
    PackedReader in(record);
    (void)in.byte();
    std::size_t files = loading.files;
    const auto is_next = [&](std::uint64_t file) {
        return files < loading.inputs.size() && loading.inputs[files].key == file;
    };
    for (std::size_t left = in.count(); left > 0; --left, ++files) {
        if (!is_next(in.fixed())) {
            m_past.input_changed = true;
            return false;
        }
    }
    const bool in_file = in.byte() != 0;
    const std::uint64_t file = in.fixed();
    if (in_file && !is_next(file)) {
        m_past.input_changed = true;
        return false;
    }
    const std::uint64_t records = in.number();
    const std::uint64_t size = in.number();
    if (!m_results->read(loading.result_bytes, size, loading.piece) || hash_of(loading.piece) != in.fixed()) {
        return false;
    }
    loading.files = files;
    loading.result_bytes += size;
    m_pieces.push_back(size);
    m_past.resumed = true;
    io::ReadStart& start = m_past.start;
    start.records = in_file ? records : 0;
    for (auto* count :
         {&start.counts.articles, &start.counts.errors, &start.counts.warnings, &start.counts.duplicate_ids}) {
        *count = in.number();
    }
    for (std::size_t left = in.count(); left > 0; --left) {
        const std::uint64_t given = in.fixed();
        const auto number = static_cast<std::uint32_t>(in.number());
        start.ids.push_back({given, number > 1 ? in.fixed() : given, number});
    }
    for (std::size_t left = in.count(); left > 0; --left) {
        const std::string where(in.text());
        m_past.failures.emplace_back(where, std::string(in.text()));
    }
    m_past.counters.resize(in.count());
    for (std::uint64_t& counter : m_past.counters) {
        counter = in.number();
    }
    return true;
}

void RunJournal::for_each_piece(const std::function<void(std::string_view)>& use) const {
    std::string piece;
    std::uint64_t at = 0;
    for (const std::uint64_t size : m_pieces) {
        if (!m_results->read(at, size, piece)) {
            throw OutputError(m_results->path(), "has become shorter");
        }
        use(piece);
        at += size;
    }
}

void RunJournal::note(const io::ReadMark& mark, const std::vector<std::uint64_t>& counters) {
    m_finished.insert(m_finished.end(), mark.finished.begin(), mark.finished.end());
    m_failures.insert(m_failures.end(), mark.failures.begin(), mark.failures.end());
    m_mark.file = mark.file;
    m_mark.records = mark.records;
    m_mark.counts = mark.counts;
    m_counters = counters;
}

void RunJournal::add(const io::ReadMark& mark, std::string_view result, const std::vector<std::uint64_t>& counters) {
    constexpr std::chrono::milliseconds interval{100};
    constexpr std::size_t most_bytes = std::size_t{4} << 20U;
    note(mark, counters);
    m_ids.push_back(mark.id);
    m_new_results += result;
    if (m_new_results.size() >= most_bytes || Clock::now() - m_recorded >= interval) {
        append_checkpoint(true);
    }
}

void RunJournal::finish(const io::ReadMark& mark, const std::vector<std::uint64_t>& counters) {
    if (mark.file == 0) {
        return; // no file was opened
    }
    const bool in_file = mark.finished.empty() || mark.finished.back() != mark.file;
    note(mark, counters);
    append_checkpoint(in_file);
}

void RunJournal::append_checkpoint(bool in_file) {
    constexpr std::chrono::seconds interval{5};
    PackedWriter out;
    out.byte(static_cast<std::uint8_t>(Record::checkpoint));
    out.number(m_finished.size());
    for (const std::uint64_t file : m_finished) {
        out.fixed(file);
    }
    out.byte(in_file ? 1 : 0);
    out.fixed(m_mark.file);
    out.number(m_mark.records);
    out.number(m_new_results.size());
    out.fixed(hash_of(m_new_results));
    const io::ReaderCounts& counts = m_mark.counts;
    for (const std::uint64_t count : {counts.articles, counts.errors, counts.warnings, counts.duplicate_ids}) {
        out.number(count);
    }
    out.number(m_ids.size());
    for (const io::IdUse& id : m_ids) {
        out.fixed(id.given);
        out.number(id.number);
        if (id.number > 1) {
            out.fixed(id.wanted);
        }
    }
    out.number(m_failures.size());
    for (const InputError& failure : m_failures) {
        out.text(failure.where());
        out.text(failure.reason());
    }
    out.number(m_counters.size());
    for (const std::uint64_t counter : m_counters) {
        out.number(counter);
    }
    m_worth_keeping = true;
    m_results->append(m_new_results);
    m_journal->append(out.bytes());
    m_new_results.clear();
    m_finished.clear();
    m_ids.clear();
    m_failures.clear();
    m_recorded = Clock::now();
    if (m_recorded - m_synced >= interval) {
        m_results->sync();
        m_journal->sync();
        m_synced = Clock::now();
    }
}

void RunJournal::publish() {
    m_worth_keeping = true;
    m_results->sync();
    m_journal->append(std::string(1, static_cast<char>(Record::publishing)));
    m_journal->sync();
}

void RunJournal::remove() {
    m_worth_keeping = false;
    std::error_code ignored; // results may have been moved away; what stays is only in the way
    fs::remove(m_folder + "/results", ignored);
    fs::remove(m_folder + "/journal", ignored);
    fs::remove(m_folder, ignored);
}

void RunJournal::remove_leftovers(const std::string& folder) const {
    std::error_code ignored;
    std::vector<fs::path> found;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
        const std::string name = entry.path().filename().string();
        for (const std::uint64_t process : m_processes) {
            if (process != static_cast<std::uint64_t>(::getpid()) && is_work_of(name, process)) {
                found.push_back(entry.path());
            }
        }
    }
    for (const fs::path& path : found) {
        fs::remove_all(path, ignored);
    }
}

} // namespace yaqut::cli
