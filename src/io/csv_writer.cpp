// SPDX-License-Identifier: Apache-2.0
#include "io/csv_writer.hpp"

#include "io/csv_text.hpp"
#include "io/hxl_tags.hpp"
#include "io/json_writer.hpp"
#include "io/output_file.hpp"

namespace yaqut::io {

namespace {

void append_value(std::string& out, const EventField& field, const FieldValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        append_csv_cell(out, *text);
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
        out += std::to_string(*number);
    } else if (const auto* real = std::get_if<double>(&value)) {
        append_number(out, *real, field.decimals);
    } else if (const auto* date = std::get_if<Date>(&value)) {
        out += to_iso_string(*date);
    }
}

class Csv : public LayerWriter {
  public:
    Csv(const std::string& path, const LayerOptions& options)
        : m_options(options), m_fields(profile_fields(options.profile)), m_to_file(path != "-"),
          m_file(path, options.overwrite) {
        std::string header = options.csv_bom ? "\xEF\xBB\xBF" : "";
        std::string tags;
        for (const EventField& field : m_fields) {
            header.append(field.name).append(",");
            if (options.csv_hxl) {
                append_csv_cell(tags, hxl_tag(field.name));
                tags += ',';
            }
        }
        write_line(std::move(header));
        if (options.csv_hxl) {
            write_line(std::move(tags));
        }
    }

    void write(const Event& event) override {
        if (!profile_has(m_options.profile, event)) {
            ++m_report.not_in_profile;
            return;
        }
        const std::optional<Location> point = event_point(event, m_options.country_points);
        ++m_report.events;
        m_report.located += point ? 1U : 0U;
        std::string line;
        for (const EventField& field : m_fields) {
            append_value(line, field, field.value(event, point));
            line += ',';
        }
        write_line(std::move(line));
    }

    LayerReport finish() override {
        m_file.complete();
        m_file.publish();
        if (m_to_file) {
            m_report.files.push_back(m_file.path());
        }
        return m_report;
    }

  private:
    /// `line` ends in a comma too many.
    void write_line(std::string line) {
        line.back() = '\r';
        line += '\n';
        m_file.write(line);
    }

    LayerOptions m_options;
    std::span<const EventField> m_fields;
    bool m_to_file;
    OutputFile m_file;
    LayerReport m_report;
};

} // namespace

std::unique_ptr<LayerWriter> open_csv(const std::string& path, const LayerOptions& options) {
    return std::make_unique<Csv>(path, options);
}

} // namespace yaqut::io
