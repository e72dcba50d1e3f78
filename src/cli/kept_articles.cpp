// SPDX-License-Identifier: Apache-2.0
#include "cli/kept_articles.hpp"

#include <filesystem>

#include "cli/record_file.hpp"
#include "core/error.hpp"
#include "events/packed_reports.hpp"

namespace yaqut::cli {

KeptArticles::KeptArticles(std::string file) : m_file(std::move(file)), m_stamp(io::file_stamp(m_file)) {}

void KeptArticles::read(const std::function<void(const io::KeptReports& kept, std::vector<Event> events)>& use) {
    if (!std::filesystem::exists(m_file)) {
        return;
    }
    io::read_kept_reports(m_file, events::packed_reports_version, [&](const io::KeptReports& kept) {
        m_known.insert(hash_of(kept.article_id));
        std::vector<Event> found;
        try {
            found = events::PackedReports(kept.packed).events();
        } catch (const Error& error) {
            throw InputError(m_file, "article " + kept.article_id + ": " + error.what() +
                                         "; make the file anew from all articles, with --append --overwrite");
        }
        use(kept, std::move(found));
    });
}

bool KeptArticles::knows(std::string_view article_id) const { return m_known.contains(hash_of(article_id)); }

void KeptArticles::check_unchanged() const {
    if (!(io::file_stamp(m_file) == m_stamp)) {
        throw OutputError(m_file, "has changed during the run: run the same command again");
    }
}

io::KeptReports KeptArticles::pack(const std::string& article_id, const std::vector<Event>& events) {
    return {article_id, events::packed_reports_version, events::pack_reports(article_id, events)};
}

} // namespace yaqut::cli
