// The name first: the page that follows is the same whether there is an account or not.
import assert from 'node:assert/strict';
import { expectAccessible, expectHeading, host, newcomer, signOut, signUp, visit } from './chromium.mjs';

await visit({}, async page => {
  const person = newcomer();
  await signUp(page, person);
  await signOut(page);
  const known = await nameAsync(page, person.email);
  const unknown = await nameAsync(page, 'nobody@example.com');
  assert.equal(comparable(unknown, 'nobody@example.com'), comparable(known, person.email));
  await expectAccessible(page, 'password');

  await page.getByRole('link', { name: 'Use another name' }).click();
  await page.getByRole('button', { name: 'Continue' }).waitFor();
  await nameAsync(page, person.email);
  await page.getByLabel('Password').fill('wrong horse 7!');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('alert').filter({ hasText: 'The name or the password is not correct.' }).waitFor();
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectHeading(page, 'You are signed in');
});

async function nameAsync(page, name) {
  await page.goto(`${host}/signin`);
  assert.equal(await page.locator('#password').count(), 0, 'the password is asked for at once');
  await page.getByLabel('Email or user name').fill(name);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Password').waitFor();
  return page.content();
}

// But for the name, the form's token and the challenge, which differ from view to view.
function comparable(html, name) {
  return html.replaceAll(name, 'NAME').replaceAll(/(__RequestVerificationToken" value=")[^"]*/g, '$1').replaceAll(/(challenge&quot;:&quot;).*?(&quot;)/g, '$1$2').replaceAll(/data-key="[^"]*"/g, '');
}
