/** The most files with one appeal, and the most bytes of each: pictures of a phone, made smaller before they are sent. */
export const MOST_FILES = 6;
export const MOST_BYTES = 10 * 1024 * 1024;
