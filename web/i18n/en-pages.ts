import { flatten } from './flatten.ts';

export const catalogue = flatten(
  import.meta.glob('../../messages/en/pages/*.json', { eager: true, import: 'default' }),
);
