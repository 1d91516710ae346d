import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { GitRepository } from "../support/git-repository.ts";
import { protectedShop } from "./protected-shop.ts";
import { runCli } from "./run-cli.ts";

const PAGE = readFileSync(new URL("../../docs/protecting.md", import.meta.url), "utf8");

/** As a reader would paste them, in order. */
const commands = [...PAGE.matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)].flatMap(([, text = ""]) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== ""),
);

test("the commands of the page lead from an open branch to a protected one", async () => {
  const shop = await protectedShop();
  shop.repository.rulesets.length = 0;
  const clone = GitRepository.create();
  clone.git("remote", "add", "origin", `${shop.server.addresses.html}/acme/shop.git`);
  const env = {
    GITHUB_TOKEN: shop.world.userToken("raj"),
    GH_TOKEN: "",
    GITHUB_API_URL: shop.server.addresses.api,
  };
  const codes: (readonly [string, number | null])[] = [];
  for (const command of commands) {
    const [program, ...args] = command.split(" ");
    expect(program).toBe("stage-gates");
    codes.push([command, (await runCli(args, { cwd: clone.root, env })).code]);
  }
  expect(codes).toEqual([
    ["stage-gates doctor", 1],
    ["stage-gates protect", 1],
    ["stage-gates protect --yes", 0],
    ["stage-gates protect --default-branch", 1],
    ["stage-gates protect --default-branch --yes", 0],
    ["stage-gates doctor", 0],
  ]);
  expect(shop.server.traffic.violations).toEqual([]);
  await shop.stop();
});
