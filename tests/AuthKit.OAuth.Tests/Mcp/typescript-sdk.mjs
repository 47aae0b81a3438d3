// The official TypeScript SDK as a client, its own OAuth client included: from an address alone to a tool call.
// usage: node typescript-sdk.mjs SERVER
import assert from 'node:assert/strict';
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Person } from '../Clients/person.mjs';
import { issuer, works } from '../Clients/server.mjs';

const address = new URL(`${issuer}/mcp`);
const person = await Person.register();

// What a host of the SDK keeps for its user.
const kept = {};
const asked = [];
const provider = {
  redirectUrl: 'http://localhost:43110/callback',
  clientMetadata: { client_name: 'TypeScript SDK', redirect_uris: ['http://localhost:43110/callback'], token_endpoint_auth_method: 'none', grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'] },
  state: () => 'a state',
  clientInformation: () => kept.client,
  saveClientInformation: client => { kept.client = client; },
  tokens: () => kept.tokens,
  saveTokens: tokens => { kept.tokens = tokens; },
  codeVerifier: () => kept.verifier,
  saveCodeVerifier: verifier => { kept.verifier = verifier; },
  redirectToAuthorization: url => { asked.push(url); },
};

await assert.rejects(connect(), UnauthorizedError);
works('protected resource metadata, authorization server metadata, dynamic registration');

const request = asked.pop();
assert.deepEqual([request.searchParams.get('resource'), request.searchParams.get('scope'), request.searchParams.get('code_challenge_method')], [address.href, 'mcp:tools', 'S256']);
const callback = await person.authorize(request);
assert.deepEqual([callback.searchParams.get('state'), callback.searchParams.get('iss')], ['a state', issuer]);
await new StreamableHTTPClientTransport(address, { authProvider: provider }).finishAuth(callback.searchParams.get('code'));
assert.equal(claimsOf(kept.tokens.access_token).aud, address.href);
works('code, PKCE, iss, a token for the server');

await useTools();
works('tool calls');

kept.tokens = { ...kept.tokens, access_token: 'no longer good' };
await useTools();
assert.equal(claimsOf(kept.tokens.access_token).aud, address.href);
assert.deepEqual(asked, []);
works('refresh, where the access token is no longer good');

async function connect() {
  const client = new Client({ name: 'typescript-sdk', version: '1.0.0' });
  await client.connect(new StreamableHTTPClientTransport(address, { authProvider: provider }));
  return client;
}

async function useTools() {
  const client = await connect();
  assert.deepEqual((await client.listTools()).tools.map(tool => tool.name).sort(), ['add_note', 'list_notes']);
  await client.callTool({ name: 'add_note', arguments: { text: 'buy milk' } });
  const notes = await client.callTool({ name: 'list_notes', arguments: {} });
  assert.match(notes.content[0].text, /^buy milk/);
  await client.close();
}

function claimsOf(jwt) {
  return JSON.parse(Buffer.from(jwt.split('.')[1], 'base64url'));
}
