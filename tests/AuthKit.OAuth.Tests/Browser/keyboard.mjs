// Sign-in and consent by keyboard alone: the first field has the focus, and every button says where it is.
import assert from 'node:assert/strict';
import { expectData, expectHeading, journey, newcomer, picture, signOut, signUp, startSignIn } from './journey.mjs';

await journey({}, async page => {
  const person = newcomer();
  await startSignIn(page);
  await signUp(page, person);
  await expectHeading(page, 'OAuthClient sample would like access to your account');
  await tabTo(page, 'Allow');
  await picture(page, 'focus');
  await page.keyboard.press('Enter');
  await expectData(page, person);
  await signOut(page);

  await tabTo(page, 'Sign in');
  await page.keyboard.press('Enter');
  await expectHeading(page, 'Sign in');
  await page.keyboard.type(person.userName);
  await page.keyboard.press('Tab');
  await page.keyboard.type(person.password);
  await page.keyboard.press('Tab');
  await picture(page, 'button');
  await page.keyboard.press('Enter');
  await expectData(page, person);
});

async function tabTo(page, label) {
  for (let presses = 0; presses < 10; presses++) {
    await page.keyboard.press('Tab');
    const focus = page.locator(':focus');
    if (await focus.innerText() !== label)
      continue;
    assert.notEqual(await focus.evaluate(element => getComputedStyle(element).outlineStyle), 'none', `${label} does not show that it has the focus`);
    return;
  }
  assert.fail(`${label} cannot be reached by the Tab key`);
}
