/** Whether this role is suggested anything: only whoever reads every matter, as suggestions are made of all. */
export const maySuggest = (role: string): boolean => role === 'supervisor' || role === 'mayor';

/** Whether this role sees how suggestions fare, and has them learned anew: it names no matter. */
export const maySeeLessons = (role: string): boolean => role === 'administrator' || role === 'supervisor';
