/** Whether this role may ask which matters say nearly the same: only whoever reads every matter, as groups are made of all. */
export const mayReadDuplicates = (role: string): boolean => role === 'supervisor' || role === 'mayor';
