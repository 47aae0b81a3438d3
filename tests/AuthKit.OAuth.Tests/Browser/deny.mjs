// Whoever denies is back at the client, which learns nothing but that; it may ask again.
import { allow, expectHeading, client, journey, newcomer, picture, signUp, startSignIn } from './journey.mjs';

await journey({}, async page => {
  const person = newcomer();
  await startSignIn(page);
  await signUp(page, person);
  await expectHeading(page, 'OAuthClient sample would like access to your account');
  await picture(page, 'consent');
  await page.getByRole('button', { name: 'Deny' }).click();
  await page.getByRole('alert').getByText('access_denied').waitFor();
  await picture(page, 'denied');

  await page.goto(client);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await allow(page, person);
});
