#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Opens what yaqut writes in QGIS, as a double click would: style, labels, time frames, pictures, and the project.

    qgis_test.py --program YAQUT --articles DIR [--pictures DIR]

Prints SKIPPED and why, and exits 0, where Debian's python3-qgis is not installed.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
try:
    from qgis.core import (QgsApplication, QgsCoordinateReferenceSystem, QgsDateTimeRange, QgsFeatureRequest,
                           QgsMapRendererSequentialJob, QgsMapSettings, QgsProject, QgsVectorLayer,
                           QgsVectorLayerTemporalContext)
    from qgis.PyQt.QtCore import QDate, QDateTime, QSize, Qt, QTime
    from qgis.PyQt.QtGui import QColor
except ImportError as error:
    print(f"SKIPPED QGIS: python3-qgis is not installed ({error})")
    sys.exit(0)

SIDES = ["mentions", "areas", "circles"]
LAYERS = {"geojson": "events.geojson", "shp": "events.shp", "gpkg": "events.gpkg|layername=events", "fgb": "events.fgb"}
EVENT_TYPES = 36


def expect(what, found, wanted):
    if found != wanted:
        raise AssertionError(f"{what}: expected {wanted!r}, found {found!r}")


def day_range(day):
    start = QDateTime(day, QTime(0, 0), Qt.UTC)
    return QgsDateTimeRange(start, start.addDays(1), True, False)


def as_date(value):
    if hasattr(value, "date") and callable(value.date):
        return value.date()
    return value if isinstance(value, QDate) and value.isValid() else None


def check_time(name, layer):
    """In the frame of each day stand the dated events of that day, and no others."""
    time = layer.temporalProperties()
    expect(name + ": time is on", time.isActive(), True)
    dated = [(f["event_id"], as_date(f["date_start"]), as_date(f["date_end"])) for f in layer.getFeatures()]
    dated = [(key, start, end) for key, start, end in dated if start and end]
    one_day = [entry for entry in dated if entry[1] == entry[2]]
    assert one_day, name + ": the examples have no event of one day"
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    for _, day, _ in one_day:
        request = QgsFeatureRequest().setFilterExpression(time.createFilterString(context, day_range(day)))
        found = sorted(f["event_id"] for f in layer.getFeatures(request))
        expect(f"{name}: events of {day.toString(Qt.ISODate)}", found,
               sorted(key for key, start, end in dated if start <= day <= end))


def picture(layers, extent=None, day=None):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setOutputSize(QSize(900, 600))
    settings.setBackgroundColor(QColor("#dbe7ee"))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    if extent is None:
        extent = layers[0].extent() if layers else settings.extent()
        extent.scale(1.3)
    settings.setExtent(extent)
    if day is not None:
        settings.setIsTemporal(True)
        settings.setTemporalRange(day_range(day))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def check_layer(name, source, pictures):
    layer = QgsVectorLayer(source, name, "ogr")
    expect(name + ": QGIS opens it", layer.isValid(), True)
    _, styled = layer.loadDefaultStyle()
    expect(name + ": style found", styled, True)
    expect(name + ": renderer", layer.renderer().type(), "pointDisplacement")
    expect(name + ": types in the legend", len(layer.renderer().embeddedRenderer().categories()), EVENT_TYPES)
    expect(name + ": labels", layer.labelsEnabled(), True)
    aliases = {field.name(): field.alias() for field in layer.fields()}
    expect(name + ": Arabic alias of date_start", "من تاريخ" in aliases["date_start"], True)
    assert "snippet" in layer.mapTipTemplate(), name + ": no sentence in the map tip"
    check_time(name, layer)
    image = picture([layer])
    empty = picture([], extent=layer.extent())
    assert image != empty, name + ": nothing is drawn"
    if pictures:
        image.save(str(pictures / f"{name}.png"))


def check_metadata(name, layer):
    """Title, attribution, extent and days stand beside the layer (.qmd) and QGIS takes them up."""
    _, found = layer.loadDefaultMetadata()
    expect(name + ": metadata found", found, True)
    metadata = layer.metadata()
    expect(name + ": title", "Events in the news" in metadata.title(), True)
    expect(name + ": abstract", "events that news articles tell of" in metadata.abstract(), True)
    expect(name + ": attribution", "GeoNames (CC BY 4.0)" in " ".join(metadata.licenses() + metadata.rights()), True)
    expect(name + ": how made", "Made by yaqut" in " ".join(metadata.history()), True)
    extent = metadata.extent().spatialExtents()[0]
    expect(name + ": system of the extent", extent.extentCrs.authid(), "EPSG:4326")
    located = layer.extent()
    expect(name + ": extent", [round(v, 4) for v in (extent.bounds.xMinimum(), extent.bounds.yMaximum())],
           [round(v, 4) for v in (located.xMinimum(), located.yMaximum())])
    starts = [as_date(f["date_start"]) for f in layer.getFeatures() if as_date(f["date_start"])]
    period = metadata.extent().temporalExtents()[0]
    assert period.begin().date() <= min(starts) and period.end().isValid(), name + ": days of the metadata"
def side_source(source, side):
    """Of a layer beside the events: in the same GeoPackage, or in a file beside theirs."""
    if "|" in source:
        return source.replace("layername=events", "layername=" + side)
    path = pathlib.Path(source)
    return str(path.with_name(f"{path.stem}_{side}{path.suffix}"))


def open_styled(name, source):
    layer = QgsVectorLayer(source, name, "ogr")
    expect(name + ": QGIS opens it", layer.isValid(), True)
    _, styled = layer.loadDefaultStyle()
    expect(name + ": style found", styled, True)
    assert layer.featureCount() > 0, name + ": it is empty"
    aliases = [field.alias() for field in layer.fields() if field.name() not in ("fid", "id")]
    assert all(" / " in alias for alias in aliases), f"{name}: a column without its names: {aliases}"
    assert picture([layer]) != picture([], extent=layer.extent()), name + ": nothing is drawn"
    return layer


def check_areas(name, source, pictures):
    """Every rule has a symbol; countries are shaded on maps of continents, units on maps of countries."""
    layer = open_styled(name, source)
    expect(name + ": renderer", layer.renderer().type(), "RuleRenderer")
    countries, units, borders = layer.renderer().rootRule().children()
    for rule in [*countries.children(), *units.children(), borders]:
        assert rule.symbol() is not None, f"{name}: the rule {rule.label()} has no symbol"
    expect(name + ": scales", (countries.isScaleOK(30e6), units.isScaleOK(30e6)), (True, False))
    expect(name + ": scales", (countries.isScaleOK(3e6), units.isScaleOK(3e6)), (False, True))
    happened = {}
    for feature in layer.getFeatures():
        country, count = happened.setdefault(feature["country"], [0, 0]), int(feature["n_events"])
        country[0 if feature["level"] == "country" else 1] += count
        assert feature.geometry().isGeosValid(), f"{name}: {feature['area_id']} is no valid area"
    for code, (country, of_units) in happened.items():
        assert of_units <= country, f"{name}: {code} has {of_units} events in its units, {country} in all"
    if pictures:
        picture([layer]).save(str(pictures / f"{name}.png"))


def check_circles(name, source, events, pictures):
    """A circle for each event that is drawn, around its point, shown in the frame of its day."""
    layer = open_styled(name, source)
    expect(name + ": types in the legend", len(layer.renderer().categories()), EVENT_TYPES)
    drawn = {f["event_id"]: f.geometry() for f in events.getFeatures() if f.hasGeometry() and f["radius_m"]}
    circles = {f["event_id"]: f.geometry() for f in layer.getFeatures()}
    expect(name + ": events with a circle", sorted(circles), sorted(drawn))
    for key, point in drawn.items():
        assert circles[key].contains(point), f"{name}: {key} lies outside of its circle"
    check_time(name, layer)
    if pictures:
        picture([layer]).save(str(pictures / f"{name}.png"))


def check_sides(name, source, pictures):
    events = QgsVectorLayer(source, name, "ogr")
    mentions = open_styled(name + "-mentions", side_source(source, "mentions"))
    expect(name + "-mentions: renderer", mentions.renderer().type(), "categorizedSymbol")
    uses = {category.value() for category in mentions.renderer().categories()}
    assert {f["use"] for f in mentions.getFeatures()} <= uses, name + "-mentions: a use without a colour"
    check_areas(name + "-areas", side_source(source, "areas"), pictures)
    check_circles(name + "-circles", side_source(source, "circles"), events, pictures)


def check_project(folder, pictures):
    project = QgsProject.instance()
    expect("project: QGIS reads it", project.read(str(folder / "events.qgs")), True)
    layers = {layer.name(): layer for layer in project.mapLayers().values()}
    expect("project: layers", [layer.isValid() for layer in layers.values()], [True] * (2 + len(SIDES)))
    expect("project: coordinate system", project.crs().authid(), "EPSG:4326")
    events = next(layer for name, layer in layers.items() if name.startswith("Events /"))
    base = next(layer for name, layer in layers.items() if name.startswith("Countries"))
    expect("project: style", events.renderer().type(), "pointDisplacement")
    expect("project: time is on", events.temporalProperties().isActive(), True)
    expect("project: countries of the base map", base.featureCount() > 200, True)
    tree = [node.layer() for node in project.layerTreeRoot().findLayers()]
    expect("project: layers of the tree", sorted(map(id, tree)), sorted(map(id, layers.values())))
    expect("project: the base map lies lowest", tree[-1], base)
    starts = [as_date(f["date_start"]) for f in events.getFeatures() if as_date(f["date_start"]) and f["status"] != "background"]
    expect("project: first day", project.timeSettings().temporalRange().begin().date(), min(starts))
    expect("project: order", [node.name() for node in project.layerTreeRoot().children()][0], events.name())
    image = picture([events, base], day=min(starts))
    assert image != picture([base], extent=events.extent()), "project: the first day shows nothing"
    if pictures:
        image.save(str(pictures / "first-day.png"))
        picture([events, base]).save(str(pictures / "project.png"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--articles", required=True)
    parser.add_argument("--pictures", type=pathlib.Path)
    options = parser.parse_args()
    application = QgsApplication([], False)
    application.initQgis()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([options.program, "map", options.articles, "-o", folder, "-f", ",".join(LAYERS), "--layers",
                        ",".join(SIDES), "--project", "-q"], check=True)
        moved = folder.rename(folder.with_name(folder.name + " أحداث"))  # paths in the project are relative
        try:
            for layer, source in LAYERS.items():
                check_layer(layer, str(moved / source), options.pictures)
                check_metadata(layer, QgsVectorLayer(str(moved / source), layer, "ogr"))
                check_sides(layer, str(moved / source), options.pictures)
            check_project(moved, options.pictures)
        finally:
            QgsProject.instance().clear()
            moved.rename(folder)
    print("QGIS shows all layers and the project", flush=True)
    os._exit(0)  # QGIS 3.22 may crash in its own destructors at the end of Python


if __name__ == "__main__":
    main()
