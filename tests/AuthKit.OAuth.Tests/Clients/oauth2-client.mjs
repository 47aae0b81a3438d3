// npm's @badgateway/oauth2-client, which discovers by RFC 8414.
import assert from 'node:assert/strict';
import { OAuth2Client, generateCodeVerifier } from '@badgateway/oauth2-client';
import { Person } from './person.mjs';
import { apiScope, issuer, redirectUri, registerClient, works } from './server.mjs';

const person = await Person.register();
const client = await open({ redirect_uris: [redirectUri] });
const codeVerifier = await generateCodeVerifier();
const request = { redirectUri, codeVerifier, state: crypto.randomUUID(), scope: ['openid', 'email', 'offline_access'] };
const callback = await person.authorize(await client.authorizationCode.getAuthorizeUri(request));
const token = await client.authorizationCode.getTokenFromCodeRedirect(callback, request);
assert.equal((await client.introspect(token)).active, true);
works('code, PKCE, state, introspection');

const fresh = await client.refreshToken(token);
assert.notEqual(fresh.refreshToken, token.refreshToken);
await client.revoke(fresh);
assert.equal((await client.introspect(fresh)).active, false);
await assert.rejects(client.refreshToken(fresh), { oauth2Code: 'invalid_grant' });
works('refresh, revocation');

const machine = await open({ grant_types: ['client_credentials'], response_types: [], scope: apiScope });
assert.ok((await machine.clientCredentials({ scope: [apiScope] })).accessToken);
works('client credentials');

async function open(metadata) {
  const registered = await registerClient(metadata);
  return new OAuth2Client({
    server: issuer,
    discoveryEndpoint: '/.well-known/oauth-authorization-server',
    clientId: registered.client_id,
    clientSecret: registered.client_secret,
  });
}
