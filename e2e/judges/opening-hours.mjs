// Judge of opening hours: reads one OSM string per line, prints one JSON line each.
// Usage: node opening-hours.mjs FROM TO STATE   (dates AAAA-MM-JJ; STATE such as Bretagne)
// Output: {"intervals":[["2026-01-01T09:00","2026-01-01T12:00",unknown]]} or {"error":"…"}
import { createInterface } from 'node:readline';
import opening_hours from 'opening_hours';

process.env.TZ = 'Europe/Paris';
const [from, to, state] = process.argv.slice(2);
const place = { lat: 48.11, lon: -1.68, address: { country_code: 'fr', state } };
const two = (n) => String(n).padStart(2, '0');
const local = (d) =>
  `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}`;

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    const hours = new opening_hours(line, place);
    const intervals = hours
      .getOpenIntervals(new Date(`${from}T00:00`), new Date(`${to}T00:00`))
      .map(([start, end, unknown]) => [local(start), local(end), unknown]);
    answer = { intervals };
  } catch (error) {
    answer = { error: String(error) };
  }
  console.log(JSON.stringify(answer));
}
