// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "io/layer_writer.hpp"

namespace CLI {
class App;
}

namespace yaqut::cli {

/// Where `yaqut map` writes to, and in which formats: the options --output, --format, --profile, --bom, --hxl,
/// --layers and --project.
class MapTargets {
  public:
    void setup(CLI::App& app);

    /// The layers asked for beside the events.
    [[nodiscard]] std::vector<io::SideLayer> layers() const;
    [[nodiscard]] bool has(io::SideLayer layer) const;
    /// `options`: what holds for all of them. Throws ExistsError, OutputError.
    [[nodiscard]] std::vector<std::unique_ptr<io::LayerWriter>> open(io::LayerOptions options) const;

    /// The folder in which --resume keeps what is done, beside the output; empty: not for such outputs.
    [[nodiscard]] std::string run_folder() const;
    /// The GeoPackage that --append adds to, whether it is there or not; empty without --append.
    [[nodiscard]] std::string place_to_append_to() const;
    [[nodiscard]] bool to_standard_output() const { return m_output == "-"; }

  private:
    /// Throw CLI::ParseError.
    void check() const;
    void check_format(const std::string& name) const;
    void check_layers() const;
    void check_append() const;
    /// Is the output one file (or standard output, or a database) rather than a folder?
    [[nodiscard]] bool is_single() const;
    [[nodiscard]] std::vector<std::string> formats() const;
    [[nodiscard]] io::Profile profile() const;

    std::string m_output;
    std::vector<std::string> m_formats; ///< empty: those that go with the output
    std::string m_profile;
    std::vector<std::string> m_layers;
    bool m_bom = false;
    bool m_hxl = false;
    bool m_project = false;
    bool m_append = false;
};

} // namespace yaqut::cli
