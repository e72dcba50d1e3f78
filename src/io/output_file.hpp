// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace yaqut::io {

/// Throws ExistsError when something is there that may not be replaced, OutputError when a folder is.
void check_may_write(const std::string& path, bool overwrite);

/// A name in the folder of `path` under which nothing exists, for work in progress.
[[nodiscard]] std::string temporary_name(const std::string& path);

/// Gives a file its final name. Throws OutputError.
void publish(const std::string& temporary, const std::string& path);

/// " (the disk is full)" where there is next to no room left for `path`: some libraries name other reasons. Else empty.
[[nodiscard]] std::string full_disk_note(const std::string& path);

/// A file that gets its name when it is complete: until then it is written under another one in the same folder, and
/// removed if it never gets there. "-" is standard output; devices and pipes are written directly.
/// Every failed write is reported as OutputError, also those that the system reports late.
class OutputFile {
  public:
    OutputFile(std::string path, bool overwrite);
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    void write(std::string_view bytes);
    /// Replaces the first bytes of what was written, as many as there are here. For files with a name only.
    void rewrite_start(std::string_view bytes);
    /// Passes on what is buffered, when it goes to standard output, a device or a pipe; a file waits.
    void deliver();
    /// Writes what is buffered and closes the file.
    void complete();
    /// After complete(): gives it its name.
    void publish();

    [[nodiscard]] const std::string& path() const { return m_path; }

  private:
    void flush();

    std::string m_path;
    std::string m_temporary; ///< empty: written directly, or published
    std::string m_buffer;
    int m_descriptor = -1;
    bool m_overwrite;
};

} // namespace yaqut::io
