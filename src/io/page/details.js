// The pop-up: what, where, when, why, with everything from articles as text, never as mark-up.
let say = strings.en;

function element(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  if (text !== undefined && text !== null) {
    made.textContent = text;
    made.dir = 'auto';
  }
  for (const [name, value] of Object.entries(attributes)) { made.setAttribute(name, value); }
  return made;
}

const typeName = (event) => types[event.type].names[language] || types[event.type].names.en;

function placeName(event) {
  const names = [language === 'ar' ? event.name_ar : event.place, language === 'ar' ? event.place : event.name_ar, event.written];
  return names.find(Boolean) || '';
}

function dates(event) {
  if (event.first === null) { return say['no date'] + (event.date_why ? ': ' + event.date_why : ''); }
  if (!event.start) { return '… ' + event.end; }
  if (!event.end) { return event.start + ' …'; }
  return event.start === event.end ? event.start : event.start + ' – ' + event.end;
}

// Only what leads to a web page becomes a link.
function link(event) {
  try {
    const address = new URL(event.url);
    if (address.protocol === 'https:' || address.protocol === 'http:') {
      return element('a', say.link, {href: address.href, target: '_blank', rel: 'noopener noreferrer'});
    }
  } catch { /* no address */ }
  return null;
}

function details(event) {
  const box = element('div');
  box.append(element('h2', typeName(event) + (placeName(event) ? ' · ' + placeName(event) : '')));
  if (event.title) { box.append(element('b', event.title)); }
  if (event.snippet) { box.append(element('blockquote', event.snippet)); }
  const facts = element('dl');
  const add = (name, value) => {
    if (value !== null && value !== undefined && value !== '') { facts.append(element('dt', say[name]), element('dd', value)); }
  };
  add('when', dates(event));
  add('written', event.date_text);
  add('where', [placeName(event), event.admin1, event.country].filter(Boolean).join(', ') || event.place_why);
  add('precision', event.level);
  add('why', event.onMap ? event.place_why : null);
  add('others', (event.others || []).map((other) => other.replace('|', ' (') + ')').join('; '));
  add('deaths', event.fatal);
  add('injured', event.injured);
  add('missing', event.missing);
  add('displaced', event.displaced);
  add('actors', [event.actor1, event.actor2].filter(Boolean).join(' – '));
  add('according', event.according);
  add('status', say[event.status]);
  add('sure', Math.round(event.confidence * 100) + ' %');
  add('source', event.source);
  add('published', event.published);
  add('articles', event.n > 1 ? event.n : null);
  box.append(facts);
  const address = link(event);
  if (address) { box.append(address); }
  return box;
}

// Several events of one point: one at a time, with buttons.
function popup(group, onTurn) {
  const box = element('div', undefined, {class: 'popup', dir: say.dir});
  let at = 0;
  const turn = (step) => {
    at = (at + step + group.length) % group.length;
    box.replaceChildren();
    if (group.length > 1) {
      const bar = element('div', undefined, {class: 'more'});
      const back = element('button', say.previous, {type: 'button'});
      const next = element('button', say.next, {type: 'button'});
      back.addEventListener('click', (click) => { click.stopPropagation(); turn(-1); });
      next.addEventListener('click', (click) => { click.stopPropagation(); turn(1); });
      bar.append(back, element('span', `${at + 1} ${say.of} ${group.length}`), next);
      box.append(bar);
    }
    box.append(details(group[at]));
    onTurn(group[at]);
  };
  turn(0);
  return box;
}
