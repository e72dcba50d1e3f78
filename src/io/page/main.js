// Puts the parts together.
const byId = (id) => document.getElementById(id);
let language = 'en';
let chosen = null;

const map = L.map('map', {preferCanvas: true, zoomSnap: 0.5, maxZoom: 13, minZoom: 2, worldCopyJump: true, zoomControl: false});
const layer = new EventLayer((group) => choose(group, false));
const list = new EventList(byId('list'), byId('list-room'), (group) => choose(group, true));

function choose(group, move) {
  chosen = group[0];
  if (move && chosen.onMap && !map.getBounds().contains([chosen.lat, chosen.lon])) { map.panTo([chosen.lat, chosen.lon]); }
  const content = popup(group, (event) => { chosen = event; refresh(); list.reveal(event); });
  const at = chosen.onMap ? [chosen.lat, chosen.lon] : map.getCenter();
  L.popup({maxWidth: 420, minWidth: 260, autoPan: true}).setLatLng(at).setContent(content).openOn(map);
}

function refresh() {
  const shown = selection();
  layer.show(shown.drawn, chosen);
  list.show(shown.listed, chosen);
  const undated = shown.listed.filter((event) => event.first === null).length;
  const unlocated = shown.listed.filter((event) => !event.onMap).length;
  const numbers = [shown.listed.length, events.length, shown.drawn.length, unlocated, undated];
  byId('counts').textContent = say.shown.replace(/\{(\d)\}/g, (_, i) => numbers[i].toLocaleString(language));
  document.body.dataset.shown = shown.drawn.length;
  document.body.dataset.listed = shown.listed.length;
}

function fillSelect(select, entries, value) {
  select.replaceChildren(...entries.map(([key, text]) => element('option', text, {value: key})));
  select.value = value;
}

function legend() {
  const counts = {};
  for (const event of events) { counts[event.type] = (counts[event.type] || 0) + 1; }
  const used = Object.keys(counts).sort((a, b) => counts[b] - counts[a]);
  byId('legend').replaceChildren(...used.map((type) => {
    const label = element('label');
    const box = element('input', undefined, {type: 'checkbox', 'data-type': type});
    box.checked = filter.types.has(type);
    box.addEventListener('change', () => {
      box.checked ? filter.types.add(type) : filter.types.delete(type);
      refresh();
    });
    const dot = element('span', undefined, {class: 'dot'});
    dot.style.background = types[type].colour;
    label.append(box, dot, element('span', types[type].names[language] || types[type].names.en),
      element('span', String(counts[type]), {class: 'number'}));
    return label;
  }));
}

function setLanguage(code) {
  map.closePopup();
  language = code;
  say = strings[code];
  document.documentElement.lang = code;
  document.documentElement.dir = say.dir;
  document.title = say.heading;
  byId('heading').textContent = say.heading;
  byId('search').placeholder = say.search;
  byId('search').setAttribute('aria-label', say.search);
  byId('list').setAttribute('aria-label', say.events);
  byId('window').setAttribute('aria-label', say['time window']);
  byId('day').setAttribute('aria-label', say.day);
  for (const node of document.querySelectorAll('[data-say]')) { node.textContent = say[node.dataset.say]; }
  fillSelect(byId('status'), [['', say.any], ...['asserted', 'planned', 'negated', 'background'].map((s) => [s, say[s]])], filter.status);
  fillSelect(byId('window'), ['always', 'until', 'day', 'week', 'month'].map((w) => [w, say[w]]), filter.window);
  legend();
  showDay();
  refresh();
}

// Time.
const dated = events.filter((event) => event.first !== null);
const firstDay = dated.reduce((day, event) => Math.min(day, event.first), Infinity);
const lastDay = dated.reduce((day, event) => Math.max(day, event.last), -Infinity);
let playing = null;

function showDay() {
  byId('day-shown').textContent = filter.window === 'always' ? say.always
    : (filter.window === 'until' ? '≤ ' : '') + isoDay(filter.day);
  byId('play').setAttribute('aria-label', playing ? say.pause : say.play);
}
function setDay(day) {
  filter.day = day;
  byId('day').value = day - firstDay;
  showDay();
  refresh();
}
function setWindow(name) {
  filter.window = name;
  byId('window').value = name;
  showDay();
  refresh();
}
function play(on) {
  clearInterval(playing);
  playing = null;
  if (on && dated.length > 0) {
    if (filter.window === 'always') { setWindow('week'); }
    if (filter.day >= lastDay) { setDay(firstDay); }
    const step = Math.max(1, Math.round((lastDay - firstDay) / 400));
    playing = setInterval(() => filter.day >= lastDay ? play(false) : setDay(Math.min(lastDay, filter.day + step)), 120);
  }
  byId('play').textContent = playing ? '⏸' : '▶';
  byId('play').setAttribute('aria-pressed', String(Boolean(playing)));
  showDay();
}

function listen() {
  byId('search').addEventListener('input', () => {
    filter.words = fold(byId('search').value).split(/\s+/).filter(Boolean);
    refresh();
  });
  byId('status').addEventListener('change', () => { filter.status = byId('status').value; refresh(); });
  byId('confidence').addEventListener('input', () => {
    filter.confidence = byId('confidence').value / 100;
    byId('confidence-shown').textContent = byId('confidence').value + ' %';
    refresh();
  });
  for (const [id, on] of [['all', true], ['none', false]]) {
    byId(id).addEventListener('click', () => {
      filter.types = new Set(on ? Object.keys(types) : []);
      legend();
      refresh();
    });
  }
  byId('language').addEventListener('change', () => setLanguage(byId('language').value));
  byId('window').addEventListener('change', () => setWindow(byId('window').value));
  byId('day').addEventListener('input', () => {
    if (filter.window === 'always') { setWindow('until'); }
    setDay(firstDay + Number(byId('day').value));
  });
  byId('play').addEventListener('click', () => play(!playing));
  document.addEventListener('keydown', (key) => { if (key.key === 'Escape') { map.closePopup(); } });
}

function start() {
  map.attributionControl.setPrefix('');
  map.attributionControl.addAttribution(page.attribution);
  L.control.zoom({position: 'topright'}).addTo(map);
  const located = events.filter((event) => event.onMap).map((event) => [event.lat, event.lon]);
  if (located.length > 0) { map.fitBounds(L.latLngBounds(located).pad(0.15), {maxZoom: 8}); } else { map.setView([27, 25], 4); }
  baseMap(read('base-map')).addTo(map);
  layer.addTo(map);
  if (dated.length > 0) {
    byId('day').max = lastDay - firstDay;
    filter.day = lastDay;
    byId('day').value = lastDay - firstDay;
  } else {
    byId('time').hidden = true;
  }
  fillSelect(byId('language'), Object.entries(strings).map(([code, words]) => [code, words.name]), language);
  listen();
  const preferred = (navigator.language || 'en').slice(0, 2);
  byId('language').value = strings[preferred] ? preferred : 'en';
  setLanguage(byId('language').value);
  document.body.dataset.ready = '1';
}

start();
