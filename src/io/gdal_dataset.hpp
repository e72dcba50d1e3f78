// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/location.hpp"
#include "io/feature.hpp"
#include "io/grapheme_cut.hpp"

namespace yaqut::io {

/// What a new layer is made of. "KEY=VALUE" options are those of GDAL's driver.
struct GdalLayerPlan {
    std::string name;
    LayerGeometry geometry = LayerGeometry::point;
    std::vector<Column> columns;
    std::vector<std::string> options;
    bool reference_system = true; ///< WGS 84 written by the driver, longitude first
    bool fixed_width = false;     ///< texts are cut to the columns' widths, numbers that do not fit become null
};

/// Layers written by a driver of GDAL. GDAL is opened by the first one. All members throw OutputError under the name
/// `shown`; nothing of GDAL's own messages reaches standard error.
class GdalDataset {
  public:
    /// `driver` is GDAL's name ("GPKG"), `path` where it writes, `shown` the name in messages.
    GdalDataset(const std::string& driver, const std::string& path, std::string shown,
                const std::vector<std::string>& options = {});
    GdalDataset(const GdalDataset&) = delete;
    GdalDataset& operator=(const GdalDataset&) = delete;
    ~GdalDataset(); ///< closes what is open, whatever became of it

    /// Number of the new layer, from 0.
    std::size_t add_layer(const GdalLayerPlan& plan);
    /// Adds a feature: as many values as the layer has columns, and the geometry if the layer has one.
    void add(std::size_t layer, const Feature& feature);

    void set_metadata(const char* key, const std::string& value);
    /// All features from here to close() in one transaction: for databases, where each one alone is slow.
    void begin_transaction();
    /// Completes the files. Needed: the destructor reports nothing.
    void close();

    [[nodiscard]] std::uint64_t truncated() const { return m_truncated; } ///< values that were cut or left out

  private:
    struct Layer {
        void* handle = nullptr;
        void* feature = nullptr; ///< filled anew for each one that is added
        LayerGeometry geometry = LayerGeometry::none;
        std::vector<Column> columns;
        bool fixed_width = false;
    };
    struct Failures;

    static void create_columns(const Layer& layer);
    static void set_geometry(const Layer& layer, const Feature& feature, const Failures& failures);
    void set_value(const Layer& layer, int index, const FieldValue& value);
    void set_text(const Layer& layer, int index, const std::string& text);
    void close_quietly();

    std::string m_shown;
    void* m_dataset = nullptr;
    std::vector<Layer> m_layers;
    GraphemeCutter m_cutter;
    std::uint64_t m_truncated = 0;
    bool m_in_transaction = false;
};

/// "YYYY-MM-DDTHH:MM:SSZ" of $SOURCE_DATE_EPOCH, else of a fixed day: files that hold the time of their making would
/// differ from run to run.
[[nodiscard]] std::string time_of_making();

} // namespace yaqut::io
