import antd from 'antd/es/locale/en_US.js';
import { flatten, plainLocale } from './flatten.ts';

// Those of other pages than the first stand in a folder of their own, and are fetched with their code: see en-pages.ts.
export const catalogue = flatten(import.meta.glob('../../messages/en/*.json', { eager: true, import: 'default' }));
export const locale = plainLocale(antd);
