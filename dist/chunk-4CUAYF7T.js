import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/time/date.ts
var DAY = 864e5;
var HOUR = 36e5;
var ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
function parseIsoDate(text) {
  if (!ISO_DATE.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  const real = !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
  return real ? text : null;
}
function startOf(day) {
  return Date.parse(`${day}T00:00:00Z`);
}
function endOf(day) {
  return startOf(day) + DAY;
}
function dayOf(instant) {
  return new Date(instant).toISOString().slice(0, 10);
}
function formatInstant(instant) {
  return `${new Date(instant).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
function daysBetween(from, to) {
  return Math.round((startOf(to) - startOf(from)) / DAY);
}

export {
  DAY,
  HOUR,
  parseIsoDate,
  startOf,
  endOf,
  dayOf,
  formatInstant,
  daysBetween
};
