// A person with a browser that knows HTML's forms, redirects and cookies, and nothing else: how the scripts here sign in.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { issuer } from './server.mjs';

export class Person {
  email = `anna.${randomUUID()}@example.com`;
  password = 'correct horse 7!';
  #cookies = new Map();

  static async register() {
    const person = new Person();
    const reply = await fetch(`${issuer}/register_user`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: person.email, password: person.password, firstname: 'Anna', lastname: 'Nguyễn', phone: '+84 24 3825 2452' }),
    });
    assert.equal(reply.status, 200, await reply.text());
    return person;
  }

  /** Signs in where asked to, allows what is asked for, and stops at the client's address. */
  async authorize(address) {
    return await this.#visit(address, () => ({ decision: 'allow' }));
  }

  /** As above, but denies. */
  async refuse(address) {
    return await this.#visit(address, () => ({ decision: 'deny' }));
  }

  /** Lets the device in whose code stands in the address. */
  async connect(address) {
    return await this.#visit(address, fields => fields.has('decision') ? { decision: 'allow' } : {});
  }

  async signOut(address) {
    return await this.#visit(address, () => ({}));
  }

  async #visit(address, answer) {
    let page = await this.#get(new URL(address));
    while (page.form) {
      const { action, fields } = page.form;
      const filledIn = fields.has('password') ? { identifier: this.email, password: this.password } : answer(fields);
      page = await this.#post(new URL(action, page.address), { ...Object.fromEntries(fields), ...filledIn });
    }
    return page.address;
  }

  async #post(address, fields) {
    return await this.#follow(address, await this.#fetch(address, { method: 'POST', body: new URLSearchParams(fields) }));
  }

  async #get(address) {
    return address.origin === new URL(issuer).origin ? await this.#follow(address, await this.#fetch(address, {})) : { address };
  }

  async #follow(address, reply) {
    const location = reply.headers.get('location');
    if (location)
      return await this.#get(new URL(location, address));
    const html = await reply.text();
    assert.equal(reply.status, 200, html.replace(/<style>.*?<\/style>/s, ''));
    return { address, form: readForm(html) };
  }

  async #fetch(address, init) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(address, { ...init, redirect: 'manual', headers: { cookie } });
    for (const [, name, value] of reply.headers.getSetCookie().map(line => /^([^=]+)=([^;]*)/.exec(line)))
      this.#cookies.set(name, value);
    return reply;
  }
}

function readForm(html) {
  const form = /<form method="post" action="([^"]*)">(.*?)<\/form>/s.exec(html);
  if (!form)
    return null;
  const controls = [...form[2].matchAll(/<(?:input|button)([^>]*)>/g)].map(([, attributes]) => [readAttribute(attributes, 'name'), readAttribute(attributes, 'value')]);
  return { action: decode(form[1]), fields: new Map(controls.filter(([name]) => name)) };
}

function readAttribute(attributes, name) {
  return decode(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
}

function decode(text) {
  const named = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replace(/&(?:#x([0-9a-f]+)|(\w+));/gi, (_, code, name) => code ? String.fromCodePoint(parseInt(code, 16)) : named[name]);
}
