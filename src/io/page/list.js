// The list beside the map: only the rows in sight exist, so that its length does not matter.
const rowHeight = 66;

class EventList {
  constructor(box, room, onChoose) {
    this.box = box;
    this.room = room;
    this.onChoose = onChoose;
    this.events = [];
    this.chosen = null;
    box.addEventListener('scroll', () => this.draw());
    box.addEventListener('keydown', (key) => this.key(key));
    new ResizeObserver(() => this.draw()).observe(box);
  }
  show(shown, chosen) {
    this.events = shown;
    this.chosen = chosen;
    this.room.style.height = shown.length * rowHeight + 'px';
    this.draw();
  }
  reveal(event) {
    const row = this.events.indexOf(event);
    if (row < 0) { return; }
    const top = row * rowHeight;
    if (top < this.box.scrollTop || top + rowHeight > this.box.scrollTop + this.box.clientHeight) {
      this.box.scrollTop = top - this.box.clientHeight / 2;
    }
  }
  draw() {
    const first = Math.max(0, Math.floor(this.box.scrollTop / rowHeight) - 3);
    const last = Math.min(this.events.length, Math.ceil((this.box.scrollTop + this.box.clientHeight) / rowHeight) + 3);
    const rows = [];
    for (let row = first; row < last; ++row) { rows.push(this.row(row)); }
    this.room.replaceChildren(...rows);
    // What a screen reader says: the list has the focus, the chosen row is only pointed at.
    const chosen = this.chosen ? this.events.indexOf(this.chosen) : -1;
    if (chosen >= first && chosen < last) {
      this.box.setAttribute('aria-activedescendant', 'row-' + chosen);
    } else {
      this.box.removeAttribute('aria-activedescendant');
    }
  }
  row(number) {
    const event = this.events[number];
    const item = element('div', undefined, {id: 'row-' + number, class: 'item' + (event === this.chosen ? ' chosen' : ''), role: 'option',
      'aria-selected': String(event === this.chosen), 'aria-posinset': String(number + 1),
      'aria-setsize': String(this.events.length), 'data-id': event.id});
    item.style.top = number * rowHeight + 'px';
    const what = element('div', undefined, {class: 'what'});
    const dot = element('span', undefined, {class: 'dot'});
    dot.style.background = types[event.type].colour;
    what.append(dot, element('b', [typeName(event), placeName(event)].filter(Boolean).join(' · ')),
      element('span', event.first === null ? say['no date'] : dates(event), {class: 'when'}));
    item.append(what, element('div', event.snippet || event.title, {class: 'said'}));
    if (!event.onMap) {
      const why = event.level === 'country' ? say['only country'] : event.place_why;
      item.append(element('div', say['no point'] + (why ? ': ' + why : ''), {class: 'open'}));
    }
    item.addEventListener('click', () => this.onChoose([event]));
    return item;
  }
  key(key) {
    const step = {ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -Infinity, End: Infinity}[key.key];
    if (!step || this.events.length === 0) { return; }
    key.preventDefault();
    const now = this.events.indexOf(this.chosen);
    this.onChoose([this.events[Math.min(this.events.length - 1, Math.max(0, now + step))]]);
  }
}
