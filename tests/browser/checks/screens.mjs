// What is seen first, and that no screen is too narrow for the page.

const FIRST = { title: 'h1', answer: '.answer' };
const TILES = '.tiles > li';

export async function screens({ page, report, fail }) {
  await size(page, 1280, 720);
  // A name may be made as long as its author likes: then the answer comes after the first screen.
  if (!report.hostile) {
    await inside(page, 'the first screen of 1280 × 720', { ...FIRST, tile: TILES }, fail);
    const tiles = await page.locator(TILES).count();
    if (tiles !== 3) fail(`${tiles} tiles on the first screen`);
  }
  await sideways(page, 1280, fail);
  await size(page, 390, 844);
  if (!report.hostile) await inside(page, 'the first screen of 390 × 844', FIRST, fail);
  await sideways(page, 390, fail);
  await size(page, 320, 640);
  await sideways(page, 320, fail);
  await size(page, 1280, 720);
}

async function size(page, width, height) {
  await page.setViewportSize({ width, height });
  await page.evaluate(() => window.scrollTo(0, 0));
}

/// Whether all of some elements stand wholly inside the window.
async function inside(page, where, selectors, fail) {
  for (const [name, selector] of Object.entries(selectors)) {
    const boxes = await page.evaluate((selector) => {
      const boxes = [...document.querySelectorAll(selector)].map((element) => [element.textContent.trim(), element.getBoundingClientRect()]);
      return boxes.map(([text, { top, left, right, bottom }]) => ({ text, top, left, right, bottom, width: innerWidth, height: innerHeight }));
    }, selector);
    if (!boxes.length) fail(`there is no ${name} (${selector})`);
    for (const box of boxes) {
      const within = box.top >= 0 && box.left >= 0 && box.right <= box.width && box.bottom <= box.height;
      if (!within) fail(`the ${name} “${box.text}” is not inside ${where}: it ends at ${Math.round(box.right)} × ${Math.round(box.bottom)}`);
    }
  }
}

/// Whether the document scrolls sideways, and what pushes it.
async function sideways(page, width, fail) {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return null;
    const scrolls = (element) => element.closest('.scroll, [role="region"]');
    const out = [...document.querySelectorAll('body *')].filter((element) => !scrolls(element.parentElement) && element.getBoundingClientRect().right > clientWidth + 1);
    const path = (element) => `${element.closest('section')?.id ?? ''} ${element.tagName.toLowerCase()}.${element.className}`;
    return { scrollWidth, clientWidth, out: [...new Set(out.map(path))].slice(0, 5) };
  });
  if (wide) fail(`at ${width} px the page scrolls sideways, ${wide.scrollWidth} > ${wide.clientWidth}: ${wide.out.join('; ')}`);
}
