// SPDX-License-Identifier: Apache-2.0
#include "cli/kept_articles.hpp"

#include "cli/record_file.hpp"
#include "core/error.hpp"
#include "events/packed_reports.hpp"
#include "io/postgis_writer.hpp"
#include "io/sql_session.hpp"

namespace yaqut::cli {

KeptArticles::KeptArticles(std::string place) : m_place(std::move(place)) {
    if (is_rewritten()) {
        m_stamp = io::file_stamp(m_place);
    }
}

bool KeptArticles::is_rewritten() const { return !io::is_database(m_place); }

void KeptArticles::read(const std::function<void(const io::KeptReports& kept, std::vector<Event> events)>& use) {
    io::read_kept_reports(m_place, events::packed_reports_version, [&](const io::KeptReports& kept) {
        m_known.insert(hash_of(kept.article_id));
        std::vector<Event> found;
        try {
            found = events::PackedReports(kept.packed).events();
        } catch (const Error& error) {
            throw InputError(io::without_password(m_place),
                             "article " + kept.article_id + ": " + error.what() +
                                 "; begin anew with all articles, with --append --overwrite");
        }
        use(kept, std::move(found));
    });
}

bool KeptArticles::knows(std::string_view article_id) const { return m_known.contains(hash_of(article_id)); }

void KeptArticles::check_unchanged() const {
    if (is_rewritten() && !(io::file_stamp(m_place) == m_stamp)) {
        throw OutputError(m_place, "has changed during the run: run the same command again");
    }
}

io::KeptReports KeptArticles::pack(const std::string& article_id, const std::vector<Event>& events) {
    return {article_id, events::packed_reports_version, events::pack_reports(article_id, events)};
}

} // namespace yaqut::cli
