// The account page by keyboard alone: what opens is opened, what is pressed is pressed, and each says that it has the focus.
import assert from 'node:assert/strict';
import { authenticator, expectHeading, host, newcomer, part, signUp, visit } from './chromium.mjs';

await visit({}, async page => {
  await authenticator(page);
  await signUp(page, newcomer());
  await page.goto(`${host}/my-account`);
  await tabTo(page, 'Passkeys');
  await page.keyboard.press('Enter');
  await expectHeading(page, 'Passkeys');
  await tabTo(page, 'Add a passkey');
  await page.keyboard.press('Enter');
  await page.getByLabel('Name').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('By keys');
  await tabTo(page, 'Make the passkey');
  await page.keyboard.press('Enter');
  await page.getByText('The passkey has been added.').waitFor();
  await tabTo(page, 'Rename');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Renamed');
  await page.keyboard.press('Enter');
  await page.getByText('Your changes have been saved.').waitFor();
  await page.locator('.title', { hasText: 'Renamed' }).waitFor();
  await page.goto(part('profile'));
  await tabTo(page, 'Back to your account');
  await page.keyboard.press('Enter');
  await expectHeading(page, 'Your account');
});

async function tabTo(page, label) {
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab');
    const focus = page.locator(':focus');
    if (await focus.count() === 0 || !(await focus.innerText()).trim().startsWith(label))
      continue;
    assert.notEqual(await focus.evaluate(element => getComputedStyle(element).outlineStyle), 'none', `${label} does not show that it has the focus`);
    return;
  }
  assert.fail(`${label} cannot be reached by the Tab key`);
}
