// SPDX-License-Identifier: Apache-2.0
#include "gazetteer/builder.hpp"

#include "gazetteer/file_writer.hpp"
#include "gazetteer/key_index.hpp"
#include "gazetteer/name_keys.hpp"
#include "gazetteer/place_sections.hpp"
#include "gazetteer/source_tables.hpp"
#include "text/normalize.hpp"

namespace yaqut::gazetteer {

namespace {

/// Cuts all names into words. Names without any are complained about and emptied. Gives what place_sections asks for.
std::vector<bool> index_names(SourceTables& tables, KeyIndexBuilder& index, Complaints& complaints) {
    std::vector<bool> latin(tables.names.size());
    for (std::size_t i = 0; i < tables.names.size(); ++i) {
        SourceName& name = tables.names[i];
        const NameKeys keys = keys_of(tables.strings.view(name.text));
        if (keys.words == 0) {
            complaints.skip(tables.names_file + ":" + std::to_string(name.line), "the name has no word");
            name.text.size = 0;
            continue;
        }
        latin[i] = keys.script == text::Script::latin;
        if (keys.usable()) {
            index.add(keys, name.place, name.language, name.kind, name.ambiguous);
        }
    }
    return latin;
}

void write(const std::filesystem::path& output, const std::string& created_from, const BuiltPlaces& places,
           const BuiltKeyIndex& index) {
    using format::SectionId;
    FileWriter file(output);
    file.add(SectionId::created_from, created_from);
    file.add(SectionId::places, places.places);
    file.add(SectionId::names, places.names);
    file.add(SectionId::strings, places.strings);
    file.add(SectionId::terms, places.terms);
    file.add(SectionId::postings, index.postings);
    file.add(SectionId::phrases, index.phrases.slots);
    file.add(SectionId::fused, index.fused.slots);
    file.add(SectionId::filter, index.filter);
    file.add(SectionId::fused_filter, index.fused_filter);
    file.add(SectionId::key_blocks, index.keys.blocks);
    file.add(SectionId::keys, index.keys.text);
    file.add(SectionId::ids, places.ids);
    file.add(SectionId::countries, places.countries);
    format::Header header;
    header.normalizer_version = text::normalizer_version;
    header.key_count = index.key_count;
    header.phrases = index.phrases.shape;
    header.fused = index.fused.shape;
    file.finish(header);
}

} // namespace

BuildReport build(const BuildInput& input, const std::filesystem::path& output,
                  const std::function<void(const std::string&)>& report) {
    Complaints complaints(report);
    SourceTables tables = read_source_tables(input, complaints);
    KeyIndexBuilder index;
    const std::vector<bool> latin = index_names(tables, index, complaints);
    const BuiltPlaces places = build_places(tables, latin, complaints);
    const BuiltKeyIndex keys = index.finish(places.numbers);
    write(output, tables.created_from, places, keys);
    return {places.places.size(), places.names.size(), keys.key_count, complaints.skipped()};
}

} // namespace yaqut::gazetteer
