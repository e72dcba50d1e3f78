// What is shown: the events that pass all filters, and of them those in the time window.
const windows = {
  until: (event, day) => event.first <= day,
  day: (event, day) => event.first <= day && event.last >= day,
  week: (event, day) => event.first <= day && event.last > day - 7,
  month: (event, day) => event.first <= day && event.last > day - 30,
};

const filter = {types: new Set(Object.keys(types)), status: '', confidence: 0, words: [], window: 'always', day: 0};

function passes(event) {
  return filter.types.has(event.type) && (!filter.status || event.status === filter.status) &&
    event.confidence >= filter.confidence && filter.words.every((word) => event.folded.includes(word));
}

// Undated events stay in the list; the map shows them only when time does not matter.
function inTime(event) {
  return filter.window === 'always' || (event.first !== null && windows[filter.window](event, filter.day));
}

function selection() {
  const passing = events.filter(passes);
  const listed = passing.filter((event) => event.first === null || inTime(event));
  return {listed, drawn: listed.filter((event) => event.onMap && inTime(event))};
}
