// A passkey that is asked for beside the password, on a host that wants one, and by whom it is not there.
import { authenticator, button, expectHeading, host, newcomer, part, signIn, signOut, signUp, visit } from './chromium.mjs';

await visit({}, async page => {
  const person = newcomer();
  const device = await authenticator(page);
  await signUp(page, person);
  await page.goto(part('passkeys'));
  await button(page, 'add').click();
  await button(page, 'make').click();
  await page.getByText('The passkey has been added.').waitFor();
  await signOut(page);

  await device.attend(false);
  await page.goto(`${host}/signin`);
  await signIn(page, person);
  await expectHeading(page, 'One more step');
  await page.getByRole('button', { name: 'Use your passkey' }).waitFor();

  // Whoever is not verified is not let in: the authenticator says no, and the page that nothing came of it.
  await device.verify(false);
  await device.attend(true);
  await page.getByRole('button', { name: 'Use your passkey' }).click();
  await page.getByRole('alert').filter({ hasText: 'That did not work' }).waitFor();
  await device.verify(true);
  await page.getByRole('button', { name: 'Use your passkey' }).click();
  await expectHeading(page, 'You are signed in');
});
