import antd from 'antd/es/locale/zh_CN.js';
import { flatten, plainLocale } from './flatten.ts';

export const catalogue = flatten(
  import.meta.glob(['../../messages/zh/*.json', '!**/counter-page.json'], { eager: true, import: 'default' }),
);
export const locale = plainLocale(antd);
