// Pages -> what a browser finds in them, a line of JSON a look: node look.mjs BROWSER PAGE...
// Each page is looked at in light, dark, narrow and on paper: axe's violations, what it asked the network for, what the
// console said, whether it is wider than the window.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const looks = {
  light: { colorScheme: "light", width: 1000 },
  dark: { colorScheme: "dark", width: 1000 },
  narrow: { colorScheme: "light", width: 320 },
  paper: { colorScheme: "light", width: 800, media: "print" },
};
const [executablePath, ...pages] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"],
});
for (const page of pages) {
  const address = pathToFileURL(page).href;
  for (const [look, { colorScheme, width, media }] of Object.entries(looks)) {
    // The page's own policy lets no script run: it stays in force for the page and is passed by for axe alone.
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const tab = await context.newPage();
    const asked = [];
    const said = [];
    tab.on("request", (request) => request.url() !== address && asked.push(request.url()));
    tab.on("console", (message) => said.push(message.text()));
    tab.on("pageerror", (error) => said.push(String(error)));
    await tab.emulateMedia({ colorScheme, media: media ?? "screen" });
    await tab.goto(address);
    await tab.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true");
    await tab.evaluate(`(() => { ${axe}; return true; })()`);
    const found = await tab.evaluate("axe.run(document, { resultTypes: ['violations'] })");
    const wide = await tab.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    const violations = found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`);
    console.log(JSON.stringify({ page, look, violations, asked, said, wide, rules: found.passes.length }));
    await context.close();
  }
}
await browser.close();
