import { type Html, safe } from "./html.ts";

/** Drawn in lines on a field of 16 by 16. */
const DRAWN = {
  check: '<path d="M3 8.5l3.5 3.5L13 5"/>',
  cross: '<path d="M4 4l8 8M12 4l-8 8"/>',
  dot: '<circle cx="8" cy="8" r="3.5" fill="currentColor" stroke="none"/>',
  skip: '<circle cx="8" cy="8" r="6"/><path d="M4 12l8-8"/>',
  issue: '<circle cx="8" cy="8" r="6.5"/><circle cx="8" cy="8" r="1.4" fill="currentColor"/>',
  done: '<circle cx="8" cy="8" r="6.5"/><path d="M5 8.3l2.2 2.2L11.2 6"/>',
  pull: '<circle cx="3.8" cy="3.5" r="1.8"/><circle cx="3.8" cy="12.5" r="1.8"/><circle cx="12.2" cy="12.5" r="1.8"/><path d="M3.8 5.3v5.4M12.2 10.7V5.6c0-1.2-.8-2-2-2H7.5M9.3 1.6l-2 2 2 2"/>',
  merge:
    '<circle cx="4" cy="3.5" r="1.8"/><circle cx="4" cy="12.5" r="1.8"/><circle cx="12" cy="9" r="1.8"/><path d="M4 5.3v5.4M4.2 5.3c.4 2.4 2.6 3.7 6 3.7"/>',
  commit: '<circle cx="8" cy="8" r="2.8"/><path d="M.5 8h4.6M10.9 8h4.6"/>',
  eye: '<path d="M1 8c1.8-3 4.2-4.5 7-4.5S13.2 5 15 8c-1.8 3-4.2 4.5-7 4.5S2.8 11 1 8z"/><circle cx="8" cy="8" r="1.8"/>',
  comment: '<path d="M2 3h12v8.5H8L4.8 14v-2.5H2z"/>',
  repository:
    '<path d="M3 2.5h10v11H4.5A1.5 1.5 0 0 1 3 12zM3 11.5c0-.8.7-1.5 1.5-1.5H13M6 4.5h4"/>',
  file: '<path d="M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3"/>',
} as const;

export type IconName = keyof typeof DRAWN;

/** `label` is read to who cannot see it; without one the icon says nothing by itself. */
export function icon(name: IconName, label?: string): Html {
  const spoken =
    label === undefined
      ? 'aria-hidden="true"'
      : `role="img" aria-label="${label.replaceAll('"', "")}"`;
  return safe(
    `<svg class="icon icon-${name}" ${spoken} viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${DRAWN[name]}</svg>`,
  );
}
