import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { CircleColleagues } from '../../../src/directory/circles/circle.contract.ts';
import { FieldRow } from '../../acts/FieldRow.tsx';
import { api, query } from '../../api.ts';
import { inMain } from '../../frame/inMain.ts';
import { useT } from '../../i18n/language.tsx';
import { useUnits } from '../../units/useUnits.ts';
import { RegisterForm } from '../admin/form/RegisterForm.tsx';
import { useRegisterAct } from '../admin/form/useRegisterAct.ts';

type Props = { mechanism: string; title: string; opened: boolean; onDone: () => void };

/** Names a seat, found by a name, a unit or initials. */
export function NameForm({ mechanism, title, opened, onDone }: Props) {
  const t = useT();
  const { unitName } = useUnits();
  const [typed, setTyped] = useState('');
  const [seat, setSeat] = useState<string>();
  const doing = useRegisterAct(`/api/circles/${mechanism}/acts`, t('circles.named'), onDone);
  const q = typed.trim();
  const { data } = useQuery({
    queryKey: ['admin', 'circles', mechanism, q],
    queryFn: ({ signal }) => api.get<CircleColleagues>(`/api/circles/${mechanism}/colleagues${query({ q })}`, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const options = (data?.rows ?? []).map((one) => ({
    value: one.seat,
    label: [one.unit && unitName(one.unit), one.title, one.name].filter(Boolean).join(' '),
  }));
  const kind = opened ? 'name-seat' : 'open-circle';
  return (
    <RegisterForm
      kind={kind}
      title={title}
      act={title}
      lead={t(opened ? 'circles.name.lead' : 'circles.open.lead')}
      doing={doing}
      onCancel={onDone}
      onSend={() => seat && doing.mutate({ kind, given: { seat } })}
    >
      <FieldRow label={t('circles.seat')} hint={t('circles.seat.hint')} must>
        {({ id, describedBy }) => (
          <Select
            id={id}
            aria-describedby={describedBy}
            aria-label={t('circles.seat')}
            placeholder={t('web.colleague.pick')}
            showSearch={{ filterOption: false, onSearch: setTyped }}
            notFoundContent={null}
            getPopupContainer={inMain}
            options={options}
            style={{ width: '100%' }}
            value={seat}
            onChange={setSeat}
          />
        )}
      </FieldRow>
    </RegisterForm>
  );
}
