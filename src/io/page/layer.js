// All events on one canvas. Where circles would cover one another they are one circle with a number; events of one point
// are drawn around it when there is room.
const cell = 34; // pixels
const dotRadius = 6;
const displacedAtMost = 24;

const EventLayer = L.Layer.extend({
  initialize(onChoose) {
    this._events = [];
    this._marks = [];
    this._onChoose = onChoose;
  },
  onAdd(map) {
    this._canvas = L.DomUtil.create('canvas', 'leaflet-zoom-hide');
    map.getPanes().overlayPane.appendChild(this._canvas);
    map.on('moveend zoomend resize', this._redraw, this);
    map.on('click', this._click, this);
    this._redraw();
  },
  onRemove(map) {
    this._canvas.remove();
    map.off('moveend zoomend resize', this._redraw, this);
    map.off('click', this._click, this);
  },
  show(shown, chosen) {
    this._events = shown;
    this._chosen = chosen;
    if (this._map) { this._redraw(); }
  },

  _redraw() {
    const map = this._map;
    const size = map.getSize();
    const ratio = window.devicePixelRatio || 1;
    L.DomUtil.setPosition(this._canvas, map.containerPointToLayerPoint([0, 0]));
    this._canvas.width = size.x * ratio;
    this._canvas.height = size.y * ratio;
    this._canvas.style.width = size.x + 'px';
    this._canvas.style.height = size.y + 'px';
    const pen = this._canvas.getContext('2d');
    pen.scale(ratio, ratio);
    this._marks = this._arrange(size);
    for (const mark of this._marks) { this._draw(pen, mark); }
  },

  _arrange(size) {
    const groups = new Map();
    for (const event of this._events) {
      const at = this._map.latLngToContainerPoint([event.lat, event.lon]);
      if (at.x < -cell || at.y < -cell || at.x > size.x + cell || at.y > size.y + cell) { continue; }
      const key = Math.floor(at.x / cell) + ':' + Math.floor(at.y / cell);
      const group = groups.get(key) || groups.set(key, {events: [], x: 0, y: 0}).get(key);
      group.events.push(event);
      group.x += at.x;
      group.y += at.y;
    }
    const marks = [];
    for (const group of groups.values()) { this._place(group, marks); }
    return marks;
  },

  _place(group, marks) {
    const count = group.events.length;
    const x = group.x / count;
    const y = group.y / count;
    if (count === 1) {
      marks.push({events: group.events, x, y, radius: dotRadius});
    } else if (count <= displacedAtMost && this._onePoint(group.events)) {
      group.events.forEach((event, i) => {
        const ring = Math.floor(i / 8);
        const angle = 2 * Math.PI * (i % 8) / Math.min(8, count - 8 * ring) + ring / 2;
        const far = 10 + 13 * ring;
        marks.push({events: [event], x: x + far * Math.cos(angle), y: y + far * Math.sin(angle), radius: dotRadius});
      });
    } else {
      marks.push({events: group.events, x, y, radius: Math.min(24, 8 + 2.2 * Math.log2(count))});
    }
  },
  _onePoint(group) {
    return group.every((event) => event.lat === group[0].lat && event.lon === group[0].lon);
  },

  _draw(pen, mark) {
    const single = mark.events.length === 1;
    pen.beginPath();
    pen.arc(mark.x, mark.y, mark.radius, 0, 2 * Math.PI);
    pen.fillStyle = single ? types[mark.events[0].type].colour : '#33454ecc';
    pen.globalAlpha = single && mark.events[0].status !== 'asserted' ? 0.55 : 1;
    pen.fill();
    pen.globalAlpha = 1;
    pen.lineWidth = mark.events.includes(this._chosen) ? 3 : 1.2;
    pen.strokeStyle = mark.events.includes(this._chosen) ? '#0b6e99' : '#fff';
    pen.stroke();
    if (!single) {
      pen.fillStyle = '#fff';
      pen.font = '600 11px sans-serif';
      pen.textAlign = 'center';
      pen.textBaseline = 'middle';
      pen.fillText(String(mark.events.length), mark.x, mark.y);
    }
  },

  _click(click) {
    const near = (mark) => Math.hypot(mark.x - click.containerPoint.x, mark.y - click.containerPoint.y) - mark.radius;
    let best = null;
    for (const mark of this._marks) {
      if (near(mark) < 4 && (!best || near(mark) < near(best))) { best = mark; }
    }
    if (!best) { return; }
    const spread = best.events.length > 1 && !this._onePoint(best.events) && this._map.getZoom() < this._map.getMaxZoom();
    if (spread) {
      this._map.setView(this._map.containerPointToLatLng([best.x, best.y]), this._map.getZoom() + 2);
    } else {
      this._onChoose(best.events);
    }
  },
});

// Rings of the base map: whole hundredths of degrees, each point as the step from the one before it.
function baseMap(countries) {
  const layers = [];
  for (const rings of Object.values(countries)) {
    const unpacked = rings.map((ring) => {
      const points = [];
      for (let i = 0, x = 0, y = 0; i < ring.length; i += 2) {
        x += ring[i];
        y += ring[i + 1];
        points.push([y / 100, x / 100]);
      }
      return points;
    });
    layers.push(L.polygon(unpacked, {color: '#9aa7b0', weight: 0.8, fillColor: '#faf9f4', fillOpacity: 1, interactive: false}));
  }
  return L.layerGroup(layers);
}
