// The page as a structure: language, headings, identifiers, links, and the size of what is clicked.

/// The smallest side of a control, in CSS pixels (WCAG 2.2, 2.5.8).
const LEAST = 24;

export async function outline({ page, report, fail }) {
  const found = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    const once = new Set(ids);
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
    const links = [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'));
    return {
      lang: document.documentElement.lang,
      title: document.title,
      twice: [...once].filter((id) => ids.indexOf(id) !== ids.lastIndexOf(id)),
      headings: headings.map((heading) => [Number(heading.tagName[1]), heading.textContent.trim()]),
      abroad: links.filter((href) => !href.startsWith('#')),
      lost: links.filter((href) => href.startsWith('#') && !once.has(decodeURIComponent(href.slice(1)))),
      bare: [...document.querySelectorAll('table')].filter((table) => !table.caption?.textContent.trim()).length,
    };
  });
  if (found.lang !== report.lang) fail(`the page says it is in “${found.lang}”, and is in “${report.lang}”`);
  if (!found.title.trim()) fail('the page has no title');
  for (const id of found.twice) fail(`the id “${id}” stands twice`);
  for (const href of found.abroad) fail(`a link leads out of the page: ${href}`);
  for (const href of found.lost) fail(`a link leads nowhere: ${href}`);
  if (found.bare) fail(`${found.bare} tables have no caption`);
  levels(found.headings, fail);
  for (const small of await page.evaluate(controls, LEAST)) fail(`a control is smaller than ${LEAST} px: ${small}`);
}

function levels(headings, fail) {
  const first = headings.filter(([level]) => level === 1);
  if (first.length !== 1) fail(`${first.length} headings of the first level`);
  let before = 0;
  for (const [level, text] of headings) {
    if (level > before + 1) fail(`the heading “${text}” is of level ${level}, after one of level ${before}`);
    if (!text) fail(`a heading of level ${level} is empty`);
    before = level;
  }
}

/// The controls that are too small; a link inside a line of text is as tall as the line.
function controls(least) {
  const all = document.querySelectorAll('summary, button, input, select, nav a, .tiles a');
  const size = (element) => element.getBoundingClientRect();
  const small = [...all].filter((one) => one.checkVisibility() && (size(one).height < least || size(one).width < least));
  const told = small.map((one) => `“${one.textContent.trim()}”, ${Math.round(size(one).width)} × ${size(one).height.toFixed(1)}`);
  return [...new Set(told)].slice(0, 5);
}
