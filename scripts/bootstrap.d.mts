export const ROOT: string;
export function continueWith(entry: string, args?: readonly string[]): void;
export function install(): void;
export function npm(args: readonly string[], cwd: string): number;
export function note(text: string): void;
