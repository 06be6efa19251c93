// Opens every report of a folder in Chromium, and says in words which promise fails, in which report, and where.
//
//   node check.mjs FOLDER
//
// FOLDER/reports.json lists the reports: { name, file, lang, hash, hostile? }.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { broken } from './broken.mjs';
import { accessible } from './checks/accessible.mjs';
import { hostile } from './checks/hostile.mjs';
import { keyboard } from './checks/keyboard.mjs';
import { outline } from './checks/outline.mjs';
import { plain } from './checks/plain.mjs';
import { print } from './checks/print.mjs';
import { quiet, watched } from './checks/quiet.mjs';
import { screens } from './checks/screens.mjs';

/// As many reports at once as a small machine has cores.
const AT_ONCE = 2;
const CHECKS = { quiet, outline, hostile, screens, accessible, keyboard, plain, print };

const folder = resolve(process.argv[2] ?? '.');
const reports = JSON.parse(readFileSync(join(folder, 'reports.json'), 'utf8'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});

let passed = 0;
const failures = [];

/// What a check says against a report.
async function said(name, seen, report) {
  const texts = [];
  const fail = (text) => texts.push(text);
  try {
    await CHECKS[name]({ browser, folder, report, ...seen, fail });
  } catch (error) {
    fail(`could not be checked: ${error.stack ?? error}`);
  }
  return texts;
}

/// Every check on a report.
async function whole(report, seen) {
  const times = [];
  for (const name of Object.keys(CHECKS)) {
    const start = performance.now();
    const texts = await said(name, seen, report);
    failures.push(...texts.map((text) => `${report.name}: ${name}: ${text}`));
    passed += texts.length ? 0 : 1;
    times.push(`${name} ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
  console.log(`${report.name}: content loaded in ${seen.loaded} ms; ${times.join(', ')}`);
}

/// The one check that sees the fault of a page.
async function fault(report, seen) {
  const texts = await said(report.check, seen, report);
  const is = texts.some((text) => text.includes(report.says));
  if (is) passed += 1;
  else failures.push(`${report.name}: ${report.check} says only ${JSON.stringify(texts)}`);
}

async function opened(report) {
  try {
    const seen = await watched(browser, join(folder, report.file));
    await (report.check ? fault : whole)(report, seen);
    await seen.page.context().close();
  } catch (error) {
    failures.push(`${report.name}: ${error.stack ?? error}`);
  }
}

// The faults are made on the smallest report, and the largest is begun first.
const bytes = ({ file }) => readFileSync(join(folder, file)).length;
const sorted = reports.sort((one, other) => bytes(other) - bytes(one));
const waiting = [...sorted, ...broken(folder, sorted.findLast((report) => !report.hostile))];
const worker = async () => {
  for (let report = waiting.shift(); report; report = waiting.shift()) await opened(report);
};
await Promise.all(Array.from({ length: AT_ONCE }, worker));
await browser.close();

for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length ? 1 : 0;
