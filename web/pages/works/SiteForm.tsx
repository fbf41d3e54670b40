import { useState } from 'react';
import type { WorkRow } from '../../../src/matters/works/works.contract.ts';
import { uuidv7 } from '../../act-id.ts';
import { actFields, type Field } from '../../acts/fields.ts';
import { ActField } from '../../acts/ActField.tsx';
import { givenFrom, lacking } from '../../acts/given.ts';
import { useDraft } from '../../acts/useDraft.ts';
import { useMissing } from '../../acts/useMissing.ts';
import formStyle from '../../acts/ActForm.module.css';
import { announce } from '../../frame/announce.ts';
import { Button } from '../../frame/Button.tsx';
import { useToday } from '../../format/today.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { drop, keep, type Waiting } from '../../outbox/store.ts';
import { usePhotos } from '../../outbox/usePhotos.ts';
import { smaller } from '../../files/sending/smaller.ts';
import { useSession } from '../../session/session.ts';
import { WorkField } from '../../works/WorkField.tsx';
import { isWorkKind } from '../../works/kinds.ts';
import { PhotoField } from './PhotoField.tsx';

type Props = {
  row: WorkRow;
  kind: 'measure' | 'inspect';
  /** One that the server refused, to be mended. */
  mending: Waiting | null;
  onKept: () => void;
  onCancel: () => void;
};

/** The name and the moment of what was done just now. */
const done = () => ({ id: uuidv7(), at: new Date().toISOString() });

/**
 * A reading or an inspection as it is taken on the site. It is kept on this machine first, with its photographs and an id of its own,
 * and sent from there: with a line at once, without one as soon as there is one again.
 */
export function SiteForm({ row, kind, mending, onKept, onCancel }: Props) {
  const { t, find } = useLanguage();
  const today = useToday();
  const { seat, account } = useSession().caller;
  const fields = actFields[kind].filter((field) => field.kind !== 'files');
  const only = kind === 'measure' && row.targets.rows.length === 1 ? { target: row.targets.rows[0]!.target } : {};
  const gate = kind === 'inspect' ? { gate: row.gates.find(({ last }) => !last?.passed)?.gate ?? '' } : {};
  const key = `${seat}.${row.id}.site-${kind}`;
  const draft = useDraft(key, {
    on: today,
    ...only,
    ...gate,
    ...(mending?.kind === kind ? mending.given : {}),
  });
  const { photos, choose, ...kept } = usePhotos(
    { seat, account },
    mending ? `${key}.${mending.id}` : key,
    mending?.photos ?? [],
  );
  const lacks = () => [...lacking(fields, givenFrom(fields, draft.typed)), ...(photos.length ? [] : ['files'])];
  const [missing, setMissing] = useMissing(lacks);
  const [full, setFull] = useState(false);
  const label = (field: Field): string => {
    const own = `web.field.${kind}.${field.name}`;
    return t(find(own) ? own : `web.field.${field.name}`);
  };
  const hint = (field: Field): string | undefined => {
    const own = `web.field.${kind}.${field.name}.hint`;
    return find(own) ? t(own) : undefined;
  };
  const save = async () => {
    const given = givenFrom(fields, draft.typed);
    const lack = lacks();
    setMissing(lack);
    if (lack.length) return;
    const act: Waiting = {
      ...done(),
      seat,
      account,
      matter: row.id,
      number: row.number,
      title: row.text,
      kind,
      given,
      photos: [...photos],
      refused: null,
    };
    try {
      await keep(act);
      // What it mends is no case any more.
      if (mending) await drop(mending.id);
    } catch {
      return setFull(true);
    }
    draft.clear();
    kept.clear();
    announce(t('outbox.kept', { act: t(`matter.act.${kind}`) }));
    onKept();
  };
  return (
    <form
      noValidate
      className={formStyle['form']}
      aria-label={t('web.act.form', { act: t(`matter.act.${kind}`), number: row.number })}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {fields.map((field) => {
        const common = {
          field,
          label: label(field),
          hint: hint(field),
          fault: missing.includes(field.name) ? t('web.field.must', { field: label(field) }) : undefined,
          value: draft.typed[field.name],
          onType: (value: unknown) => draft.type(field.name, value),
        };
        return isWorkKind(field.kind) ? (
          <WorkField
            key={field.name}
            {...common}
            beside={draft.typed}
            work={{ targets: row.targets, gates: row.gates }}
          />
        ) : (
          <ActField key={field.name} {...common} view={undefined} />
        );
      })}
      <PhotoField
        label={t(`web.field.${kind}.files`)}
        fault={missing.includes('files') ? t('web.field.must', { field: t(`web.field.${kind}.files`) }) : undefined}
        photos={photos}
        onChange={choose}
        take={async (files) =>
          Promise.all(
            [...files].map(async (file) => {
              const bytes = await smaller(file);
              return { key: uuidv7(), name: bytes.name, bytes, file: null };
            }),
          )
        }
      />
      {(full || kept.full) && (
        <p role="alert" className="fault">
          {t('outbox.full')}
        </p>
      )}
      <div className={formStyle['acts']}>
        <Button type="primary" htmlType="submit">
          {t('outbox.keep', { act: t(`matter.act.${kind}`) })}
        </Button>
        <Button onClick={onCancel}>{t('web.cancel')}</Button>
        <span className="faint">{t('outbox.how')}</span>
      </div>
    </form>
  );
}
