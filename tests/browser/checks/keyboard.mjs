// The keyboard alone: every control is reached in turn, is seen to be, and can be left; a link opens its proof.

const CONTROLS = 'a[href], summary, button, input, select, textarea, [tabindex="0"]';

export async function keyboard({ page, fail }) {
  await page.evaluate(listen, CONTROLS);
  const count = await page.evaluate(() => window.controls.length);
  if (!count) fail('the page has no control');
  for (let at = 0; at < count + 3; at += 1) await page.keyboard.press('Tab');
  const { reached, unseen, away, missed, back } = await page.evaluate(report);
  for (const name of missed) fail(`Tab never reaches ${name}`);
  for (const name of unseen) fail(`nothing shows that ${name} has the focus`);
  for (const name of away) fail(`${name} has the focus out of the window`);
  if (reached < count && !missed.length) fail(`Tab reaches ${reached} of ${count} controls`);
  if (back) fail(`Tab comes back to ${back} before it has been everywhere`);
  await follow(page, fail);
}

/// Notes each focus, as it comes.
function listen(selector) {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const name = (element) => `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60)}”`;
  window.controls = [...document.querySelectorAll(selector)].filter(shown);
  const places = new Map(window.controls.map((element, at) => [element, at]));
  window.focused = [];
  document.activeElement?.blur();
  window.scrollTo(0, 0);
  document.addEventListener('focusin', ({ target }) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(target);
    const box = target.getBoundingClientRect();
    window.focused.push({
      at: places.get(target) ?? -1,
      name: name(target),
      seen: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0,
      there: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    });
  });
  window.named = () => window.controls.map(name);
}

function report() {
  const once = (list) => [...new Set(list)].slice(0, 5);
  const reached = new Set();
  let back = null;
  for (const { at, name } of window.focused) {
    if (reached.has(at) && at >= 0 && reached.size < window.controls.length) back ??= name;
    reached.add(at);
  }
  reached.delete(-1);
  return {
    reached: reached.size,
    back,
    missed: once(window.named().filter((_, at) => !reached.has(at))),
    unseen: once(window.focused.filter((one) => !one.seen).map((one) => one.name)),
    away: once(window.focused.filter((one) => !one.there).map((one) => one.name)),
  };
}

/// Enter on the first and the last answer of the matrix leads to a proof that is open and in the window.
async function follow(page, fail) {
  const links = page.locator('#matrix table td a[href^="#"]');
  const count = await links.count();
  if (!count) return fail('no answer of the matrix leads to a proof');
  for (const at of new Set([0, count - 1])) {
    await page.evaluate(() => { location.hash = ''; });
    const href = await links.nth(at).getAttribute('href');
    await links.nth(at).focus();
    await page.keyboard.press('Enter');
    const proof = await page.waitForFunction((href) => {
      const target = document.getElementById(href.slice(1));
      return location.hash === href && target && { text: target.textContent.trim() };
    }, href).then((handle) => handle.jsonValue());
    const state = await page.evaluate((id) => {
      const target = document.getElementById(id);
      const box = target.getBoundingClientRect();
      return { open: target.checkVisibility(), near: box.top < innerHeight && box.bottom > 0, height: box.height };
    }, href.slice(1));
    if (!state.open || !state.height) fail(`Enter on ${href} does not open its proof`);
    else if (!state.near) fail(`Enter on ${href} leaves its proof out of the window`);
    if (!proof.text) fail(`the proof of ${href} is empty`);
  }
  const summary = page.locator('summary').first();
  if (!(await summary.count())) return;
  const open = () => summary.evaluate((element) => element.parentElement.open);
  const before = await open();
  await summary.focus();
  await page.keyboard.press('Enter');
  if ((await open()) === before) fail('Enter does not open what is folded');
}
