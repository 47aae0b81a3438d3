// Every page by day and by night, on a telephone and on a desk, for people to look at; none is wider than its window.
import assert from 'node:assert/strict';
import { client, expectHeading, journey, newcomer, picture, server, signIn, signUp, startSignIn } from './journey.mjs';

const telephone = { width: 320, height: 568 };
const desk = { width: 1280, height: 800 };

for (const [colorScheme, light] of [['light', 'day'], ['dark', 'night']]) {
  for (const [viewport, screen] of [[telephone, 'telephone'], [desk, 'desk']]) {
    await journey({ colorScheme, viewport }, async page => {
      const look = async part => {
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= viewport.width, `${part} is ${width} wide in a window of ${viewport.width}`);
        await picture(page, `${part}-${light}-${screen}`);
      };
      const person = newcomer();
      await page.goto(client);
      await look('client');
      await startSignIn(page);
      await look('sign-in');
      await signIn(page, person);
      await look('sign-in-wrong');
      await page.getByRole('link', { name: 'Create an account' }).click();
      await look('sign-up');
      await page.getByLabel('Email').fill(person.email);
      await page.getByLabel('Password').fill('12345678');
      await page.getByLabel('User name').fill('a b');
      await page.getByRole('button', { name: 'Create account' }).click();
      await page.getByRole('alert').waitFor();
      await look('sign-up-wrong');
      await page.goto(`${server}/signin`);
      await signUp(page, person);
      await expectHeading(page, 'You are signed in');
      await look('signed-in');
      await page.getByRole('link', { name: 'Use another account' }).click();
      await expectHeading(page, 'Choose an account');
      await look('select-account');
      await page.goto(`${client}/sign-in`);
      await expectHeading(page, 'OAuthClient sample would like access to your account');
      await look('consent');
      await page.getByRole('button', { name: 'Allow' }).click();
      await page.getByText('The server says of you:').waitFor();
      await look('data');
      await page.goto(`${server}/device?user_code=ABCD-EFGH`);
      await look('device');
      await page.getByRole('button', { name: 'Continue' }).click();
      await look('device-wrong');
      await page.goto(`${server}/authorize?client_id=nobody`);
      await look('error');
      await page.goto(`${server}/logout`);
      await look('sign-out');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await expectHeading(page, 'You are signed out');
      await look('signed-out');
    });
  }
}
