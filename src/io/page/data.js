// The data of the page: read once, given what searching and drawing need.
const read = (id) => JSON.parse(document.getElementById(id).textContent);

// Letters that people type for one another are the same, as in yaqut's own search.
function fold(text) {
  return text.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا').replace(/ى/g, 'ي').replace(/ة/g, 'ه').replace(/ؤ/g, 'و').replace(/ئ/g, 'ي')
    .replace(/ک/g, 'ك').replace(/ی/g, 'ي');
}

const dayMs = 86400000;
const dayNumber = (iso) => Math.round(Date.parse(iso + 'T00:00:00Z') / dayMs);
const isoDay = (number) => new Date(number * dayMs).toISOString().slice(0, 10);

const page = read('events');
const strings = read('strings');
const events = page.events;
const types = page.types;

for (const event of events) {
  event.first = event.start ? dayNumber(event.start) : (event.end ? dayNumber(event.end) : null);
  event.last = event.end ? dayNumber(event.end) : event.first;
  event.onMap = event.lat !== null;
  event.folded = fold([event.place, event.name_ar, event.written, event.snippet, event.title, event.source,
    event.admin1, event.country, ...Object.values(types[event.type].names)].filter(Boolean).join(' '));
}
