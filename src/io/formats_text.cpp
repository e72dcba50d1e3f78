// SPDX-License-Identifier: Apache-2.0
#include "io/formats_text.hpp"

#include "io/event_schema.hpp"
#include "io/layer_writer.hpp"
#include "io/side_layers.hpp"

namespace yaqut::io {

namespace {

std::string layers_in(LayerFormat format) {
    std::string names;
    for (const SideLayerInfo& info : side_layers()) {
        if (can_hold(format, info.layer)) {
            names.append(names.empty() ? "" : ", ").append(info.name);
        }
    }
    return names;
}

std::string formats_table() {
    std::string out = "| Format | File | | Further layers |\n|---|---|---|---|\n";
    for (const LayerFormatInfo& info : layer_formats()) {
        out.append("| `").append(info.name).append("` | `events").append(info.extension).append("` | ");
        out.append(info.description).append(" | ").append(layers_in(info.format)).append(" |\n");
    }
    return out;
}

} // namespace

std::string formats_markdown() {
    std::string out = "## Formats\n\n" + formats_table() + "\n## Events\n\n" + schema_markdown(event_columns());
    for (const SideLayerInfo& info : side_layers()) {
        const FeatureSchema schema = side_layer_schema(info.layer);
        out.append("\n## Layer `").append(info.name).append("`\n\n").append(schema.description).append("\n\n");
        out += schema_markdown(schema.columns, schema.labels);
    }
    return out;
}

} // namespace yaqut::io
