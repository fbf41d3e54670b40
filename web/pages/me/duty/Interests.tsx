import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InterestKind, InterestList } from '../../../../src/directory/interests/interest.contract.ts';
import { uuidv7 } from '../../../act-id.ts';
import field from '../../../acts/Field.module.css';
import { FieldRow } from '../../../acts/FieldRow.tsx';
import { api } from '../../../api.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { EnterprisePicker } from '../../register/EnterprisePicker.tsx';
import type { ChosenEnterprise } from '../../register/typedEnterprise.ts';
import style from './Duty.module.css';

const KINDS: readonly InterestKind[] = ['works', 'family', 'represented'];
const KEY = ['interests'];

/** What I have declared to have to do with enterprises, so that nobody gives me what I must not decide. */
export function Interests() {
  const t = useT();
  const queries = useQueryClient();
  const [kind, setKind] = useState<InterestKind>('works');
  const [enterprise, setEnterprise] = useState<ChosenEnterprise | null>(null);
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<InterestList>('/api/interests', signal),
  });
  const done = async () => {
    setEnterprise(null);
    await queries.invalidateQueries({ queryKey: KEY });
  };
  const declaring = useMutation({
    mutationFn: (given: { kind: InterestKind; enterprise: string | null }) =>
      api.act('/api/interests', { id: uuidv7(), ...given }),
    onSuccess: done,
  });
  const ending = useMutation({
    mutationFn: (id: string) => {
      const end = { id: uuidv7(), kind: 'end-interest', given: {} };
      return api.act(`/api/interests/${id}/acts`, end);
    },
    onSuccess: done,
  });
  const held = data?.rows.filter(({ endedAt }) => !endedAt) ?? [];
  const error = declaring.error ?? ending.error;
  return (
    <section aria-labelledby="interests">
      <h2 id="interests">{t('interests.title')}</h2>
      <p className="quiet">{t('interests.lead')}</p>
      <ul className={style['rows']}>
        {held.map(({ id, kind: what, name }) => (
          <li key={id}>
            <span>{[t(`interests.kind.${what}`), name].filter(Boolean).join(' · ')}</span>
            <Button size="small" loading={ending.isPending} onClick={() => ending.mutate(id)}>
              {t('interests.end')}
            </Button>
          </li>
        ))}
      </ul>
      <div className={style['form']}>
        <FieldRow label={t('interests.what')}>
          {({ id }) => (
            <select
              id={id}
              className={field['input']}
              value={kind}
              onChange={(event) => setKind(event.target.value as InterestKind)}
            >
              {KINDS.map((one) => (
                <option key={one} value={one}>
                  {t(`interests.kind.${one}`)}
                </option>
              ))}
            </select>
          )}
        </FieldRow>
        <EnterprisePicker
          id="interest-enterprise"
          label={t('interests.enterprise')}
          invalid={false}
          value={enterprise}
          onChange={setEnterprise}
        />
        {error && <Fault error={error} />}
        <div>
          <Button
            disabled={!enterprise?.id}
            loading={declaring.isPending}
            onClick={() => declaring.mutate({ kind, enterprise: enterprise?.id ?? null })}
          >
            {t('interests.declare')}
          </Button>{' '}
          {held.length === 0 && (
            <Button loading={declaring.isPending} onClick={() => declaring.mutate({ kind: 'none', enterprise: null })}>
              {t('interests.declare.none')}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
