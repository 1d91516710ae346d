import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../support/git-repository.ts";
import { type ProtectedShop, protectedShop } from "./protected-shop.ts";
import { runCli } from "./run-cli.ts";

let shop: ProtectedShop;
let proxy: Server;
let asked: string[];

beforeEach(async () => {
  shop = await protectedShop();
  asked = [];
  proxy = createServer().on("connect", (request, socket) => {
    const [host = "", port = ""] = (request.url ?? "").split(":");
    asked.push(request.url ?? "");
    const target = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      target.pipe(socket).pipe(target);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  await shop.stop();
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
});

test("GitHub is asked by way of the proxy that the environment names", async () => {
  const { port } = proxy.address() as AddressInfo;
  const { api } = shop.server.addresses;
  const env = {
    GITHUB_TOKEN: shop.world.userToken("raj"),
    GH_TOKEN: "",
    GITHUB_API_URL: api,
    HTTP_PROXY: `http://127.0.0.1:${port}`,
    http_proxy: `http://127.0.0.1:${port}`,
    NO_PROXY: "",
    no_proxy: "",
  };
  const args = ["doctor", "--repo", "acme/shop", "--at", "2026-10-02"];
  const ran = await runCli(args, { cwd: temporaryFolder(), env });
  expect(ran.code).toBe(0);
  expect(new Set(asked)).toEqual(new Set([new URL(api).host]));
});
