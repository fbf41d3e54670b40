import type { ConfigProviderProps } from 'antd';

/** The sentences of one language by key. */
export type Catalogue = Readonly<Record<string, string>>;
export type Locale = NonNullable<ConfigProviderProps['locale']>;

/** Lays the rooms' files over each other into one catalogue; their keys do not overlap. */
export const flatten = (files: Record<string, unknown>): Catalogue => Object.assign({}, ...Object.values(files));

/** Ant Design's files are modules, its declarations say CommonJS: the type has one `default` more than the value. */
export const plainLocale = (module: { default: Locale }): Locale => module as unknown as Locale;
