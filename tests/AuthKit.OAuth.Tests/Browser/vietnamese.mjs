// A browser that asks for Vietnamese is answered in it, all the way.
import assert from 'node:assert/strict';
import { client, expectData, expectHeading, journey, newcomer, picture } from './journey.mjs';

await journey({ locale: 'vi-VN' }, async page => {
  const person = newcomer();
  await page.goto(client);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await expectHeading(page, 'Đăng nhập');
  assert.equal(await page.locator('html').getAttribute('lang'), 'vi');
  await picture(page, 'sign-in');

  await page.getByRole('link', { name: 'Tạo tài khoản' }).click();
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Mật khẩu').fill('12345678');
  await page.getByLabel('Tên (không bắt buộc)', { exact: true }).fill('Anna');
  await page.getByLabel('Họ (không bắt buộc)', { exact: true }).fill('Nguyễn');
  await page.getByLabel('Tên đăng nhập').fill(person.userName);
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
  await page.getByRole('alert').getByText('Mật khẩu này quá phổ biến.').waitFor();
  await picture(page, 'sign-up');
  await page.getByLabel('Mật khẩu').fill(person.password);
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click();

  await expectHeading(page, 'OAuthClient sample muốn truy cập tài khoản của bạn');
  await picture(page, 'consent');
  await page.getByRole('button', { name: 'Cho phép' }).click();
  await expectData(page, person);
});
