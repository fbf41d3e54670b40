const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The first of these wishes (`en-GB`, `zh_CN.UTF-8`) that we speak, else Chinese. */
export function languageAmong(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const found = LANGUAGES.find((language) => wish?.trim().toLowerCase().startsWith(language));
    if (found) return found;
  }
  return 'zh';
}
