import { expectAccessibleInBothThemes } from './axe.ts';
import { openReviewPath, settled, visit } from './screens.ts';
import { go, openSample } from './steps.ts';
import { expect, test } from './waymark.ts';

const passphrase = 'four unrelated words here';

test('an assessor signs an item off in person; an edit afterwards is told', async ({ waymark }) => {
  const page = waymark.page();
  await openSample(page);
  await go(page, 'Evidence');
  await page.getByRole('link', { name: 'Teaching on discharge letters' }).click();
  await settled(page);
  const signOff = page.getByRole('region', { name: 'In-person sign-off' });
  await expect(signOff.getByText('Nobody has signed this item off yet.')).toBeVisible();
  await signOff.getByRole('button', { name: 'Somebody signs this off in person' }).click();
  await signOff.getByRole('textbox', { name: 'Assessor’s name' }).fill('Dr Sample Assessor (invented)');
  await signOff.getByRole('textbox', { name: 'Post' }).fill('Consultant physician');
  await expectAccessibleInBothThemes(page, 'who signs off');
  await signOff.getByRole('button', { name: 'Go on' }).click();
  await signOff.getByRole('radio', { name: 'Known personally to the doctor' }).check();
  await signOff.getByRole('textbox', { name: 'Choose a signing passphrase of your own' }).fill(passphrase);
  await signOff.getByRole('textbox', { name: 'Passphrase again' }).fill(passphrase);
  await signOff.getByRole('button', { name: 'Sign this item off' }).click();
  await expect(signOff.getByText('Signed as it is now')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'signed off');

  await page.getByRole('textbox', { name: 'Title' }).fill('Teaching on discharge letters, twice');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('link', { name: 'Teaching on discharge letters, twice' }).click();
  await expect(signOff.getByText(/^The signed version of .* is kept\. It was changed since/)).toBeVisible();
  await expectAccessibleInBothThemes(page, 'changed since signed off');
});

test('a member of the panel seals the judgements of a draft', async ({ waymark }) => {
  const page = waymark.page();
  await openSample(page);
  const review = await openReviewPath(page);
  await visit(page, review);
  await page.getByRole('button', { name: /^Mark the remaining/ }).click();
  await page.getByRole('textbox', { name: 'Reason for all of them' }).fill('Outside this year’s aims.');
  await page.getByRole('button', { name: /^Mark \d+ capabilit/ }).click();
  await expect(page.getByText('14 of 14 judged')).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Steps of the review' })
    .getByRole('link', { name: 'Sign' })
    .click();
  const seals = page.getByRole('region', { name: 'Seals over the judgements' });
  await seals
    .getByRole('button', { name: /seals$/ })
    .last()
    .click();
  await seals.getByRole('radio', { name: 'Staff badge was seen' }).check();
  await seals.getByRole('textbox', { name: 'Choose a signing passphrase of your own' }).fill(passphrase);
  await seals.getByRole('textbox', { name: 'Passphrase again' }).fill(passphrase);
  await seals.getByRole('button', { name: 'Seal the judgements' }).click();
  await expect(seals.getByText('Signed as it is now')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'judgements sealed');
});
