import { flatten } from './flatten.ts';

export const catalogue = flatten(
  import.meta.glob('../../messages/zh/pages/*.json', { eager: true, import: 'default' }),
);
