// What every journey has: a browser, the two samples, and a folder for pictures.
// usage of each: node JOURNEY.mjs CLIENT SERVER PICTURES [no-scripts]
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chromium } from 'playwright-core';

const [script, ...given] = process.argv.slice(1);
export const [client, server, pictures, scripts] = given;
const name = basename(script, '.mjs');

/** Opens a browser, takes the steps, and closes it. A script in a page that is not the test's own ends the journey. */
export async function journey(settings, steps) {
  mkdirSync(pictures, { recursive: true });
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    // As people have it: pages that they leave are kept whole for the back button.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    const context = await browser.newContext({ javaScriptEnabled: scripts !== 'no-scripts', locale: 'en', ...settings });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const complaints = [];
    page.on('console', message => message.type() === 'error' && !isStatus(message) && complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    try {
      await steps(page, context);
    } catch (error) {
      await picture(page, 'failed');
      throw error;
    }
    assert.deepEqual(complaints, [], 'the browser complained');
    console.log(`${name}: as expected`);
  } finally {
    await browser.close();
  }
}

/** An account that nobody has yet. */
export function newcomer() {
  const id = randomUUID().slice(0, 8);
  return { email: `anna.${id}@example.com`, userName: `anna-${id}`, password: 'correct horse 7!' };
}

/** From the client to the server's sign-in page. */
export async function startSignIn(page) {
  await page.goto(client);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await expectHeading(page, 'Sign in');
}

/** From the server's sign-in page to a new account. */
export async function signUp(page, person) {
  await page.getByRole('link', { name: 'Create an account' }).click();
  await expectHeading(page, 'Create an account');
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByLabel('First name').fill('Anna');
  await page.getByLabel('Last name').fill('Nguyễn');
  await page.getByLabel('User name').fill(person.userName);
  await page.getByRole('button', { name: 'Create account' }).click();
}

export async function signIn(page, person) {
  await page.getByLabel('Email or user name').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Consent, and the data that comes of it. */
export async function allow(page, person) {
  await expectHeading(page, 'OAuthClient sample would like access to your account');
  await page.getByRole('button', { name: 'Allow' }).click();
  await expectData(page, person);
}

/** From the client out of both. */
export async function signOut(page) {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expectHeading(page, 'Do you want to sign out?');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expectNobody(page);
}

export async function expectData(page, person) {
  await page.getByText('The server says of you:').waitFor();
  assert.equal(new URL(page.url()).origin, new URL(client).origin);
  const data = await page.locator('dl').innerText();
  for (const datum of [person.email, person.userName, 'Anna', 'Nguyễn'])
    assert.ok(data.includes(datum), `${datum} is not in ${data}`);
}

/** That the back button, as far as it goes, shows nothing of somebody who was signed in. */
export async function expectForgotten(page, person) {
  for (let step = 0; step < 6; step++) {
    // A page that was kept is shown without being loaded, for which this would wait in vain.
    await page.goBack({ timeout: 3000 }).catch(() => null);
    const seen = await page.content();
    assert.ok(!seen.includes(person.email), `${page.url()} shows who was signed in`);
  }
}

export async function expectNobody(page) {
  await page.getByText('Nobody is signed in.').waitFor();
}

export async function expectHeading(page, heading) {
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
}

export async function picture(page, part) {
  await page.screenshot({ path: join(pictures, `${name}-${part}.png`), fullPage: true });
}

// Chromium reports each page that is a 400 as an error.
function isStatus(message) {
  return message.text().startsWith('Failed to load resource: the server responded with a status of');
}
