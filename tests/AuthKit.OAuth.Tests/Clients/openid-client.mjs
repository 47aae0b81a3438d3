// npm's openid-client, which finds its way by the server's own description.
import assert from 'node:assert/strict';
import * as client from 'openid-client';
import { Person } from './person.mjs';
import { apiScope, deviceGrant, headerOf, initialAccessToken, issuer, newKey, redirectUri, signedOutUri, works } from './server.mjs';

const person = await Person.register();

const config = await register({
  redirect_uris: [redirectUri],
  post_logout_redirect_uris: [signedOutUri],
  grant_types: ['authorization_code', 'refresh_token', deviceGrant],
}, client.ClientSecretBasic());
works('discovery, and registration with an initial access token');

const tokens = await signIn(config, 'RS256');
await refresh(config, tokens);
await signOut(config, tokens);
await deny(config);
await push(config);
await connectDevice(config);

await signIn(await register({ redirect_uris: [redirectUri], id_token_signed_response_alg: 'ES256' }), 'ES256');
await signIn(await register({ redirect_uris: [redirectUri], subject_type: 'pairwise' }), 'RS256');
await signIn(await register({ redirect_uris: [redirectUri], token_endpoint_auth_method: 'none' }, client.None()), 'RS256');

const machine = { grant_types: ['client_credentials'], response_types: [], scope: apiScope };
await actAlone(await register(machine, client.ClientSecretBasic()), 'client_secret_basic');
await actAlone(await register({ ...machine, token_endpoint_auth_method: 'client_secret_post' }, client.ClientSecretPost()), 'client_secret_post');
for (const algorithm of ['ES256', 'PS256']) {
  const { key, kid, jwks } = await newKey(algorithm);
  await actAlone(await register({ ...machine, token_endpoint_auth_method: 'private_key_jwt', jwks }, client.PrivateKeyJwt({ key, kid })), `private_key_jwt, ${algorithm}`);
}

async function register(metadata, authentication) {
  return await client.dynamicClientRegistration(new URL(issuer), { client_name: 'openid-client', ...metadata }, authentication, {
    initialAccessToken,
    execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
  });
}

async function newRequest(more) {
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const [state, nonce] = [client.randomState(), client.randomNonce()];
  const parameters = {
    redirect_uri: redirectUri,
    scope: 'openid profile email offline_access',
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...more,
  };
  return { parameters, checks: { pkceCodeVerifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true } };
}

async function signIn(config, algorithm) {
  const { parameters, checks } = await newRequest({ max_age: '3600' });
  const callback = await person.authorize(client.buildAuthorizationUrl(config, parameters));
  const tokens = await client.authorizationCodeGrant(config, callback, { ...checks, maxAge: 3600 });
  assert.equal(headerOf(tokens.id_token).alg, algorithm);
  const claims = await client.fetchUserInfo(config, tokens.access_token, tokens.claims().sub);
  assert.deepEqual([claims.email, claims.given_name, claims.family_name], [person.email, 'Anna', 'Nguyễn']);
  const { token_endpoint_auth_method: method, subject_type: subject } = config.clientMetadata();
  works(`code, PKCE, state, nonce, iss, max_age, id token by ${algorithm}, userinfo (${method}, ${subject} subject)`);
  return tokens;
}

async function refresh(config, { refresh_token, access_token }) {
  const before = await client.tokenIntrospection(config, access_token);
  assert.equal(before.active, true);
  const fresh = await client.refreshTokenGrant(config, refresh_token);
  assert.notEqual(fresh.refresh_token, refresh_token);
  assert.equal((await client.tokenIntrospection(config, fresh.refresh_token)).active, true);
  await client.tokenRevocation(config, fresh.refresh_token);
  assert.deepEqual(await client.tokenIntrospection(config, fresh.access_token), { active: false });
  await assert.rejects(client.refreshTokenGrant(config, fresh.refresh_token), { error: 'invalid_grant' });
  works('refresh, introspection, revocation');
}

async function signOut(config, { id_token }) {
  const address = client.buildEndSessionUrl(config, { id_token_hint: id_token, post_logout_redirect_uri: signedOutUri, state: 'bye' });
  assert.equal((await person.signOut(address)).href, `${signedOutUri}?state=bye`);
  const { parameters, checks } = await newRequest({ prompt: 'none' });
  const callback = await person.authorize(client.buildAuthorizationUrl(config, parameters));
  await assert.rejects(client.authorizationCodeGrant(config, callback, checks), { error: 'login_required' });
  works('sign-out by the client, prompt=none thereafter');
}

async function deny(config) {
  const { parameters, checks } = await newRequest({ prompt: 'consent' });
  const callback = await person.refuse(client.buildAuthorizationUrl(config, parameters));
  await assert.rejects(client.authorizationCodeGrant(config, callback, checks), { error: 'access_denied' });
  works('access_denied');
}

async function push(config) {
  const { parameters, checks } = await newRequest({ prompt: 'login' });
  const address = await client.buildAuthorizationUrlWithPAR(config, parameters);
  assert.deepEqual([...address.searchParams.keys()].sort(), ['client_id', 'request_uri']);
  const tokens = await client.authorizationCodeGrant(config, await person.authorize(address), checks);
  assert.ok(tokens.refresh_token);
  works('pushed authorization request, prompt=login');
}

async function connectDevice(config) {
  const device = await client.initiateDeviceAuthorization(config, { scope: 'openid email' });
  await person.connect(device.verification_uri_complete);
  const tokens = await client.pollDeviceAuthorizationGrant(config, device);
  assert.equal((await client.fetchUserInfo(config, tokens.access_token, tokens.claims().sub)).email, person.email);
  works('device flow');
}

async function actAlone(config, how) {
  const tokens = await client.clientCredentialsGrant(config, { scope: apiScope });
  assert.deepEqual([tokens.token_type, tokens.scope, tokens.refresh_token], ['bearer', apiScope, undefined]);
  works(`client credentials (${how})`);
}
