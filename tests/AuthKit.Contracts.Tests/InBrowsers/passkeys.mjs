// A passkey's life: made on the account page, used by the button, offered in the field for a name, renamed, removed and refused.
import assert from 'node:assert/strict';
import { advance, authenticator, button, expectHeading, host, newcomer, part, picture, signOut, signUp, visit } from './chromium.mjs';

await visit({}, async page => {
  const person = newcomer();
  const device = await authenticator(page);
  await signUp(page, person);

  // What was proved at sign-up is long ago.
  await advance(11);
  await page.goto(part('passkeys'));
  await button(page, 'add').click();
  await expectHeading(page, 'Confirm that it is you');
  await page.getByLabel('Password').fill('wrong horse 7!');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('alert').filter({ hasText: 'The password is not correct.' }).waitFor();
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Name').fill('My laptop');
  await button(page, 'make').click();
  await page.getByText('The passkey has been added.').waitFor();
  await page.getByText('My laptop').first().waitFor();
  const [key] = await device.keys();
  assert.ok(key.isResidentCredential && key.rpId === 'localhost' && key.userHandle.length > 0, JSON.stringify(key));

  // An authenticator that has one makes no other, and the page says that nothing came of it.
  await button(page, 'add').click();
  await button(page, 'make').click();
  await page.getByRole('alert').filter({ hasText: 'That did not work' }).waitFor();
  await picture(page, 'second');

  // By the button, with nobody touching the authenticator before.
  await signOut(page);
  await device.attend(false);
  await page.goto(`${host}/signin`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await device.attend(true);
  await expectHeading(page, 'You are signed in');
  await page.getByText(person.email).waitFor();

  // Offered by the browser in the field for a name (conditional mediation): the virtual authenticator chooses at once.
  await signOut(page);
  await page.goto(`${host}/signin`);
  await expectHeading(page, 'You are signed in');

  // As it is called, and gone.
  await advance(11);
  await page.goto(part('passkeys'));
  await page.getByText('Last used on 2026-01-01').waitFor();
  await page.locator('summary', { hasText: 'Rename' }).click();
  await page.getByLabel('Name').fill('Old laptop');
  await button(page, 'rename').click();
  await page.getByText('Your changes have been saved.').waitFor();
  await page.locator('.title', { hasText: 'Old laptop' }).waitFor();
  await page.locator('summary', { hasText: 'Remove' }).click();
  await button(page, 'remove').click();
  await expectHeading(page, 'Confirm that it is you');
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('The passkey has been removed.').waitFor();
  await page.getByText('You have no passkeys yet.').waitFor();

  await signOut(page);
  await device.attend(false);
  await page.goto(`${host}/signin`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await device.attend(true);
  await page.getByRole('alert').filter({ hasText: 'This passkey was not accepted.' }).waitFor();
  assert.equal((await device.keys()).length, 1, 'the authenticator has it still');
});
