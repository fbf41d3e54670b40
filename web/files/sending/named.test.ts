import { expect, test } from 'vitest';
import { named } from './named.ts';

const at = new Date('2026-03-13T06:22:33Z');
test.each([
  ['image.png', '截图 2026-03-13 142233.png', 'a screenshot gets the word and the city’s time'],
  ['image.JPG', '截图 2026-03-13 142233.jpg', 'so does a photo straight from the camera'],
  ['IMG_2041.jpg', 'IMG_2041.jpg', 'a name that says something is kept'],
  ['image of the site.png', 'image of the site.png', 'so is one that only begins so'],
])('%s becomes %s: %s', (given, name) => {
  expect(named(new File(['…'], given, { type: 'image/png' }), '截图', at)).toMatchObject({ name, type: 'image/png' });
});
