import type { ComponentProps } from 'react';
import { ActHelp } from '../../../acts/help/ActHelp.tsx';
import type { HelpKind } from '../../../acts/help/kinds.ts';
import { AskForm } from '../../../frame/AskForm.tsx';

type Props = Omit<ComponentProps<typeof AskForm>, 'beside'> & {
  /** The act, by the kind under which the ledger keeps it; its help stands beside the buttons. */
  kind: HelpKind;
};

/** One act on the register, asked in its place on the page: what will follow, the fields, do it or not. */
export const RegisterForm = ({ kind, level = 3, ...asked }: Props) => (
  <AskForm {...asked} level={level} beside={<ActHelp kind={kind} />} />
);

/** A field's text without spaces at its ends. */
export const typed = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};
