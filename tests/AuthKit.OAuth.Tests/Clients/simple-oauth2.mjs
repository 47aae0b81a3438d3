// npm's simple-oauth2, a plain OAuth 2.0 client.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { AuthorizationCode, ClientCredentials } from 'simple-oauth2';
import { Person } from './person.mjs';
import { apiScope, issuer, redirectUri, registerClient, works } from './server.mjs';

const endpoints = { tokenHost: issuer, tokenPath: '/token', revokePath: '/revoke' };
const auth = { ...endpoints, authorizePath: '/authorize' };
const person = await Person.register();

for (const authorizationMethod of ['header', 'body']) {
  const registered = await registerClient({ redirect_uris: [redirectUri] });
  const client = new AuthorizationCode({ client: credentialsOf(registered), auth, options: { authorizationMethod } });
  const state = randomBytes(16).toString('hex');
  const callback = await person.authorize(client.authorizeURL({ redirect_uri: redirectUri, scope: ['username', 'email', 'offline_access'], state }));
  assert.equal(callback.searchParams.get('state'), state);

  const token = await client.getToken({ code: callback.searchParams.get('code'), redirect_uri: redirectUri });
  assert.equal(token.token.status, 'SUCCESS');
  assert.equal(token.expired(), false);
  await expectEmail(token);
  const fresh = await token.refresh();
  await expectEmail(fresh);
  works(`code, refresh (credentials in the ${authorizationMethod})`);

  await fresh.revokeAll();
  await assert.rejects(fresh.refresh(), error => error.data.payload.error === 'invalid_grant');
  works('revocation');
}

const machine = await registerClient({ grant_types: ['client_credentials'], response_types: [], scope: apiScope });
const alone = await new ClientCredentials({ client: credentialsOf(machine), auth: endpoints }).getToken({ scope: apiScope });
assert.equal(alone.token.scope, apiScope);
works('client credentials');

function credentialsOf({ client_id, client_secret }) {
  return { id: client_id, secret: client_secret };
}

async function expectEmail({ token }) {
  const reply = await fetch(`${issuer}/api`, { method: 'POST', headers: { authorization: `Bearer ${token.access_token}` } });
  assert.equal((await reply.json()).data.email, person.email);
}
