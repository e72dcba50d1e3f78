// SPDX-License-Identifier: Apache-2.0
#include "io/input_files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "core/error.hpp"
#include "io/ascii.hpp"
#include "io/readable.hpp"
#include "io/virtual_files.hpp"

namespace yaqut::io {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view expected_names =
    "*.txt *.text *.md *.json *.jsonl *.ndjson *.html *.htm *.xhtml *.rss *.atom *.xml *.warc, also with .gz, *.zip "
    "*.tar *.tgz";

struct Ending {
    std::string_view text;
    ContentKind kind;
};
constexpr std::array<Ending, 23> article_endings{
    {{".txt", ContentKind::text},         {".text", ContentKind::text},         {".md", ContentKind::text},
     {".jsonl", ContentKind::json_lines}, {".ndjson", ContentKind::json_lines}, {".json", ContentKind::json},
     {".html", ContentKind::page},        {".htm", ContentKind::page},          {".xhtml", ContentKind::page},
     {".rss", ContentKind::feed},         {".atom", ContentKind::feed},         {".xml", ContentKind::sniff},
     {".warc", ContentKind::archive},     {".csv", ContentKind::table},         {".tsv", ContentKind::table},
     {".xlsx", ContentKind::table},       {".ods", ContentKind::table},         {".gpkg", ContentKind::table},
     {".sqlite", ContentKind::table},     {".parquet", ContentKind::table},     {".fgb", ContentKind::table},
     {".shp", ContentKind::table},        {".dbf", ContentKind::table}}};

struct ArchiveEnding {
    std::string_view text;
    std::string_view file_system;
};
constexpr std::array<ArchiveEnding, 4> archive_endings{
    {{".zip", "/vsizip/"}, {".tar", "/vsitar/"}, {".tar.gz", "/vsitar/"}, {".tgz", "/vsitar/"}}};

const ArchiveEnding* archive_ending(std::string_view path) {
    const auto* const found =
        std::find_if(archive_endings.begin(), archive_endings.end(),
                     [path](const ArchiveEnding& ending) { return ends_with(path, ending.text); });
    return found == archive_endings.end() ? nullptr : found;
}

bool is_gzip(std::string_view path) { return ends_with(path, ".gz") && archive_ending(path) == nullptr; }

const Ending* article_ending(std::string_view path) {
    if (is_gzip(path)) {
        path.remove_suffix(3);
    }
    const auto* const found = std::find_if(article_endings.begin(), article_endings.end(),
                                           [path](const Ending& ending) { return ends_with(path, ending.text); });
    return found == article_endings.end() ? nullptr : found;
}

/// Hidden files are no articles: what stands in "._a.txt" or ".git/" was not put there by the user.
bool is_hidden(std::string_view path) {
    return path.starts_with('.') || path.find("/.") != std::string_view::npos || path.starts_with("__MACOSX/");
}

std::string id_of(std::string_view path) {
    if (is_gzip(path)) {
        path.remove_suffix(3);
    }
    if (const Ending* ending = article_ending(path)) {
        path.remove_suffix(ending->text.size());
    } else if (const ArchiveEnding* archive = archive_ending(path)) {
        path.remove_suffix(archive->text.size());
    }
    return valid_utf8(path);
}

InputFile make_file(const std::string& path, std::string_view id_path) {
    const Ending* ending = article_ending(path);
    const ContentKind kind = ending == nullptr ? ContentKind::sniff : ending->kind;
    const bool unpack = is_gzip(path) && kind != ContentKind::table; // tables are unpacked where they are opened
    return {unpack ? "/vsigzip/" + path : path, readable(path, 4096), id_of(id_path), kind};
}

/// Adds the articles among `members`, which are paths below `root`.
void add_members(const std::string& root, const std::string& id_root, const std::vector<std::string>& members,
                 InputFiles& out) {
    for (const std::string& member : members) {
        const Ending* ending = article_ending(member);
        const bool table = ending != nullptr && ending->kind == ContentKind::table;
        if (is_hidden(member) || ending == nullptr || (table && !out.with_tables)) {
            ++out.skipped;
            continue;
        }
        std::string path = root;
        path.append(root.ends_with('/') ? "" : "/").append(member);
        out.files.push_back(make_file(path, id_root + member));
    }
}

void add_archive(const std::string& path, const std::string& id_root, InputFiles& out) {
    // The braces keep names that GDAL would cut in other places together.
    const std::string root = std::string(archive_ending(path)->file_system).append("{").append(path).append("}");
    add_members(root, id_root, list_virtual_folder(root), out);
}

/// Regular files below the folder, relative to it. Links to files are followed, links to folders are not.
std::vector<std::string> list_folder(const std::string& folder) {
    std::vector<std::string> members;
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        std::error_code unreadable;
        if (entry->is_regular_file(unreadable)) {
            members.push_back(entry->path().lexically_relative(folder).generic_string());
        }
    }
    if (error) {
        throw Error(error.message());
    }
    std::sort(members.begin(), members.end());
    return members;
}

/// A damaged archive in a folder is one bad file: it is kept, so that reading it gives the message.
void add_archive_of_folder(const std::string& path, const std::string& member, InputFiles& out) {
    try {
        add_archive(path, id_of(member) + "/", out);
    } catch (const Error&) {
        out.files.push_back({path, readable(path, 4096), id_of(member), ContentKind::sniff});
    }
}

void find_in_folder(const std::string& folder, InputFiles& out) {
    for (const std::string& member : list_folder(folder)) {
        const std::string path = (fs::path(folder) / member).generic_string();
        if (archive_ending(member) != nullptr && !is_hidden(member)) {
            add_archive_of_folder(path, member, out);
        } else {
            add_members(folder, "", {member}, out);
        }
    }
}

InputFiles find_below(const std::string& input, bool with_tables) {
    InputFiles out;
    out.with_tables = with_tables;
    if (is_virtual_path(input)) {
        if (archive_ending(input) == nullptr && !is_virtual_folder(input)) {
            out.files.push_back(make_file(input, fs::path(input).filename().string()));
            return out;
        }
        add_members(input, "", list_virtual_folder(input), out);
    } else if (fs::is_directory(input)) {
        find_in_folder(input, out);
    } else if (archive_ending(input) != nullptr && fs::exists(input)) {
        add_archive(input, "", out);
    } else {
        out.files.push_back(make_file(input, fs::path(input).filename().string()));
        return out;
    }
    if (out.files.empty()) {
        throw Error("no articles in it: expected " + std::string(expected_names) + ", found " +
                    (out.skipped == 0 ? "no files" : std::to_string(out.skipped) + " other files"));
    }
    return out;
}

} // namespace

InputFiles find_input_files(const std::string& input, bool with_tables) {
    if (input == "-") {
        return {{{"-", "standard input", "stdin", ContentKind::sniff}}};
    }
    try {
        return find_below(input, with_tables);
    } catch (const Error& error) {
        throw InputError(readable(input, 4096), error.what());
    } catch (const fs::filesystem_error& error) {
        throw InputError(readable(input, 4096), error.code().message());
    }
}

namespace {

/// `plain` is the start of a file in lower case without its spaces.
ContentKind sniff_markup(std::string_view plain) {
    if (plain.starts_with("warc/1.")) {
        return ContentKind::archive;
    }
    if (!plain.starts_with('<')) {
        return ContentKind::text;
    }
    const std::size_t page = std::min(plain.find("<html"), plain.find("<!doctypehtml"));
    const std::size_t feed = std::min({plain.find("<rss"), plain.find("<feed"), plain.find("<rdf:rdf")});
    if (page != std::string_view::npos && page < feed) {
        return ContentKind::page;
    }
    const bool xml = feed != std::string_view::npos || plain.starts_with("<?xml");
    return xml                                                        ? ContentKind::feed
           : plain.starts_with("<head") || plain.starts_with("<body") ? ContentKind::page
                                                                      : ContentKind::text;
}

} // namespace

ContentKind sniff_content(std::string_view first_bytes) {
    if (first_bytes.starts_with("\xEF\xBB\xBF")) {
        first_bytes.remove_prefix(3);
    }
    std::string plain; // UTF-16 shows its ASCII marks between NUL bytes
    for (const char c : first_bytes) {
        if (c != '\0' && c != '\xFE' && c != '\xFF' && !is_space(c)) {
            plain += c;
        }
    }
    if (plain.starts_with('{')) {
        return plain.size() == 1 || plain[1] == '"' || plain[1] == '}' ? ContentKind::json : ContentKind::text;
    }
    // "[" alone begins many a headline.
    if (plain.starts_with("[{") || plain.starts_with("[]")) {
        return ContentKind::json;
    }
    return sniff_markup(lower_ascii(plain));
}

} // namespace yaqut::io
