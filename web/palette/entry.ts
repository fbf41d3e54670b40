import { initials } from '../format/initials.ts';

/** The parts of the palette in their order. */
export const GROUPS = ['acts', 'found', 'views', 'units', 'people', 'pages', 'commands', 'search'] as const;
export type Group = (typeof GROUPS)[number];

/** One thing that the palette does. */
export type Entry = {
  key: string;
  group: Group;
  label: string;
  /** Beside it, quiet: a number, a title, why it is off. */
  hint?: string | undefined;
  /** Whether it is shown but cannot be done; `hint` says why. */
  off?: boolean;
  run: () => void;
};

/** Whether what was typed is part of an entry's words, or begins the initials of their pinyin, or the pinyin itself where it is known. */
export function fits(typed: string, label: string, pinyin = ''): boolean {
  const words = typed.trim().toLowerCase();
  if (!words) return true;
  if (label.toLowerCase().includes(words)) return true;
  return /^[a-z]+$/u.test(words) && (initials(label).startsWith(words) || pinyin.startsWith(words));
}
