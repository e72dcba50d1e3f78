// SPDX-License-Identifier: Apache-2.0
#include "io/staged_rows.hpp"

#include "io/sql_session.hpp"

namespace yaqut::io {

void StagedRows::add(std::string_view object) {
    m_rows.append(m_rows.empty() ? "[" : ",\n").append(object);
    constexpr std::size_t most_bytes = std::size_t{1} << 20U;
    if (m_rows.size() > most_bytes) {
        send();
    }
}

void StagedRows::send() {
    if (m_rows.empty()) {
        return;
    }
    m_session.execute("INSERT INTO " + m_table + " SELECT * FROM json_populate_recordset(null::" + m_table + ", " +
                      sql_text(m_rows + "]") + ")");
    m_rows.clear();
}

} // namespace yaqut::io
