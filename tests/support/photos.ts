// Photos made by the browser, and what is really painted of them.
import { expect, type Locator, type Page } from '@playwright/test';

export type Colour = 'red' | 'blue';

/** A photo of one colour, as a telephone would make it. */
export async function photo(page: Page, colour: Colour, width = 1600, height = 1200): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const base64 = await page.evaluate(([fill, w, h]) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h });
    const brush = canvas.getContext('2d')!;
    brush.fillStyle = fill as string;
    brush.fillRect(0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/jpeg').split(',')[1];
  }, [colour, width, height] as const);
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
}

/** The colour of a picture's middle, and its own size. */
export async function painted(picture: Locator): Promise<{ colour: Colour; width: number; height: number }> {
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
  return picture.evaluate((image: HTMLImageElement) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
    const brush = canvas.getContext('2d')!;
    brush.drawImage(image, 0, 0, 1, 1);
    const [red, , blue] = brush.getImageData(0, 0, 1, 1).data;
    return { colour: red > blue ? 'red' as const : 'blue' as const, width: image.naturalWidth, height: image.naturalHeight };
  });
}
