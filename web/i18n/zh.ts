import antd from 'antd/es/locale/zh_CN.js';
import { flatten, plainLocale } from './flatten.ts';

// Those of other pages than the first stand in a folder of their own, and are fetched with their code: see zh-pages.ts.
export const catalogue = flatten(import.meta.glob('../../messages/zh/*.json', { eager: true, import: 'default' }));
export const locale = plainLocale(antd);
