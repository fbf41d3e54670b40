import { useInfiniteQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { FieldRow } from '../../../acts/FieldRow.tsx';
import { inMain } from '../../../frame/inMain.ts';
import { useT } from '../../../i18n/language.tsx';
import { peopleQuery } from '../admin.queries.ts';

type Props = { label: string; value: string | null; onChange: (account: string | null) => void; but?: string };

/** A person with an account, found by part of a name or login. */
export function PersonField({ label, value, onChange, but }: Props) {
  const t = useT();
  const [words, setWords] = useState('');
  const { data } = useInfiniteQuery(peopleQuery(words ? { q: words } : {}));
  const options = (data?.pages ?? [])
    .flatMap(({ rows }) => rows)
    .filter((person) => !person.disabledAt && person.id !== but)
    .map((person) => ({
      value: person.id,
      label: t('admin.person.option', { name: person.name, login: person.login }),
      title: person.name,
    }));
  return (
    <FieldRow label={label} must hint={t('admin.person.pick.hint')}>
      {({ id }) => (
        <Select
          id={id}
          aria-label={label}
          showSearch={{ filterOption: false, onSearch: (typed: string) => setWords(typed.trim()) }}
          notFoundContent={null}
          getPopupContainer={inMain}
          options={options}
          placeholder={t('admin.person.pick')}
          value={value ?? undefined}
          onChange={(account?: string) => onChange(account ?? null)}
          allowClear
          style={{ width: '100%' }}
        />
      )}
    </FieldRow>
  );
}
