import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import type { ExportFigures, FigureQuery } from '../../../src/figures/counts/count.contract.ts';
import type { Transfer } from '../../../src/platform/transfers/contract.ts';
import { uuidv7 } from '../../act-id.ts';
import { api } from '../../api.ts';
import { announce } from '../../frame/announce.ts';
import { Button } from '../../frame/Button.tsx';
import { useOffer } from '../../frame/offers.ts';
import { useT } from '../../i18n/language.tsx';
import { faultText } from '../../problems/faultText.ts';
import { transfersQuery } from '../../transfers/transfers.ts';
import { watch } from '../../transfers/watched.ts';

/** Begins the export of the figures shown; the frame then says how far it is. */
export function FiguresExport({ asked }: { asked: FigureQuery }) {
  const t = useT();
  const queries = useQueryClient();
  const begin = useMutation({
    mutationFn: (format: ExportFigures['format']) => {
      // What the address leaves out is left out of what is asked, too.
      const told = JSON.parse(JSON.stringify(asked)) as FigureQuery;
      const request: ExportFigures = { id: uuidv7(), format, query: told };
      return api.act<Transfer>('/api/figures/exports', request);
    },
    onSuccess: async ({ id, title }) => {
      watch(id);
      await queries.invalidateQueries({ queryKey: transfersQuery.queryKey });
      announce(t('transfers.begun', { title }));
    },
    onError: (error) => announce(faultText(t, error), 'fault'),
  });
  useOffer('export-xlsx', () => !begin.isPending && begin.mutate('xlsx'));
  useOffer('export-csv', () => !begin.isPending && begin.mutate('csv'));
  const items = [
    { key: 'xlsx', label: t('transfers.format.xlsx') },
    { key: 'csv', label: t('transfers.format.csv') },
  ];
  return (
    <Dropdown
      trigger={['click']}
      disabled={begin.isPending}
      menu={{ items, onClick: ({ key }) => begin.mutate(key === 'csv' ? 'csv' : 'xlsx') }}
    >
      <Button loading={begin.isPending}>{t('transfers.export')}</Button>
    </Dropdown>
  );
}
