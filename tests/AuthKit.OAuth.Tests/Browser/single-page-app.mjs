// The single-page app that a page of the docs prints, at an origin of its own: each line that is for a button on one, and the
// line that is for /callback there.
// usage: node single-page-app.mjs APP SERVER PICTURES PAGE
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { client as app, expectHeading, journey, newcomer, scripts as printing, server, signUp } from './journey.mjs';

const modules = new Map(Object.entries({
  'oidc-client-ts': 'oidc-client-ts/dist/esm/oidc-client-ts.js',
  'jwt-decode': 'jwt-decode/build/esm/index.js',
}).map(([name, file]) => [`/${name}`, [name, new URL(`../node_modules/${file}`, import.meta.url)]]));
const imports = Object.fromEntries([...modules].map(([path, [name]]) => [name, path]));

const printed = /```js\n(.*?)```/s.exec(readFileSync(printing, 'utf8'))[1]
  .replaceAll('https://auth.example', server)
  .replaceAll('https://app.example', app)
  .trim().split('\n');
const buttons = printed.filter(line => line.endsWith('button')).map((line, number) =>
  `document.body.append(Object.assign(document.createElement('button'), { textContent: ${JSON.stringify(/users\.(\w+)/.exec(line)[1])}, onclick: async () => { ${line}\n } }));`);
const always = printed.filter(line => !line.startsWith('await') && !line.endsWith('/callback'));
const callback = printed.filter(line => line.endsWith('/callback'));
assert.deepEqual([buttons.length, callback.length], [2, 1], 'what the page prints has changed');

const own = createServer((request, response) => {
  const { pathname } = new URL(request.url, app);
  const [, file] = modules.get(pathname) ?? [];
  if (file) {
    response.setHeader('content-type', 'text/javascript');
    response.end(readFileSync(file));
    return;
  }
  const lines = [...always, ...pathname === '/callback' ? [...callback, 'document.body.append(JSON.stringify(user.profile), user.refresh_token.length);'] : [], ...buttons];
  response.setHeader('content-type', 'text/html');
  response.end(`<!doctype html><link rel="icon" href="data:,"><script type="importmap">${JSON.stringify({ imports })}</script><script type="module">${lines.join('\n')}</script><body>`);
}).listen(new URL(app).port, '127.0.0.1');

try {
  await journey({ javaScriptEnabled: true }, async page => {
    const person = newcomer();
    await page.goto(app);
    await page.getByRole('button', { name: 'signinRedirect' }).click();
    await expectHeading(page, 'Sign in');
    await signUp(page, person);
    await expectHeading(page, 'spa would like access to your account');
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByText('"given_name":"Anna"').waitFor();
    assert.equal(new URL(page.url()).pathname, '/callback');
    await page.getByRole('button', { name: 'signoutRedirect' }).click();
    await page.waitForURL(address => address.pathname === '/' && address.origin === app);
    await page.goto(`${server}/signin`);
    await expectHeading(page, 'Sign in');
  });
} finally {
  own.close();
  own.closeAllConnections();
}
