// Opens a mailed link, types a new password, and prints what the page says in the end.
// usage: node reset-password.mjs LINK PASSWORD SCREENSHOT
import { chromium } from 'playwright-core';

const [link, password, screenshot] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const page = await browser.newPage();
  page.on('dialog', () => { throw new Error('a script ran'); });
  await page.goto(link);
  await page.getByLabel('New password').fill(password);
  await page.screenshot({ path: screenshot });
  await page.getByRole('button', { name: 'Set the password' }).click();
  // The page before has a form and no alert, so that only the next one matches.
  console.log(await page.locator('[role=alert] li, [role=alert] > p:only-child, main:not(:has(form)) > p').first().innerText());
} finally {
  await browser.close();
}
