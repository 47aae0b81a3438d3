// npm's @simplewebauthn/browser on a page of the host's own, by the JSON routes: registration, sign-in, and removal.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { authenticator, host, newcomer, visit } from './chromium.mjs';

const library = readFileSync(new URL('./node_modules/@simplewebauthn/browser/dist/bundle/index.umd.min.js', import.meta.url), 'utf8');

await visit({}, async page => {
  const person = newcomer();
  await authenticator(page);
  await page.goto(`${host}/test/page`);
  await page.evaluate(library);
  const seen = await page.evaluate(async ({ email, password }) => {
    const { browserSupportsWebAuthn, startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser;
    const send = async (method, path, body, token) => {
      const reply = await fetch(`/account${path}`, {
        method, headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) }, body: body && JSON.stringify(body),
      });
      const text = await reply.text();
      if (!reply.ok)
        throw new Error(`${path}: ${reply.status} ${text}`);
      return text ? JSON.parse(text) : null;
    };
    if (!browserSupportsWebAuthn())
      throw new Error('no WebAuthn');
    const registered = await send('POST', '/register', { email, password });
    const creating = await send('POST', '/passkeys/options', {}, registered.accessToken);
    const credential = await startRegistration({ optionsJSON: creating.publicKey });
    const passkey = await send('POST', '/passkeys', { credential, name: 'By SimpleWebAuthn' }, registered.accessToken);
    const asking = await send('POST', '/passkeys/sign-in/options', {});
    const assertion = await startAuthentication({ optionsJSON: asking.publicKey });
    const tokens = await send('POST', '/passkeys/sign-in', { credential: assertion });
    const replayed = await send('POST', '/passkeys/sign-in', { credential: assertion }).then(() => 'let in', error => error.message);
    const listed = await send('GET', '/passkeys', undefined, tokens.accessToken);
    const me = await send('GET', '/me', undefined, tokens.accessToken);
    return { passkey, listed, me, replayed };
  }, person);
  assert.equal(seen.passkey.name, 'By SimpleWebAuthn');
  assert.equal(seen.listed.passkeys.length, 1);
  assert.ok(seen.listed.passkeys[0].lastUsedAt, 'its use was not noted');
  assert.equal(seen.me.email, person.email);
  assert.match(seen.replayed, /sign-in: 401/);
});
