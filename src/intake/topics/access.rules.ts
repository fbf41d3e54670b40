/** Whether this role may read hot topics: only whoever reads every matter, as topics are made of all. */
export const mayReadTopics = (role: string): boolean => role === 'supervisor' || role === 'mayor';
