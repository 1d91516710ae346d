import { expect, test } from "vitest";
import { html, safe } from "../../sandbox/pages/html.ts";
import { renderMarkdown, renderText } from "../../sandbox/pages/render-markdown.ts";

const names = {
  person: (name: string) => (["ana", "acme/release"].includes(name) ? `/${name}` : null),
  issue: (number: number) => (number === 7 ? "/acme/shop/issues/7" : null),
};

const shown = (text: string) => renderMarkdown(text, names).html;

const MENTION = '<a href="/ana" class="mention">@ana</a>';

test.each([
  { what: "lines are broken where they were", text: "a\nb", is: "<p>a<br>\nb</p>" },
  { what: "people who are there", text: "hi @ana!", is: `<p>hi ${MENTION}!</p>` },
  {
    what: "teams",
    text: "(@acme/release)",
    is: '<p>(<a href="/acme/release" class="mention">@acme/release</a>)</p>',
  },
  { what: "people who are not", text: "hi @eve and ana@ana.test", not: "mention" },
  { what: "names in code name nobody", text: "`@ana` `#7`\n\n```\n@ana #7\n```", not: "<a" },
  { what: "names in links name nobody", text: "[@ana](https://a.test)", not: "mention" },
  { what: "issues that are there", text: "see #7, not #8", is: /see <a [^>]+>#7<\/a>, not #8/ },
  { what: "no issue inside a word", text: "a#7 #7b &#7;", not: "<a" },
  {
    what: "comments are invisible",
    text: "a <!-- stage-gates:status @ana --> b",
    is: "<p>a  b</p>",
  },
  { what: "comments on their own are too", text: "<!--\nx\n-->\n\na", is: "\n<p>a</p>" },
  {
    what: "folds are kept, with markdown in them",
    text: "<details open>\n<summary>**x** y</summary>\n\n- @ana\n\n</details>",
    is: /<details open>[\s\S]*<summary>[\s\S]*y<\/summary>[\s\S]*<li>[\s\S]*<\/details>/,
  },
  { what: "tables", text: "| a |\n|---|\n| `b\\|c` |", is: /<td><code>b\|c<\/code><\/td>/ },
  { what: "boxes", text: "- [x] a", is: /<input type="checkbox" checked disabled>/ },
  { what: "emoji are pictures", text: "❌ no", is: /<svg [^>]*aria-label="cross mark"/ },
])("$what", ({ text, is, not }) => {
  if (typeof is === "string") expect(shown(text)).toBe(is);
  else if (is !== undefined) expect(shown(text)).toMatch(is);
  else expect(shown(text)).not.toContain(not);
});

test.each([
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<a href='javascript:alert(1)'>x</a>",
  "[x](javascript:alert(1))",
  "[x](data:text/html,hi)",
  "<style>*{display:none}</style>",
  "<iframe src='https://a.test'></iframe>",
  "<form action=/x><button>y</button></form>",
  "<svg onload=alert(1)></svg>",
  "<details ontoggle=alert(1) open><summary>x</summary></details>",
  "<p style='position:fixed'>x</p>",
  "<math><mtext></mtext><style><img src onerror=alert(1)></style></math>",
  "</div></article><h1 id=content>x</h1>",
  "<link rel=stylesheet href=//a.test><meta http-equiv=refresh content=0>",
  "<object data=x></object><embed src=x><base href=//a.test>",
])("nothing comes through of %s", (text) => {
  const found = shown(text);
  expect(found).not.toMatch(
    /<(script|style|iframe|form|button|svg|link|meta|object|embed|base|\/div|\/article)\b/i,
  );
  expect(found).not.toMatch(/\son\w+=|\sstyle=|javascript:|data:/i);
  expect(found).not.toContain('id="content"');
});

test("text in a page is text", () => {
  const hostile = `<b title="x">&'`;
  expect(html`<p>${hostile}${[1, "<"]}${null}${safe("<hr>")}</p>`.html).toBe(
    "<p>&#60;b title=&#34;x&#34;&#62;&#38;&#39;1&#60;<hr></p>",
  );
  expect(renderText("👍 <b>").html).toMatch(/^<svg .*<\/svg> &#x3C;b>$/);
});
