// Every part of the account page: what is saved is there, what is wrong is said, and a recovery code is found where a phone is not.
// usage: node account.mjs HOST PICTURES scripts|no-scripts
import assert from 'node:assert/strict';
import { advance, button, code, expectAccessible, expectHeading, host, mail, more, newcomer, part, signIn, signOut, signUp, visit } from './chromium.mjs';

const javaScriptEnabled = more[0] !== 'no-scripts';
const check = (page, name) => javaScriptEnabled ? expectAccessible(page, name) : null;

await visit({ javaScriptEnabled }, async page => {
  const person = newcomer();
  await signUp(page, person);
  await page.goto(`${host}/signin`);
  await page.getByRole('link', { name: 'Your account' }).click();
  await expectHeading(page, 'Your account');
  await check(page, 'list');

  await page.getByRole('link', { name: /^Profile/ }).click();
  await page.getByLabel('Full name').fill('Anna Nguyễn');
  await button(page, 'save').click();
  await page.getByRole('status').filter({ hasText: 'Your changes have been saved.' }).waitFor();
  assert.equal(await page.getByLabel('Full name').inputValue(), 'Anna Nguyễn');
  await page.getByRole('link', { name: 'Back to your account' }).click();

  await page.getByRole('link', { name: /^Password/ }).click();
  await page.getByLabel('Current password').fill('wrong horse 7!');
  await page.getByLabel('New password').fill('another horse 8!');
  await button(page, 'change').click();
  await page.getByText('The password is not correct.').waitFor();
  assert.equal(await page.getByLabel('Current password').getAttribute('aria-invalid'), 'true');
  await check(page, 'password, wrong');
  await page.getByLabel('Current password').fill(person.password);
  await page.getByLabel('New password').fill('another horse 8!');
  await button(page, 'change').click();
  await page.getByText('Your password has been changed.').waitFor();
  person.password = 'another horse 8!';

  // A second step, set up after a proof, for the last is long ago.
  await advance(11);
  await page.goto(part('two-step'));
  await button(page, 'begin').click();
  await expectHeading(page, 'Confirm that it is you');
  await check(page, 'proof');
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Continue' }).click();
  const secret = await page.locator('.secret code').innerText();
  assert.ok(await page.getByRole('img', { name: 'The key below as a QR code' }).evaluate(image => image.complete && image.naturalWidth > 0), 'the image is not shown');
  await check(page, 'enrolment');
  await page.getByLabel('Code').fill('000000');
  await button(page, 'confirm').click();
  await page.getByText('This code is not correct').waitFor();
  await page.getByLabel('Code').fill(await code(secret));
  await button(page, 'confirm').click();
  await page.locator('.secret li').nth(9).waitFor();
  const codes = await page.locator('.secret li').allInnerTexts();
  assert.equal(codes.length, 10);
  await check(page, 'recovery codes');

  // The phone is not at hand.
  await signOut(page);
  await page.goto(`${host}/my-account`);
  await signIn(page, person);
  await expectHeading(page, 'One more step');
  await check(page, 'second factor');
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(codes[0]);
  await page.getByLabel('Do not ask again on this device for a while').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expectHeading(page, 'Your account');
  await page.goto(part('two-step'));
  await page.getByText('Chrome on Linux').first().waitFor();
  await check(page, 'two-step');
  await button(page, 'forget').click();
  await page.getByText('The device will be asked for a code again.').waitFor();

  // Another proof than a password, where there is one: a code. Then it is all off.
  await advance(11);
  await page.goto(part('passkeys'));
  await button(page, 'add').click();
  await expectHeading(page, 'Confirm that it is you');
  await page.getByRole('button', { name: 'Use your authenticator app' }).click();
  await page.getByLabel('Code').fill(await code(secret));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expectHeading(page, 'Passkeys');
  if (!javaScriptEnabled)
    await page.getByText('Passkeys need a browser that knows them').waitFor();
  await page.goto(part('two-step'));
  await page.locator('form:has(input[value=remove])').getByLabel('Code of the app, or a recovery code').fill(codes[1].toUpperCase());
  await button(page, 'remove').click();
  await page.getByText('Two-step sign-in has been turned off.').waitFor();

  await page.goto(part('email'));
  await page.getByLabel('New email address').fill(`new.${person.email}`);
  await page.getByLabel('Current password').fill(person.password);
  await button(page, 'change').click();
  await page.getByText('a link is on its way to it').waitFor();
  await check(page, 'email');
  let text = await mail();
  while (!text.includes('/confirm-email'))
    text = await mail();
  const link = new URL(text.match(/^https?:\S+/m)[0]);
  await page.goto(`${host}${link.pathname}${link.search}`);
  await check(page, 'confirm-email');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.goto(part('email'));
  await page.getByText(`new.${person.email}`).waitFor();
});
