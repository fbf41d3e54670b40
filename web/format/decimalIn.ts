/** A number as it is typed: without what only makes it easier to read, and with a plain point. */
export const decimalIn = (text: string): string => text.replace(/[。．]/gu, '.').replace(/[\s,，]/gu, '');
