// What every script here has: a browser with a virtual authenticator, a host, and a folder for pictures.
// usage of each: node SCRIPT.mjs HOST PICTURES [more]
import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chromium } from 'playwright-core';

const [script, ...given] = process.argv.slice(1);
export const [host, pictures, ...more] = given;
const name = basename(script, '.mjs');
const axe = readFileSync(new URL('./node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** Opens a browser, takes the steps, and closes it. A script in a page that is not the test's own, or one that the page's policy refuses, ends it. */
export async function visit(settings, steps) {
  mkdirSync(pictures, { recursive: true });
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    const context = await browser.newContext({ locale: 'en', ...settings });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const complaints = [];
    page.on('console', message => message.type() === 'error' && !isStatus(message) && complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    try {
      await steps(page, context);
    } catch (error) {
      await picture(page, 'failed');
      throw new Error(`${error.stack}\nat ${page.url()}: ${await page.locator('body').innerText().catch(() => '')}`);
    }
    assert.deepEqual(complaints, [], 'the browser complained');
    console.log(`${name}: as expected`);
  } finally {
    await browser.close();
  }
}

/** A phone or a laptop that keeps passkeys and verifies its user, as far as Chromium goes. */
export async function authenticator(page, options = {}) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true, ...options,
    },
  });
  return {
    keys: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    /** Whether somebody touches it. */
    attend: enabled => session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }),
    verify: isUserVerified => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
}

/** An account that nobody has yet. */
export function newcomer() {
  const id = randomUUID().slice(0, 8);
  return { email: `anna.${id}@example.com`, userName: `anna-${id}`, password: 'correct horse 7!' };
}

export async function signUp(page, person) {
  await page.goto(`${host}/signup`);
  await page.locator('#email').fill(person.email);
  await page.locator('#password').fill(person.password);
  await page.locator('main form button').first().click();
  await page.waitForURL(`${host}/signin**`);
}

export async function signIn(page, person) {
  await page.locator('#identifier').fill(person.email);
  await page.locator('#password').fill(person.password);
  await page.locator('main form button').first().click();
}

export async function signOut(page) {
  await page.goto(`${host}/logout`);
  await page.locator('main form button').click();
  await page.waitForLoadState();
}

/** A part of the account page. */
export const part = name => `${host}/my-account?part=${name}`;

/** The button of a part's form. */
export const button = (page, action) => page.locator(`form:has(input[name=action][value=${action}])`).locator('button');

export const advance = minutes => fetch(`${host}/test/advance?minutes=${minutes}`, { method: 'POST' });

export const mail = async () => (await fetch(`${host}/test/mail`)).text();

/** The code of an authenticator app (RFC 6238), by the host's clock. */
export async function code(secret) {
  const now = Number(await (await fetch(`${host}/test/now`)).text());
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replaceAll(' ', '')].map(letter => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map(byte => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30)));
  const mac = createHmac('sha1', key).update(counter).digest();
  return String((mac.readUInt32BE(mac.at(-1) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

export async function expectHeading(page, heading) {
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
}

/** What axe-core finds on the page, by WCAG 2.2 AA and its own best practices: nothing. */
export async function expectAccessible(page, part) {
  // Not by a script element, which the page's policy would refuse.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  assert.deepEqual(violations.map(found => `${part}: ${found.id}: ${found.help}: ${found.nodes.map(node => node.html).join(' ')}`), []);
}

export async function picture(page, part) {
  await page.screenshot({ path: join(pictures, `${name}-${part}.png`), fullPage: true });
}

// Chromium reports each page that is a 400 as an error.
function isStatus(message) {
  return message.text().startsWith('Failed to load resource: the server responded with a status of');
}
