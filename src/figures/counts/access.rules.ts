/** Whether this role is told who raised matters, and so by what enterprises numbers may be broken down. */
export const mayKnowEnterprises = (role: string): boolean =>
  role === 'supervisor' || role === 'mayor' || role === 'administrator';

/** Whether judgements that are kept from the units are heard by a role. */
export const mayHearAll = (role: string): boolean => role === 'supervisor' || role === 'mayor';
