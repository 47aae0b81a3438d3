// npm's oauth4webapi, which holds every reply to the letter of its specification.
import assert from 'node:assert/strict';
import * as oauth from 'oauth4webapi';
import { Person } from './person.mjs';
import { apiScope, deviceGrant, headerOf, initialAccessToken, issuer, newKey, redirectUri, signedOutUri, works } from './server.mjs';

const insecure = { [oauth.allowInsecureRequests]: true };
const person = await Person.register();

const server = await discover('oidc');
assert.deepEqual(await discover('oauth2'), server);
works('discovery, as OpenID Connect and as RFC 8414 have it');

const [client, secret] = await register({
  redirect_uris: [redirectUri],
  post_logout_redirect_uris: [signedOutUri],
  grant_types: ['authorization_code', 'refresh_token', deviceGrant],
});
await assert.rejects(register({ redirect_uris: ['http://client.example/callback'] }), { error: 'invalid_redirect_uri' });
works('registration');

const tokens = await signIn(client, secret, 'RS256');
const fresh = await refresh(client, secret, tokens);
await introspectAndRevoke(client, secret, fresh);
await push(client, secret);
await connectDevice(client, secret);

for (const algorithm of ['ES256', 'PS256']) {
  const key = await newKey(algorithm);
  const [client, authentication] = await register({
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
    token_endpoint_auth_method: 'private_key_jwt',
    id_token_signed_response_alg: 'ES256',
    scope: `openid email offline_access ${apiScope}`,
    jwks: key.jwks,
  }, key);
  await refresh(client, authentication, await signIn(client, authentication, 'ES256'));
  await actAlone(client, authentication);
}

async function discover(algorithm) {
  const reply = await oauth.discoveryRequest(new URL(issuer), { algorithm, ...insecure });
  return await oauth.processDiscoveryResponse(new URL(issuer), reply);
}

async function register(metadata, key) {
  const reply = await oauth.dynamicClientRegistrationRequest(server, { client_name: 'oauth4webapi', ...metadata }, { initialAccessToken, ...insecure });
  const client = await oauth.processDynamicClientRegistrationResponse(reply);
  return [client, key ? oauth.PrivateKeyJwt(key) : oauth.ClientSecretBasic(client.client_secret)];
}

async function newRequest(client, more) {
  const verifier = oauth.generateRandomCodeVerifier();
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
  const parameters = new URLSearchParams({
    client_id: client.client_id,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid email offline_access',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...more,
  });
  return { parameters, verifier, state, nonce };
}

async function redeem(client, authentication, parameters, { verifier, state, nonce }) {
  const callback = await person.authorize(`${server.authorization_endpoint}?${parameters}`);
  const answer = oauth.validateAuthResponse(server, client, callback, state);
  const reply = await oauth.authorizationCodeGrantRequest(server, client, authentication, answer, redirectUri, verifier, insecure);
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, reply, { expectedNonce: nonce, requireIdToken: true });
  await oauth.validateApplicationLevelSignature(server, reply, insecure);
  return tokens;
}

async function signIn(client, authentication, algorithm) {
  const request = await newRequest(client);
  const tokens = await redeem(client, authentication, request.parameters, request);
  const { sub } = oauth.getValidatedIdTokenClaims(tokens);
  assert.equal(headerOf(tokens.id_token).alg, algorithm);
  const reply = await oauth.userInfoRequest(server, client, tokens.access_token, insecure);
  assert.equal((await oauth.processUserInfoResponse(server, client, sub, reply)).email, person.email);
  works(`code, PKCE, state, nonce, iss, id token by ${algorithm}, userinfo`);
  await validateAccessToken(tokens);
  return tokens;
}

/** As a resource server that takes JWT access tokens (RFC 9068). */
async function validateAccessToken({ access_token }) {
  const request = new Request('https://api.example/orders', { headers: { authorization: `Bearer ${access_token}` } });
  const { aud } = JSON.parse(Buffer.from(access_token.split('.')[1], 'base64url'));
  const claims = await oauth.validateJwtAccessToken(server, request, [aud].flat()[0], insecure);
  assert.equal(claims.scope, 'openid email offline_access');
  works('JWT access token');
}

async function refresh(client, authentication, { refresh_token }) {
  const reply = await oauth.refreshTokenGrantRequest(server, client, authentication, refresh_token, insecure);
  const tokens = await oauth.processRefreshTokenResponse(server, client, reply);
  assert.notEqual(tokens.refresh_token, refresh_token);
  works('refresh');
  return tokens;
}

async function introspectAndRevoke(client, authentication, { access_token, refresh_token }) {
  const isActive = async token => {
    const reply = await oauth.introspectionRequest(server, client, authentication, token, insecure);
    return (await oauth.processIntrospectionResponse(server, client, reply)).active;
  };
  const before = [await isActive(access_token), await isActive(refresh_token)];
  await oauth.processRevocationResponse(await oauth.revocationRequest(server, client, authentication, access_token, insecure));
  const after = [await isActive(access_token), await isActive(refresh_token)];
  assert.deepEqual([before, after], [[true, true], [false, false]]);
  const reply = await oauth.refreshTokenGrantRequest(server, client, authentication, refresh_token, insecure);
  await assert.rejects(oauth.processRefreshTokenResponse(server, client, reply), { error: 'invalid_grant' });
  works('introspection, revocation');
}

async function push(client, authentication) {
  const request = await newRequest(client);
  const reply = await oauth.pushedAuthorizationRequest(server, client, authentication, request.parameters, insecure);
  const { request_uri } = await oauth.processPushedAuthorizationResponse(server, client, reply);
  await redeem(client, authentication, new URLSearchParams({ client_id: client.client_id, request_uri }), request);
  works('pushed authorization request');
}

async function connectDevice(client, authentication) {
  const begin = async () => {
    const reply = await oauth.deviceAuthorizationRequest(server, client, authentication, { scope: 'openid' }, insecure);
    return await oauth.processDeviceAuthorizationResponse(server, client, reply);
  };
  const ask = async ({ device_code }) => {
    const reply = await oauth.deviceCodeGrantRequest(server, client, authentication, device_code, insecure);
    return await oauth.processDeviceCodeResponse(server, client, reply);
  };
  const [alone, connected] = [await begin(), await begin()];
  await person.connect(connected.verification_uri_complete);
  await assert.rejects(ask(alone), { error: 'authorization_pending' });
  assert.ok(oauth.getValidatedIdTokenClaims(await ask(connected)).sub);
  works('device flow, authorization_pending');
}

async function actAlone(client, authentication) {
  const reply = await oauth.clientCredentialsGrantRequest(server, client, authentication, { scope: apiScope }, insecure);
  assert.equal((await oauth.processClientCredentialsResponse(server, client, reply)).scope, apiScope);
  const refused = await oauth.clientCredentialsGrantRequest(server, client, oauth.ClientSecretBasic('a wrong secret'), { scope: apiScope }, insecure);
  await assert.rejects(oauth.processClientCredentialsResponse(server, client, refused), { code: 'OAUTH_WWW_AUTHENTICATE_CHALLENGE', status: 401 });
  works('client credentials by private_key_jwt, and not by a secret');
}
