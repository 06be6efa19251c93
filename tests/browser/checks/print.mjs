// The page on paper: A4, numbered, sealed by the model's hash, proofs open, the drawing on its side, tagged.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const UPRIGHT = [595, 842];

export async function print({ page, folder, report, fail }) {
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = false; }));
  const { folds, drawn } = await page.evaluate(expected);
  const path = join(folder, report.file.replace(/html$/, 'pdf'));
  await page.pdf({ path, preferCSSPageSize: true, tagged: true });
  const run = (command, ...options) => execFileSync(command, options, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const info = run('pdfinfo', '-f', '1', '-l', '100000', path);
  const sizes = [...info.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm)].map((found) => found.slice(1).map(Number));
  const texts = run('pdftotext', '-raw', path, '-').split('\f').slice(0, sizes.length);
  if (!/^Tagged: +yes/m.test(info)) fail('the PDF is not tagged');
  if (sizes.length < 2) fail(`the PDF has ${sizes.length} page`);
  sizes.forEach((size, at) => format(size, at + 1, fail));
  texts.forEach((text, at) => sealed(text, at + 1, sizes.length, report.hash, fail));
  unfolded(texts, folds, report.hash, fail);
  turned(texts, sizes, drawn, fail);
}

function isLandscape([width, height]) {
  return width > height;
}

function format(size, number, fail) {
  const sides = [...size].sort((one, other) => one - other);
  const is = sides.every((side, at) => Math.abs(side - UPRIGHT[at]) < 2);
  if (!is) fail(`page ${number} is not A4: ${size.join(' × ')} points`);
}

function sealed(text, number, count, hash, fail) {
  if (!text.replace(/\s+/g, ' ').includes(`${number} / ${count}`)) fail(`page ${number} does not show ${number} / ${count}`);
  if (!text.includes(hash)) fail(`page ${number} does not show the model’s hash, ${hash}`);
}

/// The last words of each folded part, and those of the drawing.
function expected() {
  const folds = [...document.querySelectorAll('details')].map((one) => one.textContent.trim()).filter(Boolean);
  const drawing = document.querySelector('figure.drawing');
  const words = [...(drawing?.querySelectorAll('svg text') ?? [])].map((text) => text.textContent.trim());
  return { folds, drawn: drawing ? words.filter((word) => word.length > 3) : null };
}

/// Letters and digits alone: lines are cut, and words hyphenated, as paper asks.
const letters = (text) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

function unfolded(texts, folds, hash, fail) {
  const foot = (line) => line.includes(hash) || /^\s*\d+ \/ \d+\s*$/.test(line);
  const printed = letters(texts.flatMap((text) => text.split('\n').filter((line) => !foot(line))).join('\n'));
  const lost = folds.filter((fold) => !printed.includes(letters(fold).slice(-60)));
  for (const fold of lost.slice(0, 3)) fail(`a folded part is not on paper to its end: “…${fold.replace(/\s+/g, ' ').slice(-80)}”`);
  if (lost.length > 3) fail(`and ${lost.length - 3} more folded parts`);
}

/// The drawing stands on a page of its own, on its side, and whole.
function turned(texts, sizes, drawn, fail) {
  if (!drawn) return;
  const shown = texts.map((text) => drawn.filter((word) => letters(text).includes(letters(word))).length);
  const most = Math.max(...shown);
  const at = shown.indexOf(most);
  if (!isLandscape(sizes[at])) fail(`the drawing is on page ${at + 1}, which is upright`);
  if (most < drawn.length) fail(`page ${at + 1} shows ${most} of the ${drawn.length} words of the drawing`);
}
