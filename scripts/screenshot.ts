/**
 * `npm run screenshot`: takes the picture of the README, the comment on a promotion that is blocked,
 * as the sandbox's page shows it in Chromium (`CHROMIUM`, or Debian's).
 */
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { Promotion } from "./demo/promotion.ts";

const PICTURE = "docs/images/blocked.png";
const LARGEST = 200 * 1024;
/** The comment takes 680 of it: as wide as its text, and a README has room for it. */
const VIEWPORT = { width: 1044, height: 1200 };

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const folder = mkdtempSync(join(tmpdir(), "stage-gates-screenshot-"));
try {
  const promotion = await Promotion.start(folder);
  try {
    await promotion.runWorkflow("pull_request");
    const size = await takePicture(
      promotion,
      fileURLToPath(new URL(`../${PICTURE}`, import.meta.url)),
    );
    console.log(`${PICTURE}: ${Math.ceil(size / 1024)} KB`);
    if (size > LARGEST) throw new Error(`it is larger than ${LARGEST / 1024} KB`);
  } finally {
    await promotion.server.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @returns its size in bytes. */
async function takePicture({ page: address, scene }: Promotion, path: string): Promise<number> {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: VIEWPORT, deviceScaleFactor: 2 });
    await page.goto(address);
    const [comment] = scene.pull.comments;
    await mkdir(dirname(path), { recursive: true });
    await page.locator(`#issuecomment-${comment?.id} .box`).screenshot({ path });
  } finally {
    await browser.close();
  }
  return (await stat(path)).size;
}
