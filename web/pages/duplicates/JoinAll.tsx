import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { DuplicateMatter } from '../../../src/intake/duplicates/contract.ts';
import type { ActReceipt } from '../../../src/matters/contract.ts';
import { uuidv7 } from '../../act-id.ts';
import { api } from '../../api.ts';
import { announce } from '../../frame/announce.ts';
import { Button } from '../../frame/Button.tsx';
import { useT } from '../../i18n/language.tsx';
import { actedHere } from '../../live/own.ts';
import { faultText } from '../../problems/faultText.ts';

type Props = { main: DuplicateMatter; others: readonly DuplicateMatter[]; onDone: () => void };

/** Joins all others of a group to one, each by an act of its own, once somebody has said yes to how many and to which. */
export function JoinAll({ main, others, onDone }: Props) {
  const t = useT();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const sure = useRef<HTMLSpanElement>(null);
  // The button that asked is gone: whoever walks with the keyboard is where the answer is.
  useEffect(() => {
    if (asking) sure.current?.querySelector('button')?.focus();
  }, [asking]);
  const able = others.filter(({ unable }) => unable === null);
  const into = main.row.number;
  const answered = main.row.phase === 'answered';
  const join = useMutation({
    mutationFn: async () => {
      // One after another: each takes the lock of the one that they go on in.
      for (const [done, { row }] of able.entries()) {
        const act = { id: uuidv7(), kind: 'join', given: { into, ...(answered ? { sure: true } : {}) }, seen: row.seq };
        try {
          const { matter, seq } = await api.act<ActReceipt>(`/api/matters/${row.id}/acts`, act);
          actedHere(matter, seq);
        } catch (error) {
          const fault = { number: row.number, n: done, why: faultText(t, error) };
          throw new Error(t('duplicates.join-all-stopped', fault), { cause: error });
        }
      }
    },
    onSuccess: () => announce(t('duplicates.join-all-done', { n: able.length, into })),
    onError: ({ message }) => announce(message, 'fault'),
    onSettled: async () => {
      setAsking(false);
      for (const key of ['workbench', 'ledger', 'figures', 'matter'])
        void queries.invalidateQueries({ queryKey: [key] });
      await queries.invalidateQueries({ queryKey: ['duplicates'] });
      onDone();
    },
  });
  if (able.length < 2) return null;
  if (!asking)
    return (
      <Button
        size="small"
        aria-label={t('duplicates.join-all-of', { n: able.length, into })}
        onClick={() => setAsking(true)}
      >
        {t('duplicates.join-all', { n: able.length })}
      </Button>
    );
  return (
    <span ref={sure}>
      {t('duplicates.join-all-sure', { n: able.length, into })} {answered && `${t('duplicates.join-all-answered')} `}
      <Button size="small" type="primary" loading={join.isPending} onClick={() => join.mutate()}>
        {t('duplicates.join-all-yes')}
      </Button>{' '}
      <Button size="small" disabled={join.isPending} onClick={() => setAsking(false)}>
        {t('web.cancel')}
      </Button>
    </span>
  );
}
