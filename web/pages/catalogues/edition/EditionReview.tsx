import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { EditionPlan, EditionRead } from '../../../../src/intake/catalogues/edition.contract.ts';
import { mayBeOther } from '../../../../src/intake/catalogues/other.rules.ts';
import { mayBeSupplement } from '../../../../src/intake/catalogues/whole.rules.ts';
import type { Catalogues } from '../../../../src/matters/catalogues/matrix.contract.ts';
import { uuidv7 } from '../../../act-id.ts';
import { api } from '../../../api.ts';
import { Button } from '../../../frame/Button.tsx';
import { useSettled } from '../../../frame/useSettled.ts';
import { Waiting } from '../../../frame/Waiting.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { matrixQuery } from '../catalogues.queries.ts';
import style from '../Catalogues.module.css';
import { AskedGroups } from './AskedGroups.tsx';
import { EditionFields } from './EditionFields.tsx';
import { EditionEntries } from './EditionEntries.tsx';
import { OtherList } from './OtherList.tsx';
import { useBringing } from './useBringing.ts';

type Props = { read: EditionRead & { name: string }; lists: Catalogues; onAgain: () => void };

/** Which list and edition it is, among whom its items are divided, and what becomes of each. */
export function EditionReview({ read, lists, onAgain }: Props) {
  const t = useT();
  const [newest] = lists.rows;
  const [mechanism, setMechanism] = useState(newest?.mechanism ?? lists.kinds[0]?.key ?? '');
  const [catalogue, setCatalogue] = useState(newest?.catalogue ?? read.name);
  const [edition, setEdition] = useState('');
  const [units, setUnits] = useState<string[] | null>(null);
  // The list of which it was said that it is this one, though its words are others.
  const [same, setSame] = useState('');
  const [groups, setGroups] = useState<Readonly<Record<string, string[]>>>({});
  const [chosen, setChosen] = useState<Readonly<Record<'end' | 'reopen', ReadonlySet<string>>>>({
    end: new Set(),
    reopen: new Set(),
  });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  // Said of one list: of another it is asked anew.
  const [said, setSaid] = useState<{ catalogue: string; whole: boolean } | null>(null);
  // The lines themselves may be thousands: the file is known by when it was read.
  const [reading] = useState(uuidv7);
  const { done, fault, busy, bring } = useBringing();
  const asked = { mechanism, catalogue: useSettled(catalogue.trim()) };
  const known = lists.rows.some((one) => one.mechanism === mechanism && one.catalogue === asked.catalogue);
  // Whoever shares in the list already is who shares in what is new of it.
  const matrix = useQuery(matrixQuery(known ? asked : null));
  const among = units ?? matrix.data?.units ?? [];
  const into = { ...asked, edition: edition.trim(), units: among };
  const plan = useQuery({
    queryKey: ['edition', reading, into.mechanism, into.catalogue, among.join(' '), groups],
    queryFn: () =>
      api.post<EditionPlan>('/api/catalogues/editions/compare', {
        ...into,
        edition: into.edition || '—',
        groups: Object.entries(groups).map(([name, meant]) => ({ name, units: meant })),
        lines: read.lines,
      }),
    enabled: asked.catalogue !== '' && (!known || matrix.data !== undefined),
    staleTime: 0,
    // What is asked stays where it is while it is answered.
    placeholderData: keepPreviousData,
  });
  // A name that no list has yet.
  const taken = new Set(lists.rows.map((one) => one.catalogue));
  const free =
    [read.name, ...lists.rows.map((_, i) => `${read.name}（${i + 2}）`)].find((name) => !taken.has(name)) ?? read.name;
  const entries = plan.data?.entries ?? [];
  const isOther = known && mayBeOther(entries) && same !== asked.catalogue;
  const asks = !isOther && mayBeSupplement(entries);
  const whole = said?.catalogue === asked.catalogue ? said.whole : null;
  const waits = isOther || (asks && whole === null);
  // Until it is said what the table is, nothing that is not in it is touched.
  const kept = waits
    ? new Set([...left, ...entries.flatMap((one) => (one.state === 'dropped' ? one.item : []))])
    : left;
  const todo = entries.filter(
    ({ state, item }) => (state !== 'same' || chosen.end.has(item)) && state !== 'fault' && !kept.has(item),
  );
  if (done && !busy && fault === null)
    return (
      <output>
        <p>
          {t('catalogues.edition.done', { ...done })}
          {done.ended > 0 && t('catalogues.edition.done.ended', { n: done.ended })}
          {done.reopened > 0 && t('catalogues.edition.done.reopened', { n: done.reopened })}
          {done.carried > 0 && t('catalogues.edition.done.carried', { n: done.carried })}
        </p>
        <p>
          <Link to="/catalogues" search={{ mechanism, list: asked.catalogue }} className={style['button']}>
            {t('catalogues.edition.open')}
          </Link>
        </p>
      </output>
    );
  return (
    <>
      <EditionFields
        lists={lists}
        list={{ mechanism, catalogue, edition, units: among }}
        on={{ mechanism: setMechanism, catalogue: setCatalogue, edition: setEdition, units: setUnits }}
      />
      {plan.data && plan.data.asked.length > 0 && (
        <AskedGroups
          names={plan.data.asked}
          said={groups}
          onSaid={(name, meant) => setGroups({ ...groups, [name]: meant })}
        />
      )}
      {read.unused.length > 0 && <p className="quiet">{t('catalogues.edition.unused', { heads: read.unused })}</p>}
      {plan.error && <Fault error={plan.error} />}
      {plan.isPending && <Waiting lines={6} />}
      {isOther && (
        <OtherList
          catalogue={asked.catalogue}
          name={free}
          onOther={() => setCatalogue(free)}
          onSame={() => setSame(asked.catalogue)}
        />
      )}
      {plan.data && !isOther && (
        <EditionEntries
          entries={entries}
          left={kept}
          onLeft={setLeft}
          chosen={chosen}
          onChoose={(what, item, on) =>
            setChosen({
              ...chosen,
              [what]: new Set([...[...chosen[what]].filter((one) => one !== item), ...(on ? [item] : [])]),
            })
          }
          asks={asks}
          whole={whole}
          onWhole={(all) => setSaid({ catalogue: asked.catalogue, whole: all })}
        />
      )}
      {fault !== null && <Fault error={fault} />}
      <div className={style['bar']}>
        <Button
          type="primary"
          loading={busy}
          disabled={!todo.length || into.edition === '' || waits || plan.isPlaceholderData}
          onClick={() => void bring({ ...into, book: read.name.slice(0, 120), chosen }, todo)}
        >
          {t(known ? 'catalogues.edition.go' : 'catalogues.edition.go.new', { n: todo.length })}
        </Button>
        <Button disabled={busy} onClick={onAgain}>
          {t('catalogues.edition.again')}
        </Button>
        {busy && done && <output>{t('catalogues.edition.progress', { ...done })}</output>}
        {!busy && into.edition === '' && <span className="quiet">{t('catalogues.edition.name-first')}</span>}
        {!busy && waits && into.edition !== '' && (
          <span className="quiet">
            {t(isOther ? 'catalogues.edition.other-first' : 'catalogues.edition.which-first')}
          </span>
        )}
        {!busy && into.edition !== '' && plan.data && !waits && !todo.length && (
          <span className="quiet">{t('catalogues.edition.nothing')}</span>
        )}
      </div>
    </>
  );
}
