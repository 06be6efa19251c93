// axe-core, in light and dark, wide and narrow, with proofs closed and open.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function accessible({ page, fail }) {
  await page.evaluate(AXE);
  const all = await page.evaluate(() => document.querySelectorAll('*').length);
  for (const [width, height, colorScheme, open] of views(all)) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await page.evaluate((open) => document.querySelectorAll('details').forEach((one) => { one.open = open; }), open);
    const found = await page.evaluate((tags) => window.axe.run(document, {
      runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], elementRef: false,
    }).then(({ violations }) => violations), TAGS);
    const where = `${colorScheme}, ${width} px${open ? ', proofs open' : ''}`;
    for (const { id, help, nodes } of found) {
      const places = nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ''}`).join('; ');
      fail(`${where}: ${id} (${help}), ${nodes.length} times: ${places}`);
    }
  }
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = false; }));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 720 });
}

/// The views, fewer where the page is large: its parts are those of the small ones.
function views(elements) {
  const closed = [[1280, 720, 'light', false], [390, 844, 'dark', false]];
  const more = [[1280, 720, 'dark', true], [390, 844, 'light', true]];
  return elements < MANY ? [...closed, [1280, 720, 'dark', false], [390, 844, 'light', false], ...more] : closed;
}

const MANY = 4000;
