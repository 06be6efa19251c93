// The page asks nobody for anything, breaks no rule of its own, and states the strictest policy it can live with.

import { pathToFileURL } from 'node:url';

/// A report opened as a reader opens it, from a file, and all that it asked for or complained of.
export async function watched(browser, file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, offline: true, ...options });
  const address = options.address ?? pathToFileURL(file).href;
  const asked = [];
  const said = [];
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url === address) return route.continue();
    asked.push(url);
    return route.abort();
  });
  await context.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  const page = await context.newPage();
  page.on('request', (request) => request.url() === address || asked.push(request.url()));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.setDefaultTimeout(60_000);
  await page.goto(address, { waitUntil: 'load' });
  const loaded = await page.evaluate(() => Math.round(performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd));
  return { page, asked, said, loaded };
}

export async function quiet({ page, asked, said, fail }) {
  for (const url of asked) fail(`the page asks for ${url}`);
  for (const text of said) fail(`the console says: ${text}`);
  for (const violation of await page.evaluate(() => window.violations)) fail(`the policy stops ${violation}`);
  const policy = await page.evaluate(() => {
    const meta = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    const hashes = document.querySelectorAll('style, script:not([type="application/json"])');
    return { text: meta?.content ?? '', parts: hashes.length, inline: document.querySelectorAll('[style]').length };
  });
  if (!policy.text.startsWith("default-src 'none';")) fail(`the policy does not start from nothing: ${policy.text}`);
  if (/unsafe|\*|https?:/.test(policy.text)) fail(`the policy lets in more than what the page holds: ${policy.text}`);
  const hashes = policy.text.match(/'sha256-[A-Za-z0-9+/]+=*'/g) ?? [];
  if (hashes.length !== policy.parts) fail(`${policy.parts} styles and scripts, ${hashes.length} hashes in the policy`);
  if (policy.inline) fail(`${policy.inline} elements have a style attribute`);
}
