/** What a copy is called: its key, and its name in both languages. */
export type Called = { key: string; zh: string; en: string };

/**
 * The text of a mechanism as another one's beginning: under a key and a name of its own, with numbers of its own, as no two matters of a
 * city may have the same. What stood at its head about the sample is left out; `said` takes its place.
 */
export function copied(source: string, { key, zh, en }: Called, said: string): string {
  const name = `name: { zh: ${plain(zh)}, en: ${plain(en)} }\n`;
  return `# ${said}\n${source
    .replace(/^(?:#.*\n|\s*\n)*/u, '')
    .replace(/^key:.*$/mu, `key: ${key}`)
    .replace(/^name:.*\n(?: +.*\n)*/mu, () => name)
    .replace(
      /^(number|numberWithoutRound): *(.*)$/gmu,
      (_, word: string, was: string) => `${word}: ${numbered(was, zh)}`,
    )}`;
}

/** The number of the sample with the copy's name before its year. */
function numbered(was: string, zh: string): string {
  const unquoted = was.replace(/^(['"])(.*)\1$/u, '$2');
  const rest = /[〔{].*$/u.exec(unquoted)?.[0] ?? '{n:04}';
  return plain(`${zh}${rest}`, /^[^\p{L}\p{N}]|[:#]\s|\s#|:$/u);
}

/** As it stands, or in quotes where a letter of it would mean something in the file. */
const plain = (text: string, means = /[^\p{L}\p{N} ·（）-]/u): string =>
  means.test(text) || /^[\s-]|\s$/u.test(text) || /^(?:true|false|null|[\d.]+)$/iu.test(text)
    ? JSON.stringify(text)
    : text;
