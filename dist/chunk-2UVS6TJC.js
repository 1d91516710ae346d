import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);

// src/time/date.ts
var DAY = 864e5;
var HOUR = 36e5;
var ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
var DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
function parseIsoDate(text) {
  const parts = ISO_DATE.exec(text);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return day >= 1 && day <= daysIn(year, month) ? text : null;
}
function daysIn(year, month) {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return DAYS_IN_MONTH[month - 1] ?? 0;
}
function startOf(day) {
  return Date.parse(day);
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
