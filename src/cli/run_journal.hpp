// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/record_file.hpp"
#include "core/packed_bytes.hpp"
#include "io/file_stamp.hpp"
#include "io/read_mark.hpp"

namespace yaqut::cli {

/// What makes a run the same as another one: names and values, shown when they differ.
using RunKey = std::vector<std::pair<std::string, std::string>>;

/// What earlier parts of a run did.
struct RunPast {
    io::ReadStart start;                 ///< where to go on reading
    std::vector<InputError> failures;    ///< of articles and files behind that
    std::vector<std::uint64_t> counters; ///< the caller's, as they were
    bool resumed = false;                ///< something was done
    bool input_changed = false;          ///< a file changed: what came behind it is read again
    bool publishing = false;             ///< some outputs may have got their names already
};

/// What a run over articles has done so far, on disk, so that a run that is killed can be continued.
///
/// The folder holds two files that only grow. "results" has what was found, in the order of the inputs. "journal" has a
/// record every tenth of a second: how far the inputs were read, how many bytes of results belong to it, and their
/// hash. What no record covers is cut off when the run goes on: nothing is there twice, and at most a tenth of a second
/// of work is repeated. Both are brought to the disk every five seconds: as much may be lost when the machine itself
/// fails, and the hashes tell what is whole.
///
/// Files are known by path, size and time of change. When one has changed, what comes before it is kept.
/// Not thread-safe.
class RunJournal {
  public:
    /// Goes on with what is in the folder, or begins anew. `inputs` are all files in the order in which they are read.
    /// Throws OutputError: in use by another process; of another run (says what differs); cannot be written.
    RunJournal(const std::string& folder, const RunKey& key, const std::vector<io::FileStamp>& inputs);
    RunJournal(const RunJournal&) = delete;
    RunJournal& operator=(const RunJournal&) = delete;
    ~RunJournal(); ///< leaves what is there, if anything was done

    [[nodiscard]] const RunPast& past() const { return m_past; }
    /// Calls `use` for the results of earlier parts, in pieces that end behind an article.
    void for_each_piece(const std::function<void(std::string_view)>& use) const;

    /// An article is done. `counters` are the caller's, so far.
    void add(const io::ReadMark& mark, std::string_view result, const std::vector<std::uint64_t>& counters);
    /// No more articles come, for now or at all.
    void finish(const io::ReadMark& mark, const std::vector<std::uint64_t>& counters);
    /// From here on outputs get their names.
    void publish();

    /// All results, one behind the other: may be moved away when the run is complete.
    [[nodiscard]] const std::string& results_path() const { return m_results->path(); }
    /// The run is complete: nothing is left.
    void remove();

    /// Removes the work files that killed parts of the run left in a folder.
    void remove_leftovers(const std::string& folder) const;
    [[nodiscard]] const std::string& folder() const { return m_folder; }

  private:
    struct Loading;

    void load(const RunKey& key, const std::vector<io::FileStamp>& inputs);
    [[nodiscard]] bool take(std::string_view record, Loading& loading);
    void append_checkpoint(bool in_file);
    void note(const io::ReadMark& mark, const std::vector<std::uint64_t>& counters);

    std::string m_folder;
    std::unique_ptr<RecordFile> m_journal;
    std::unique_ptr<GrowingFile> m_results;
    RunPast m_past;
    bool m_worth_keeping = false;
    std::vector<std::uint64_t> m_pieces;    ///< their sizes
    std::vector<std::uint64_t> m_processes; ///< that worked on the run before

    /// Since the last record:
    std::string m_new_results;
    std::vector<std::uint64_t> m_finished;
    std::vector<io::IdUse> m_ids;
    std::vector<InputError> m_failures;
    io::ReadMark m_mark; ///< the last one, without its lists
    std::vector<std::uint64_t> m_counters;
    std::chrono::steady_clock::time_point m_recorded;
    std::chrono::steady_clock::time_point m_synced;
};

} // namespace yaqut::cli
