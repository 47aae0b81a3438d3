// npm's passport-oauth2, as a web app has it: a redirect to the server, and the callback in a session of the app's own.
import assert from 'node:assert/strict';
import OAuth2Strategy from 'passport-oauth2';
import { Person } from './person.mjs';
import { issuer, redirectUri, registerClient, works } from './server.mjs';

const person = await Person.register();
const registered = await registerClient({ redirect_uris: [redirectUri] });
const endpoints = { authorizationURL: `${issuer}/authorize`, tokenURL: `${issuer}/token` };
const client = { clientID: registered.client_id, clientSecret: registered.client_secret, callbackURL: redirectUri };

for (const pkce of [false, true]) {
  const strategy = new OAuth2Strategy({ ...endpoints, ...client, scope: ['email', 'offline_access'], state: true, pkce }, keep);
  const session = {};
  const { redirect } = await run(strategy, { session, query: {} });
  assert.equal(new URL(redirect).searchParams.has('code_challenge'), pkce);

  const callback = await person.authorize(redirect);
  const { user } = await run(strategy, { session, query: Object.fromEntries(callback.searchParams) });
  const reply = await fetch(`${issuer}/api`, { method: 'POST', headers: { authorization: `Bearer ${user.accessToken}` } });
  assert.equal((await reply.json()).data.email, person.email);
  works(`code, state${pkce ? ', PKCE' : ''}`);

  const fresh = await refresh(strategy, user.refreshToken);
  assert.notEqual(fresh, user.refreshToken);
  works('refresh');

  const second = await run(strategy, { session, query: {} });
  const denied = await person.refuse(`${second.redirect}&prompt=consent`);
  const { failed } = await run(strategy, { session, query: Object.fromEntries(denied.searchParams) });
  assert.equal(failed.message, denied.searchParams.get('error_description'));
  works('access_denied');
}

function keep(accessToken, refreshToken, parameters, profile, done) {
  assert.equal(parameters.token_type, 'Bearer');
  done(null, { accessToken, refreshToken });
}

/** What passport does with a strategy in a request. */
function run(strategy, request) {
  return new Promise((resolve, reject) => {
    const running = Object.create(strategy);
    running.redirect = redirect => resolve({ redirect });
    running.success = user => resolve({ user });
    running.fail = failed => resolve({ failed });
    running.error = reject;
    running.authenticate(request, {});
  });
}

function refresh(strategy, refreshToken) {
  return new Promise((resolve, reject) => strategy._oauth2.getOAuthAccessToken(
    refreshToken,
    { grant_type: 'refresh_token' },
    (error, accessToken, fresh) => error ? reject(error) : resolve(fresh)));
}
