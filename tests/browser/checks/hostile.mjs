// Names of a model made to deceive stay text: shown in their harmless form, and nothing else comes of them.

const CREATED = 'x-evil, img, iframe, object, embed, form, base, link, marquee, [onerror], [onload], [onclick]';

export async function hostile({ page, report, fail }) {
  const names = report.hostile ?? [];
  const found = await page.evaluate(([names, created]) => {
    const texts = [...document.querySelectorAll('body *')].map((element) => element.textContent.trim());
    return {
      created: [...document.querySelectorAll(created)].map((element) => element.outerHTML.slice(0, 120)),
      scripts: [...document.scripts].filter((script) => script.textContent.includes('evil')).length,
      acted: 'evil' in window,
      absent: names.filter((name) => !texts.some((text) => text.toLowerCase() === name.toLowerCase())),
      followed: document.body.textContent.includes('60481729'),
      hidden: [...document.body.textContent].filter((c) => /[\u202a-\u202e\u2066-\u2069\u200b-\u200f]/u.test(c)).length,
    };
  }, [names, CREATED]);
  for (const element of found.created) fail(`a name became an element: ${element}`);
  if (found.scripts) fail('a name became a script');
  if (found.acted) fail('a name acted');
  for (const name of found.absent) fail(`no element is named exactly ${name}`);
  if (found.followed) fail('the syntax of templates in a name was followed');
  if (found.hidden) fail(`${found.hidden} characters that turn the text around are in the page`);
}
