/** `1 gate`, `3 gates` */
export function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** Thousands apart, the same in every locale. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** As a sentence begins. Names, paths and commands stay as they are. */
export function capitalised(text: string): string {
  return text.replace(/^[a-z](?=[a-z]*(?:[ ,]|:\n))/, (letter) => letter.toUpperCase());
}

/** A sentence with its full stop. */
export function closed(text: string): string {
  return /[.!?…:]$/.test(text) ? text : `${text}.`;
}
