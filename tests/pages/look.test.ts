// Every part of the look, on the sample pages: by day and night, at three widths, for fingers, and as our scripts move it.
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { expect, test } from '../support/gallery';

const pages = ['accueil', 'accueil-vide', 'evenement', 'evenement-grand', 'gestion', 'invitations', 'visiteur', 'bienvenue', 'creation', 'compte', 'pieces'];
const FINGER = 44; // CSS pixels

for (const name of pages) {
  test(`${name}: no axe violation, no sideways scroll`, async ({ sample }) => {
    const page = await sample(name);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
  });

  test(`${name}: whatever stands alone is large enough for a finger`, async ({ sample }) => {
    const page = await sample(name);
    await page.setViewportSize({ width: 390, height: 844 });
    const small = await page.evaluate((finger) => {
      const shown = (e: Element) => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
      const place = (e: Element) => (e.closest('label') ?? e).getBoundingClientRect(); // a box is pressed by its label
      return [...document.querySelectorAll('a, button, summary, select, input:not([type=hidden])')]
        .filter((e) => shown(e) && !e.closest('.skip, p:not(.back), td, dd, .prose, .summary'))
        .filter((e) => place(e).height < finger - 0.5)
        .map((e) => `${e.outerHTML.slice(0, 90)} ${place(e).height}`);
    }, FINGER);
    expect(small).toEqual([]);
  });
}

for (const accent of ['brique', 'foret', 'azur', 'prune']) {
  test(`the accent «${accent}» can be read everywhere, by day and by night`, async ({ sample }) => {
    const page = await sample('pieces');
    await page.evaluate((name) => document.documentElement.setAttribute('data-accent', name), accent);
    await expectNoAxeViolations(page);
  });
}

test('the gauge stays on one row', async ({ sample }) => {
  const page = await sample('pieces');
  await page.setViewportSize({ width: 390, height: 844 });
  const box = await page.locator('#gauge-forty .places').boundingBox();
  expect(box!.width).toBeLessThanOrEqual(358);
  expect(box!.height).toBeLessThan(30);
});

test('tabs that hide something fade at that edge, and the current one is in view', async ({ sample }) => {
  const page = await sample('gestion');
  await page.setViewportSize({ width: 390, height: 844 });
  const tabs = page.getByRole('navigation', { name: 'Gestion de la section' });
  await expect(tabs).toHaveClass(/hides-right/);
  await expect(tabs.getByText('Membres')).toBeInViewport();
  await tabs.evaluate((row) => row.scrollTo(9999, 0));
  await expect(tabs).not.toHaveClass(/hides-right/);
  await expect(tabs).toHaveClass(/hides-left/);
});

test('S08 ticked rows are counted, all at once or by range, and all pages can be taken', async ({ sample }) => {
  const page = await sample('gestion');
  const words = page.locator('.selected .words');
  const boxes = page.getByRole('checkbox', { name: /^Choisir (?!toute)/ });
  await expect(words).toHaveText('2 personnes choisies');
  await expect(page.getByText('Prendre les 28')).toBeHidden();
  await page.getByRole('checkbox', { name: 'Choisir toute la page' }).check();
  await expect(words).toHaveText('7 personnes choisies');
  await page.getByText('Prendre les 28').click();
  await expect(page.locator('input[name=all]')).toBeChecked();
  await page.getByText('Prendre les 28').click();
  await page.getByRole('checkbox', { name: 'Choisir toute la page' }).uncheck();
  await expect(page.locator('.selected')).toBeHidden();
  await boxes.nth(1).check();
  await boxes.nth(4).click({ modifiers: ['Shift'] });
  await expect(words).toHaveText('4 personnes choisies');
});

test('E03 a postcode writes its only city, or proposes several', async ({ sample }) => {
  const page = await sample('creation');
  await page.route('**/communes?*', (route) => {
    const several = [{ code: '25395', name: 'Mérey-sous-Montrond' }, { code: '25542', name: 'Saules' }];
    return route.fulfill({ json: route.request().url().endsWith('25580') ? several : [{ code: '75107', name: 'Paris 7e' }] });
  });
  await page.getByRole('textbox', { name: 'Code postal' }).fill('75007');
  await expect(page.getByRole('textbox', { name: 'Ville' })).toHaveValue('Paris 7e');
  await page.getByRole('textbox', { name: 'Code postal' }).fill('25580');
  await page.getByRole('button', { name: 'Saules' }).click();
  await expect(page.getByRole('textbox', { name: 'Ville' })).toHaveValue('Saules');
  await expect(page.getByRole('group', { name: 'Communes de ce code postal' })).toBeHidden();
});

test('A04 the strength of a password is told while it is typed, and it can be read', async ({ sample }) => {
  const page = await sample('bienvenue');
  await page.route('**/mot-de-passe/force', (route) => {
    const sent = new URLSearchParams(route.request().postData() ?? '');
    return route.fulfill({ json: { score: sent.get('csrf') === 'jeton' ? 3 : 0, words: `${sent.get('password')!.length} signes, c’est solide.` } });
  });
  const password = page.getByLabel('Mot de passe', { exact: false }).first();
  await password.pressSequentially('quatre mots');
  await expect(page.getByText('11 signes, c’est solide.')).toBeVisible();
  await expect(page.locator('.strength')).toHaveAttribute('data-score', '3');
  await page.getByRole('button', { name: 'Montrer le mot de passe' }).first().click();
  await expect(password).toHaveAttribute('type', 'text');
});

test('a form is sent once, however often its button is pressed', async ({ sample }) => {
  const page = await sample('evenement');
  let sent = 0;
  await page.route('**/reponse', async (route) => {
    sent += 1;
    await new Promise((wait) => setTimeout(wait, 300));
    await route.fulfill({ status: 422, contentType: 'text/html', body: '<h1>Encore</h1>' });
  });
  await page.getByRole('button', { name: 'Peut-être' }).dblclick();
  await page.waitForTimeout(600);
  expect(sent).toBe(1);
});

test('what cannot be undone is asked first, in a dialog of the page', async ({ sample }) => {
  const page = await sample('evenement');
  let sent = 0;
  await page.route('**/annuler', (route) => {
    sent += 1;
    return route.fulfill({ status: 422, contentType: 'text/html', body: '<h1>Non</h1>' });
  });
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Annuler l’événement' }).click();
  await expect(dialog).toContainText('prévenir les 9 personnes');
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(sent).toBe(0);
  await page.getByRole('button', { name: 'Annuler l’événement' }).click();
  await dialog.getByRole('button', { name: 'Oui' }).click();
  await expect.poll(() => sent).toBe(1);
});

test('«Plus» holds on a phone what the bar has no room for', async ({ sample }) => {
  const page = await sample('accueil');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByText('Plus', { exact: true }).click();
  await expect(page.getByRole('link', { name: 'Mes coopains 1 demande' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Tout le PS' })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Tout le PS' })).toBeHidden();
});

test('flash lines are closed by hand', async ({ sample }) => {
  const page = await sample('accueil-vide');
  await page.getByRole('button', { name: 'Fermer ce message' }).first().click();
  await expect(page.getByText('Bienvenue, Inès')).toBeHidden();
  await expect(page.getByText('Ta photo n’a pas pu être lue')).toBeVisible();
});

test('C04 the live connection changes the page, and comes back where it was cut', async ({ page, sample }) => {
  const opened: string[] = [];
  await page.routeWebSocket(/\/vif/, (socket) => {
    opened.push(socket.url());
    const id = opened.length * 10;
    socket.send(`${id}\n<turbo-stream action="update" targets=".count-messages"><template>${id}</template></turbo-stream>`);
    if (opened.length === 1) setTimeout(() => socket.close(), 200);
  });
  await sample('direct');
  await expect(page.locator('.remote > .keys .count-messages')).toHaveText('10');
  await expect(page.locator('.remote > .keys .count-messages')).toHaveText('20', { timeout: 10_000 });
  expect(opened[0]).toContain('/vif?topics=evenement-12');
  expect(opened[1]).toContain('since=10');
});

test('C04 a live change leaves the focus where one has gone meanwhile', async ({ page, sample }) => {
  let send = (_: string) => {};
  await page.routeWebSocket(/\/vif/, (socket) => { send = (text) => socket.send(text); socket.send('1\n<turbo-stream action="update" targets=".count-messages"><template>1</template></turbo-stream>'); });
  await sample('direct');
  const counter = page.locator('.remote > .keys .count-messages');
  await expect(counter).toHaveText('1');
  await page.evaluate(() => {
    const [first, second] = ['premier', 'second'].map((id) => Object.assign(document.createElement('input'), { id }));
    document.querySelector('main')!.append(first!, second!);
    first!.focus();
    document.addEventListener('turbo:before-stream-render', () => second!.focus(), { once: true });
  });
  send('2\n<turbo-stream action="update" targets=".count-messages"><template>2</template></turbo-stream>');
  await expect(counter).toHaveText('2');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await expect(page.locator('#second')).toBeFocused();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('dialogs, «Plus» and the bar of ticked rows still serve', async ({ sample }) => {
    const page = await sample('pieces');
    await page.getByText('Écrire un mot').click();
    await expect(page.getByLabel('Message')).toBeVisible();
    await sample('gestion');
    await expect(page.getByText('Avec les lignes cochées')).toBeVisible();
    await expect(page.getByText('Prendre les 28')).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByText('Plus', { exact: true }).click();
    await expect(page.getByRole('link', { name: 'Tout le PS' })).toBeVisible();
  });
});
