// A new account, consent, the data; out and in again, where the wrong password does not do and consent is not asked for twice.
import assert from 'node:assert/strict';
import { allow, expectData, expectForgotten, expectNobody, journey, newcomer, picture, signIn, signOut, signUp, startSignIn } from './journey.mjs';

await journey({}, async page => {
  const person = newcomer();
  await startSignIn(page);
  await signUp(page, person);
  await allow(page, person);
  await picture(page, 'data');
  await signOut(page);
  await expectForgotten(page, person);

  await startSignIn(page);
  await signIn(page, { ...person, password: 'wrong horse 7!' });
  assert.equal(await page.getByRole('alert').innerText(), 'The name or the password is not correct.');
  assert.equal(await page.getByLabel('Email or user name').inputValue(), person.email);
  assert.equal(await page.getByLabel('Password').inputValue(), '');
  await signIn(page, { ...person, email: person.userName.toUpperCase() });
  await expectData(page, person);

  // Forgotten by the client alone: the server still knows the browser.
  await page.context().clearCookies({ name: /^client-/ });
  await page.goto(page.url());
  await expectNobody(page);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await expectData(page, person);
});
