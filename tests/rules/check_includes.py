#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks who includes what in src/.

A module folder includes only itself and folders above it in the flow; third-party headers appear only in .cpp files of
the folders that own them. usage: check_includes.py SOURCE_DIR
"""
import pathlib
import re
import sys

# Folder -> folders that it may include besides itself. "pipeline" stands for src/pipeline.*.
ALLOWED = {
    "core": [],
    "text": ["core"],
    "lexicon": ["core", "text"],
    "spatial": ["core"],
    "gazetteer": ["core", "text", "lexicon", "spatial"],
    "geocode": ["core", "text", "lexicon", "spatial", "gazetteer"],
    "toponyms": ["core", "text", "lexicon", "spatial", "gazetteer"],
    "dates": ["core", "text", "lexicon"],
    "events": ["core", "text", "lexicon", "spatial"],
    "pipeline": ["core", "text", "lexicon", "spatial", "gazetteer", "toponyms", "dates", "events"],
    "io": ["core", "text", "lexicon", "spatial"],
    "evaluate": ["core", "text", "spatial"],
}
ALLOWED["cli"] = [*ALLOWED, "pipeline.hpp"]

# First part of a third-party header -> folders whose .cpp files may include it.
THIRD_PARTY = {
    "unicode": ["text", "dates", "io"],
    "geos_c.h": ["spatial"],
    "nlohmann": ["io", "cli"],
    "gdal": ["io"], "ogr": ["io"], "cpl": ["io"],
    "libxml": ["io"], "zstd.h": ["gazetteer"], "xxhash.h": ["gazetteer"],
    "CLI": ["cli"], "oneapi": ["cli"], "tbb": ["cli"],
    "dlfcn.h": ["io"],
    "sys": ["gazetteer", "io", "cli"], "fcntl.h": ["gazetteer", "io", "cli"], "unistd.h": ["gazetteer", "io", "cli"],
    "signal.h": ["cli"],
}
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')
STANDARD = re.compile(r"^[a-z_0-9]+$")  # <vector>, <cstdint>


def third_party_fault(header, module, is_header):
    if header == "emmintrin.h" and module == "text":  # of the compiler, not of a library
        return None
    first = header.split("/")[0]
    for prefix, modules in THIRD_PARTY.items():
        if first == prefix or (prefix in ("gdal", "ogr", "cpl") and first.startswith(prefix)):
            if is_header:
                return f"third-party <{header}> in a header"
            return None if module in modules else f"<{header}> belongs to {', '.join(modules)}"
    return None if STANDARD.match(header) else f"<{header}> is not in the list of known headers"


def project_fault(header, module, source_dir):
    if not (source_dir / header).exists():
        return f'"{header}" is no path below src/'
    folder = header.split("/")[0] if "/" in header else header
    if folder == module or (folder == "pipeline.hpp" and module in ("pipeline", "cli")):
        return None
    return None if folder in ALLOWED[module] else f'{module} may not include "{header}"'


def faults(path, source_dir):
    relative = path.relative_to(source_dir)
    module = relative.parts[0] if len(relative.parts) > 1 else relative.stem
    if module not in ALLOWED:
        yield f"{relative}: folder is not in the design"
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        quote, header = found.groups()
        fault = (project_fault(header, module, source_dir) if quote == '"'
                 else third_party_fault(header, module, path.suffix == ".hpp"))
        if fault:
            yield f"{relative}:{number}: {fault}"


def main():
    source_dir = pathlib.Path(sys.argv[1])
    files = sorted(p for p in source_dir.rglob("*") if p.suffix in (".cpp", ".hpp"))
    if not files:
        sys.exit(f"check_includes: no sources in {source_dir}")
    found = [fault for path in files for fault in faults(path, source_dir)]
    print("\n".join(found) if found else f"{len(files)} files include only what they may")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
