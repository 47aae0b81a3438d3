// npm's oidc-client-ts, the client of apps without a server, here without the browser that it otherwise lives in.
import assert from 'node:assert/strict';
import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts';
import { Person } from './person.mjs';
import { issuer, redirectUri, registerClient, signedOutUri, works } from './server.mjs';

const person = await Person.register();
const registered = await registerClient({
  redirect_uris: [redirectUri],
  post_logout_redirect_uris: [signedOutUri],
  token_endpoint_auth_method: 'none',
});
const client = new OidcClient({
  authority: issuer,
  client_id: registered.client_id,
  redirect_uri: redirectUri,
  post_logout_redirect_uri: signedOutUri,
  scope: 'openid profile email offline_access',
  loadUserInfo: true,
  stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
});

const request = await client.createSigninRequest({ nonce: crypto.randomUUID() });
const user = await client.processSigninResponse((await person.authorize(request.url)).href);
assert.equal(user.profile.email, person.email);
works('code, PKCE, state, nonce, userinfo');

const state = { ...user, session_state: null, data: undefined };
const fresh = await client.useRefreshToken({ state, timeoutInSeconds: 30 });
assert.notEqual(fresh.refresh_token, user.refresh_token);
works('refresh');

const out = await client.createSignoutRequest({ id_token_hint: user.id_token, state: 'bye' });
const answer = await client.processSignoutResponse((await person.signOut(out.url)).href);
assert.equal(answer.userState, 'bye');
works('sign-out');
