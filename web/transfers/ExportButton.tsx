import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ExportList, ExportMatters } from '../../src/matters/lists/list.contract.ts';
import type { Transfer } from '../../src/platform/transfers/contract.ts';
import { uuidv7 } from '../act-id.ts';
import { api } from '../api.ts';
import { announce } from '../frame/announce.ts';
import { Icon } from '../frame/Icon.tsx';
import { Menu } from '../frame/Menu.tsx';
import { useOffer } from '../frame/offers.ts';
import { useT } from '../i18n/language.tsx';
import { faultText } from '../problems/faultText.ts';
import { transfersQuery } from './transfers.ts';
import { watch } from './watched.ts';
import style from './ExportButton.module.css';

type List = ExportList | (() => Promise<ExportList>);
type Props = ({ list: List } | { path: string; ask: object }) & { label?: string };

const gathered = async (list: List): Promise<ExportList> => (typeof list === 'function' ? list() : list);

/** Begins the export of what the page shows; the frame then says how far it is, on whatever page. `list`: gathered when it is asked for, where the page does not have all of it; `path`: of what is no list of matters; `label`: where it is less than the page is about. */
export function ExportButton(props: Props) {
  const t = useT();
  const queries = useQueryClient();
  const begin = useMutation({
    mutationFn: async (format: ExportMatters['format']) => {
      const path = 'path' in props ? props.path : '/api/exports';
      const ask = 'path' in props ? props.ask : { list: await gathered(props.list) };
      const request = { id: uuidv7(), format, ...ask };
      return api.act<Transfer>(path, request);
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
    <Menu
      className={style['button']}
      disabled={begin.isPending}
      items={items}
      onChoose={(key) => begin.mutate(key === 'csv' ? 'csv' : 'xlsx')}
    >
      <Icon name="download" size={16} />
      {props.label ?? t('transfers.export')}
    </Menu>
  );
}
