import antd from 'antd/es/locale/en_US.js';
import { flatten, plainLocale } from './flatten.ts';

export const catalogue = flatten(
  import.meta.glob(['../../messages/en/*.json', '!**/counter-page.json'], { eager: true, import: 'default' }),
);
export const locale = plainLocale(antd);
