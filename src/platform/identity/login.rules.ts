/** Whether a text can be a login: a lower-case letter, then such letters, digits, dots, underscores or hyphens. */
export const isLogin = (text: string): boolean => /^[a-z][a-z0-9._-]{1,63}$/u.test(text);
