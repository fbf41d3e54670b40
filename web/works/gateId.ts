/** By which a gate is found on the page of its matter. */
export const gateId = (gate: string): string => `gate-${gate}`;
