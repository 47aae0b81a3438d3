// The server under test, and what the scripts here have in common.
// usage of each: node CLIENT.mjs ISSUER INITIAL_ACCESS_TOKEN
export const [issuer, initialAccessToken] = process.argv.slice(2);

/** Where the browser is sent back to; nothing is there, and nothing is ever sent there. */
export const redirectUri = 'https://client.example/callback';
export const signedOutUri = 'https://client.example/signed-out';

/** A scope of the server's own. */
export const apiScope = 'orders.read';

export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

/** Registers a client, for libraries that cannot (RFC 7591 §3). */
export async function registerClient(metadata) {
  const reply = await fetch(`${issuer}/register`, {
    method: 'POST',
    headers: { 'authorization': `Bearer ${initialAccessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ client_name: 'A client', ...metadata }),
  });
  const registered = await reply.json();
  if (reply.status !== 201)
    throw new Error(JSON.stringify(registered));
  return registered;
}

/** A key pair, and the public one as a client registers it. */
export async function newKey(algorithm) {
  const parameters = {
    ES256: { name: 'ECDSA', namedCurve: 'P-256' },
    PS256: { name: 'RSA-PSS', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
  }[algorithm];
  const { privateKey, publicKey } = await crypto.subtle.generateKey(parameters, true, ['sign', 'verify']);
  const kid = crypto.randomUUID();
  return { key: privateKey, kid, jwks: { keys: [{ ...await crypto.subtle.exportKey('jwk', publicKey), kid }] } };
}

/** The header of a JWT. */
export function headerOf(jwt) {
  return JSON.parse(Buffer.from(jwt.split('.')[0], 'base64url'));
}

/** Says what has been seen to work. */
export function works(what) {
  console.log(`works: ${what}`);
}
