import type { Locator, Page } from 'playwright-core';

/** What the catalog or the index knows comes with a new load of the page. */
const LOOK_MS = 20_000;

/** Picks an option of a list that opens with a button. */
export async function choose(page: Page, field: RegExp, option: RegExp) {
  await page.getByRole('button', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Waits until a text can be read on the page, and returns it. */
export async function seen(page: Page, text: string | RegExp): Promise<string> {
  const element = page.getByText(text).first();
  await element.waitFor();
  return element.innerText();
}

/**
 * Opens an address again and again until the page shows something: the catalog
 * and the search index learn of an object some time after the cluster does.
 *
 * @param timeoutMs - in all; the look that has begun by then is finished
 * @throws Error naming the address and what it does not show
 */
export async function openUntilShown(
  page: Page,
  url: string,
  what: Locator,
  timeoutMs: number,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    await page.goto(url);
    const isShown = await what
      .first()
      .waitFor({ timeout: LOOK_MS })
      .then(
        () => true,
        () => false,
      );
    if (isShown) return;
    if (Date.now() > end) throw new Error(`${url} does not show ${what}`);
  }
}

/** Opens the form of a template from the list of all. */
export async function openTemplate(
  page: Page,
  portalUrl: string,
  title: string,
) {
  await page.goto(portalUrl);
  await page.getByRole('link', { name: 'Create' }).first().click();
  // The innermost box that holds the template's title and its button.
  await page
    .locator('div')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
    .filter({ has: page.getByRole('button', { name: 'Choose' }) })
    .last()
    .getByRole('button', { name: 'Choose' })
    .click();
}

/** Fills in who owns what a form makes, and where it runs. */
export async function fillInWhere(
  page: Page,
  { name, namespace }: { name: string; namespace: string },
) {
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await choose(page, /Owner/, /Wallet team/);
  await choose(page, /Cluster/, /dev/);
  await choose(page, /Namespace/, new RegExp(namespace));
  await page.getByRole('button', { name: 'Next' }).click();
}

/** Goes from the last step of a form to the page of its proposal. */
export async function propose(page: Page) {
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('button', { name: 'Propose' }).click();
  await page.getByRole('link', { name: /See the proposal/ }).click();
  await page.getByRole('region', { name: /^Diff of/ }).waitFor();
}

/** Merges the proposal whose page is open, after the question. */
export async function merge(page: Page) {
  await page.getByRole('button', { name: 'Merge' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
}

/** Waits until a step of the proposal is done. */
export async function stepDone(page: Page, step: string, timeout: number) {
  await page
    .getByRole('listitem')
    .filter({ hasText: step })
    .filter({ hasText: 'done' })
    .waitFor({ timeout });
}

/** Opens a form as the button on an object's page does: filled in from Git. */
export async function openChangeForm(
  page: Page,
  portalUrl: string,
  template: string,
  object: { kind: string; namespace: string; name: string },
) {
  const formData = JSON.stringify({ object: { cluster: 'dev', ...object } });
  const query = new URLSearchParams({ formData });
  await page.goto(`${portalUrl}/create/templates/default/${template}?${query}`);
}
