import { languageOf, type Language } from '../i18n/index.ts';

/** What of a request says what its sender reads. */
type Asked = {
  readonly cookies?: Readonly<Record<string, string | undefined>>;
  readonly headers: { readonly 'accept-language'?: string | undefined };
};

/** The language of whoever sends this: the one chosen on the page, else the one that their browser asks for. */
export const languageIn = ({ cookies, headers }: Asked): Language =>
  languageOf(cookies?.['lang'], headers['accept-language']);
