import { Select } from 'antd';
import { useMemo } from 'react';
import { FieldRow } from '../../../acts/FieldRow.tsx';
import { wayTo } from '../../../../src/directory/schemes/scheme.rules.ts';
import { inMain } from '../../../frame/inMain.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import type { SchemeEdit } from './useSchemeEdit.ts';

/** What the chosen category stands below: anything in use but itself and what stands below it. */
export function CategoryPlace({ edit }: { edit: SchemeEdit }) {
  const { t, language } = useLanguage();
  const { tree, byCode, one, place } = edit;
  const options = useMemo(
    () =>
      tree
        .filter((other) => !other.retired || other.code === one?.parent)
        .map((other) => ({ other, way: wayTo(byCode, other.code) }))
        .filter(({ way }) => !way.some(({ code }) => code === one?.code))
        .map(({ other, way }) => ({
          value: other.code,
          label: way.map((above) => (language === 'en' && above.en) || above.zh).join(' / '),
        })),
    [tree, byCode, one, language],
  );
  return (
    <FieldRow label={t('admin.category.parent')} hint={t('admin.category.parent.hint')}>
      {({ id }) => (
        <Select
          id={id}
          aria-label={t('admin.category.parent')}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent={null}
          getPopupContainer={inMain}
          options={options}
          placeholder={t('admin.category.top')}
          value={one?.parent ?? undefined}
          onChange={(code?: string) => place(code ?? null)}
          allowClear
          style={{ width: '100%' }}
        />
      )}
    </FieldRow>
  );
}
