// The page without script, and without style either, as Jenkins and mail viewers leave it: all is still there.

import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { watched } from './quiet.mjs';

const JENKINS = "sandbox; default-src 'none'; img-src 'self'; style-src 'self'";

export async function plain({ browser, folder, report, page, fail }) {
  const path = join(folder, report.file);
  const whole = await page.evaluate(text);
  const unscripted = await watched(browser, path, { javaScriptEnabled: false });
  const without = await unscripted.page.evaluate(text);
  if (without !== whole) fail(`without script the page says something else, from ${difference(whole, without)}`);
  await unscripted.page.context().close();
  await withoutStyle(browser, path, whole, fail);
}

/// The page as Jenkins serves it.
async function withoutStyle(browser, path, whole, fail) {
  const server = createServer((request, response) => {
    if (request.url !== '/report.html') return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': JENKINS });
    return response.end(readFileSync(path));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}/report.html`;
  const { page } = await watched(browser, path, { address, offline: false });
  const said = await page.evaluate(text);
  if (said !== whole) fail(`under Jenkins’ policy the page says something else, from ${difference(whole, said)}`);
  const found = await page.evaluate(bare);
  if (found.styled) fail('the policy of Jenkins did not take the style away: this check checks nothing');
  for (const name of found.unseen) fail(`without style, ${name} is not shown`);
  for (const name of found.bare) fail(`without style, ${name} is one colour`);
  await page.context().close();
  server.close();
}

function text() {
  return document.body.textContent.replace(/\s+/g, ' ').trim();
}

/// What is not shown, folded parts apart, where the page has no style; a drawing keeps its own colours.
function bare() {
  const parts = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, table, caption, th, td, .answer, .tiles li, figure')];
  const folded = (element) => element.closest('details:not([open])') && !element.closest('summary');
  const empty = (element) => !element.textContent.trim() || element.getBoundingClientRect().height > 0;
  const drawings = [...document.querySelectorAll('figure.drawing svg')];
  const colours = (svg) => new Set([...svg.querySelectorAll('*')].map((shape) => getComputedStyle(shape).fill)).size;
  const name = (element) => `${element.tagName.toLowerCase()} “${element.textContent.trim().slice(0, 60)}”`;
  return {
    styled: getComputedStyle(document.body).maxWidth !== 'none',
    unseen: parts.filter((one) => !folded(one) && !(one.checkVisibility() && empty(one))).map(name).slice(0, 5),
    bare: drawings.filter((svg) => colours(svg) < 2).map(name),
  };
}

/// The words where two texts part.
function difference(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return `“${one.slice(Math.max(0, at - 30), at + 50)}”, which is “${other.slice(Math.max(0, at - 30), at + 50)}”`;
}
