// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "io/feature.hpp"
#include "io/layer_writer.hpp"

namespace yaqut::io {

/// Writes features with any columns to one layer. Files are written under other names in the same folder and get their
/// own on finish(); a writer that is destroyed before leaves nothing behind. Same features, same bytes.
class FeatureWriter {
  public:
    FeatureWriter() = default;
    FeatureWriter(const FeatureWriter&) = delete;
    FeatureWriter& operator=(const FeatureWriter&) = delete;
    virtual ~FeatureWriter() = default;

    /// Throws OutputError when it cannot be written (the disk is full, the format's limits are reached).
    virtual void write(const Feature& feature) = 0;
    /// Completes the files. Must be called once; throws OutputError.
    virtual LayerReport finish() = 0;
};

/// Opens a layer in a file of its own in any format but gpkg and html, as open_layer() does. Of the options,
/// `overwrite`, `style`, `attribution` and `csv_bom` count.
[[nodiscard]] std::unique_ptr<FeatureWriter> open_features(const std::string& path, LayerFormat format,
                                                           const FeatureSchema& schema, const LayerOptions& options);

} // namespace yaqut::io
