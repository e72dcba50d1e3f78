// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/builder.hpp"

#include <future>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

#include <unistd.h>

#include "core/error.hpp"
#include "gazetteer/file_writer.hpp"
#include "gazetteer/intake.hpp"
#include "gazetteer/place_writer.hpp"
#include "text/normalize.hpp"

namespace yaqut::gazetteer {

namespace {

using format::SectionId;

/// A file that goes away with the object.
class IntermediateFile {
  public:
    explicit IntermediateFile(std::filesystem::path file) : m_file(std::move(file)) {}
    IntermediateFile(const IntermediateFile&) = delete;
    IntermediateFile& operator=(const IntermediateFile&) = delete;
    ~IntermediateFile() {
        std::error_code ignored;
        std::filesystem::remove(m_file, ignored);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return m_file; }

  private:
    std::filesystem::path m_file;
};

/// One gazetteer from a base and one source.
class Build {
  public:
    Build(const std::filesystem::path& base, const std::filesystem::path& output, const AmbiguityFiles& ambiguity,
          const BuildOptions& options, const WorkSpace& space, Complaints& complaints)
        : m_options(options), m_complaints(complaints), m_space(space), m_file(output), m_base(open(base)),
          m_intake(m_base.get(), space.share(2), complaints) {
        if (m_base) {
            m_rule.add(*m_base, m_intake.terms());
            m_created_from = m_base->created_from;
        }
        m_rule.add(ambiguity, m_intake.terms());
    }

    void take(PlaceSource& source) {
        m_intake.take(source, m_options.countries, [this](std::uint64_t done) { progress("reading", done); });
        const std::string description = source.description();
        m_created_from += (m_created_from.empty() || description.empty() ? "" : ", ") + description;
    }

    BuildReport write() {
        m_intake.finish();
        KeyIndexBuilder index(m_space.share(4), m_intake.places().count() > format::few_places);
        PlaceWriter places(m_space.share(8), index);
        number_places(places);
        progress("writing", 0);
        m_file.add(SectionId::created_from, m_created_from);
        places.write_places(m_file, m_intake.terms().texts());
        format::Header header;
        index.write(m_file, header);
        places.write_ids(m_file);
        m_file.add(SectionId::origins, m_intake.origins().records());
        m_file.add(SectionId::ambiguous, m_rule.records());
        index.write_sounds(m_file);
        header.normalizer_version = text::normalizer_version;
        m_file.finish(header);
        return {places.place_count(), places.name_count(), header.key_count, 0, m_intake.merged()};
    }

  private:
    static constexpr std::size_t batch_size = 512;
    struct Batch {
        std::vector<KeyedPlace> places;
        std::size_t size = 0;
    };

    static std::unique_ptr<FileView> open(const std::filesystem::path& base) {
        if (base.empty()) {
            return nullptr;
        }
        auto view = std::make_unique<FileView>(base);
        view->verify_body();
        return view;
    }

    void progress(std::string_view stage, std::uint64_t done) const {
        if (m_options.progress) {
            m_options.progress({stage, done});
        }
    }

    bool read(Batch& batch) {
        batch.places.resize(batch_size);
        batch.size = 0;
        while (batch.size < batch_size) {
            const std::string_view* blob = m_intake.places().next();
            if (blob == nullptr) {
                break;
            }
            batch.places[batch.size++].blob = *blob;
        }
        return batch.size > 0;
    }

    /// A second thread cuts the names of one batch into words while the batch before is sorted in.
    void number_places(PlaceWriter& places) {
        Batch now;
        Batch next;
        const auto prepare = [this](Batch& batch) {
            for (std::size_t i = 0; i < batch.size; ++i) {
                PlaceWriter::prepare(batch.places[i], m_rule);
            }
        };
        read(now);
        prepare(now);
        while (now.size > 0) {
            read(next);
            auto preparing = std::async(std::launch::async, [&] { prepare(next); });
            for (std::size_t i = 0; i < now.size; ++i) {
                places.add(now.places[i], m_complaints);
            }
            preparing.get();
            progress("sorting", places.place_count());
            std::swap(now, next);
        }
    }

    const BuildOptions& m_options;
    Complaints& m_complaints;
    WorkSpace m_space;
    FileWriter m_file; ///< made first, so that an output that cannot be written is noticed at once
    std::unique_ptr<FileView> m_base;
    Intake m_intake;
    AmbiguityRule m_rule;
    std::string m_created_from;
};

std::filesystem::path folder_of(const std::filesystem::path& output, const BuildOptions& options) {
    if (!options.temp_folder.empty()) {
        return options.temp_folder;
    }
    const auto folder = output.parent_path();
    return folder.empty() ? std::filesystem::path(".") : folder;
}

} // namespace

BuildReport build(BuildPlan plan, const std::filesystem::path& output, const BuildOptions& options,
                  const Report& report) {
    Complaints complaints(report);
    const WorkSpace space{folder_of(output, options), options.memory_limit};
    BuildReport result;
    std::uint64_t merged = 0;
    std::filesystem::path base = plan.base;
    std::vector<std::unique_ptr<IntermediateFile>> steps;
    // Source by source, so that each is merged with all before it.
    for (std::size_t i = 0; i == 0 || i < plan.sources.size(); ++i) {
        const bool last = i + 1 >= plan.sources.size();
        if (!last) {
            steps.push_back(std::make_unique<IntermediateFile>(
                space.folder / (".yaqut-step-" + std::to_string(::getpid()) + "-" + std::to_string(i))));
        }
        Build step(base, last ? output : steps.back()->path(), i == 0 ? plan.ambiguity : AmbiguityFiles{}, options,
                   space, complaints);
        if (i < plan.sources.size()) {
            step.take(*plan.sources[i]);
        }
        result = step.write();
        if (!last) {
            base = steps.back()->path();
        }
        merged += result.merged;
        if (steps.size() > 1) {
            steps.erase(steps.begin(), steps.end() - 1);
        }
    }
    result.merged = merged;
    result.skipped = complaints.skipped();
    return result;
}

BuildReport build(const BuildInput& input, const std::filesystem::path& output, const Report& report) {
    Complaints complaints(report);
    BuildPlan plan;
    plan.sources.push_back(make_table_source(input, [&](const std::string& line) { complaints.pass_on(line); }));
    plan.ambiguity = input.ambiguity;
    BuildReport result =
        build(std::move(plan), output, BuildOptions{}, [&](const std::string& line) { complaints.pass_on(line); });
    result.skipped = complaints.skipped();
    return result;
}

} // namespace yaqut::gazetteer
