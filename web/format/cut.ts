/** The beginning of a text, with … where it goes on past so many characters. */
export function cut(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
}
