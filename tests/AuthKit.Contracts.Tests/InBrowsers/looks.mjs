// Every page of the features, on a telephone and on a desk, for people to look at; none is wider than its window, and axe-core finds nothing.
// usage: node looks.mjs HOST PICTURES en|vi light|dark
import assert from 'node:assert/strict';
import { advance, authenticator, button, code, expectAccessible, host, mail, more, newcomer, part, picture, signIn, signOut, signUp, visit } from './chromium.mjs';

const [locale, colorScheme] = more;

for (const [viewport, screen] of [[{ width: 320, height: 568 }, '320'], [{ width: 1280, height: 800 }, '1280']]) {
  await visit({ locale, colorScheme, viewport }, async page => {
    const look = async name => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= viewport.width, `${name} is ${width} wide in a window of ${viewport.width}`);
      await expectAccessible(page, name);
      await picture(page, `${name}-${locale}-${colorScheme}-${screen}`);
    };
    const mailed = async what => {
      for (;;) {
        const link = (await mail()).match(/^https?:\S+/m)?.[0];
        if (link?.includes(what))
          return `${host}${new URL(link).pathname}${new URL(link).search}`;
      }
    };
    const prove = async password => {
      await page.locator('[name=proof_password]').fill(password);
      await page.locator('main form button').first().click();
    };
    const person = newcomer();
    const device = await authenticator(page);
    await device.attend(false);
    await page.goto(`${host}/signin`);
    await page.locator('[data-key]:not([hidden])').waitFor();
    await look('sign-in');
    await page.goto(`${host}/mailed-code`);
    await look('mailed-code-address');
    await signUp(page, person);
    await look('signed-in');
    await page.goto(await mailed('/confirm-email'));
    await look('confirm-email');
    await page.goto(`${host}/confirm-email`);
    await look('confirm-email-again');

    await page.goto(`${host}/my-account`);
    await look('account');
    await page.goto(part('profile'));
    await look('account-profile');
    await button(page, 'save').click();
    await page.getByRole('status').waitFor();
    await look('account-saved');
    await page.goto(part('password'));
    await look('account-password');
    await page.locator('[name=currentPassword]').fill('wrong horse 7!');
    await page.locator('[name=newPassword]').fill('another horse 8!');
    await button(page, 'change').click();
    await page.getByRole('alert').waitFor();
    await look('account-password-wrong');
    await page.goto(part('email'));
    await look('account-email');
    await page.goto(part('two-step'));
    await look('account-two-step-off');
    await advance(11);
    await button(page, 'begin').click();
    await page.locator('[name=proof_password]').waitFor();
    await look('account-proof');
    await prove(person.password);
    const secret = await page.locator('.secret code').innerText();
    await look('account-two-step-set-up');
    await page.locator('[name=code]').fill(await code(secret));
    await button(page, 'confirm').click();
    await page.locator('.secret li').nth(9).waitFor();
    const [recovery] = await page.locator('.secret li').allInnerTexts();
    await look('account-recovery-codes');

    await advance(1);
    await signOut(page);
    await page.goto(`${host}/my-account`);
    await signIn(page, person);
    await page.locator('[name=code]').waitFor();
    await look('second-factor');
    await page.locator('button[value=recovery_code]').click();
    await look('second-factor-recovery');
    await page.locator('[name=code]').fill('aaaaa-aaaaa');
    await page.locator('main form button').first().click();
    await page.getByRole('alert').waitFor();
    await look('second-factor-wrong');
    await page.locator('[name=code]').fill(recovery);
    await page.locator('[name=trust_device]').check();
    await page.locator('main form button').first().click();
    await page.goto(part('two-step'));
    await look('account-two-step');

    await page.goto(part('passkeys'));
    await look('account-passkeys-none');
    await button(page, 'add').click();
    await page.locator('[data-new]:not([hidden])').waitFor();
    await look('account-passkey-new');
    await device.attend(true);
    await page.locator('[name=name]').fill('iPhone của Anna');
    await button(page, 'make').click();
    await page.getByRole('status').waitFor();
    for (const summary of await page.locator('summary').all())
      await summary.click();
    await look('account-passkeys');
    await device.attend(false);

    await advance(31);
    await page.goto(part('passkeys'));
    await button(page, 'add').click();
    await page.locator('button[name=proof_other]').first().waitFor();
    await look('account-proof-choices');

    await signOut(page);
    await page.goto(`${host}/mailed-code?again=yes`);
    await page.locator('[name=email]').fill(person.email);
    await page.locator('main form button').first().click();
    await page.locator('[name=code]').waitFor();
    await look('mailed-code');
    await page.goto(`${host}/mailed-code?request=other&code=123456`);
    await look('mailed-code-elsewhere');
  });
}
