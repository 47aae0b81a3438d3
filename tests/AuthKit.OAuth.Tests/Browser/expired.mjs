// A form whose cookie is gone by the time it is sent says so, and its way to start over leads on.
import { allow, expectHeading, journey, newcomer, picture, signIn, signUp, startSignIn } from './journey.mjs';

await journey({}, async (page, context) => {
  const person = newcomer();
  await startSignIn(page);
  await context.clearCookies({ name: /authkit\.csrf/ });
  await signIn(page, person);
  await expectHeading(page, 'This page has expired');
  await picture(page, 'page');

  await page.getByRole('link', { name: 'Start over' }).click();
  await expectHeading(page, 'Sign in');
  await signUp(page, person);
  await allow(page, person);
});
