import { expect, it } from "vitest";
import { remoteRepository } from "../../src/worktree/remote-repository.ts";

it.each([
  { url: "https://github.com/acme/shop.git", name: "acme/shop" },
  { url: "https://github.com/acme/shop/", name: "acme/shop" },
  { url: "https://x-access-token:ghs_abc@github.com/acme/shop", name: "acme/shop" },
  { url: "https://github.example.com:8443/acme/shop.js.git", name: "acme/shop.js" },
  { url: "git@github.com:acme/shop.git", name: "acme/shop" },
  { url: "github.com:acme/shop", name: "acme/shop" },
  { url: "git@github.com:/acme/shop.git", name: "acme/shop" },
  { url: "ssh://git@github.com:22/acme/shop.git", name: "acme/shop" },
  { url: "git://github.com/acme/.github.git\n", name: "acme/.github" },
  { url: "https://gitlab.com/group/sub/shop.git", name: null },
  { url: "https://github.com/acme", name: null },
  { url: "https://github.com", name: null },
  { url: "https://github.com/acme/..", name: null },
  { url: "https://github.com/acme/sh op", name: null },
  { url: "https://github.com/<script>/x", name: null },
  { url: "/srv/git/shop.git", name: null },
  { url: "../acme/shop", name: null },
  { url: "file:///srv/acme/shop", name: null },
  { url: "C:/git/shop", name: null },
  { url: "C:\\git\\shop", name: null },
  { url: "ext::sh -c touch% /tmp/x", name: null },
  { url: "", name: null },
])("$url is $name", ({ url, name }) => {
  expect(remoteRepository(url)?.repository ?? null).toBe(name);
});

it.each([
  { url: "https://github.com/acme/shop.git", host: "github.com" },
  { url: "git@github.com:acme/shop.git", host: "github.com" },
  { url: "ssh://git@ssh.github.com:443/acme/shop.git", host: "github.com" },
  { url: "https://token@GitHub.example.com/acme/shop", host: "github.example.com" },
  { url: "https://github.example.com:8443/acme/shop", host: "github.example.com:8443" },
])("$url is kept at $host", ({ url, host }) => {
  expect(remoteRepository(url)?.host).toBe(host);
});

it.each([
  "https://github.com@evil.example/acme/shop",
  "https://evil.example/github.com/acme",
  "https://evil.example#github.com/acme/shop",
  "https://github.com:pass@evil.example/acme/shop",
  "https://github.com:x@github.com@evil.example/acme/shop",
])("%s is not taken for one of github.com", (url) => {
  expect(remoteRepository(url)?.host).not.toBe("github.com");
});
