// The server's pages by themselves: whoever comes for no client's sake can sign up and sign out.
import { expectForgotten, expectHeading, journey, newcomer, server, signUp } from './journey.mjs';

await journey({}, async page => {
  const person = newcomer();
  await page.goto(`${server}/signin`);
  await signUp(page, person);
  await expectHeading(page, 'You are signed in');
  await page.getByText(person.email).waitFor();
  await page.getByRole('link', { name: 'Sign out' }).click();
  await expectHeading(page, 'Do you want to sign out?');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expectHeading(page, 'You are signed out');
  await expectForgotten(page, person);
});
