// Pages with one fault each, so that every check is seen to fail.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/// The page with more style, which its policy allows.
const styled = (more) => (page) => page
  .replace(/<style>([^]*?)<\/style>/, (_, css) => `<style>${css}${more}</style>`)
  .replace(/style-src 'sha256-[^']*'/, () => `style-src ${hash(page.match(/<style>([^]*?)<\/style>/)[1] + more)}`);
const inserted = (html) => (page) => page.replace('</main>', `${html}</main>`);
const swapped = (one, other) => (page) => page.replace(one, other);
const after = (...edits) => (page) => edits.reduce((text, edit) => edit(text), page);

const SCRIPT = 'document.querySelector("main").append("said by a script")';
const DRAWING = '<figure class="drawing"><svg width="200" height="50"><text y="20">Upright drawing</text></svg></figure>';

/// What is done to the page, which check sees it, and what that says.
const FAULTS = [
  ['quiet', 'the policy stops img-src', inserted('<img src="https://example.org/x.png" alt="">')],
  ['quiet', 'the page asks for https://example.org/x.png', after(
    swapped("default-src 'none';", "default-src 'none'; img-src https://example.org;"),
    inserted('<img src="https://example.org/x.png" alt="">'),
  )],
  ['quiet', 'the policy stops style-src-attr', inserted('<p style="color: red">red</p>')],
  ['quiet', 'the policy does not start from nothing', swapped(/<meta http-equiv[^>]*>/, '')],
  ['outline', 'the page says it is in “de”', swapped(/<html lang="..">/, '<html lang="de">')],
  ['outline', 'the id “matrix” stands twice', inserted('<p id="matrix">again</p>')],
  ['outline', 'a link leads nowhere: #nowhere', inserted('<p><a href="#nowhere">there</a></p>')],
  ['outline', 'a link leads out of the page', inserted('<p><a href="https://example.org/">there</a></p>')],
  ['outline', 'is of level 5', inserted('<h5>Deep</h5>')],
  ['outline', '2 headings of the first level', inserted('<h1>Again</h1>')],
  ['outline', 'tables have no caption', inserted('<table><tr><td>bare</td></tr></table>')],
  ['outline', 'a control is smaller', inserted('<button>x</button>')],
  ['hostile', 'a name became an element', inserted('<x-evil>name</x-evil>')],
  ['hostile', 'turn the text around', inserted('<p>\u202egnp.exe</p>')],
  ['screens', 'is not inside the first screen of 1280', styled('.answer { margin-top: 40rem; }')],
  ['screens', 'is not inside the first screen of 390', styled('@media (max-width: 44rem) { h1 { padding-top: 40rem; } }')],
  ['screens', 'at 320 px the page scrolls sideways', inserted(`<pre>${'word '.repeat(20)}</pre>`)],
  ['accessible', 'color-contrast', styled('.about, .answer { color: #aaaaaa; }')],
  ['accessible', 'scrollable-region-focusable', swapped(/ tabindex="0"/g, '')],
  ['keyboard', 'nothing shows that', styled(':focus-visible { outline: none; }')],
  ['keyboard', 'Tab never reaches a “hidden link”', inserted('<p><a href="#matrix" tabindex="-1">hidden link</a></p>')],
  ['keyboard', 'does not open its proof', styled('#proofs { display: none; }')],
  ['plain', 'without script the page says something else', after(
    inserted(`<script>${SCRIPT}</script>`),
    swapped("default-src 'none';", `default-src 'none'; script-src ${hash(SCRIPT)};`),
  )],
  ['plain', 'is not shown', swapped(/<(\w+) class="answer/, '<$1 hidden class="answer')],
  ['plain', 'is one colour', inserted(DRAWING)],
  ['print', 'is not A4', styled('@page { size: A5; }')],
  ['print', 'does not show 1 /', styled('@page { @bottom-right { content: none; } }')],
  ['print', 'does not show the model’s hash', styled('@page { @bottom-left { content: none; } }')],
  ['print', 'a folded part is not on paper', styled('@media print { details::details-content { display: none !important; } }')],
  ['print', 'which is upright', after(swapped('<main>', `<main>${DRAWING}`), styled('.drawing { page: auto !important; }'))],
];

/// A page for each fault, written beside the report that they are made of.
export function broken(folder, report) {
  const page = readFileSync(join(folder, report.file), 'utf8');
  return FAULTS.map(([check, says, edit], at) => {
    const edited = edit(page);
    if (edited === page) throw new Error(`the fault that says “${says}” changes nothing`);
    const file = `broken-${at}.html`;
    writeFileSync(join(folder, file), edited);
    return { ...report, name: `a page with a fault (“${says}”)`, file, check, says };
  });
}
