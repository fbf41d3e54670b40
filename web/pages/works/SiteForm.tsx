import { uuidv7 } from '../../act-id.ts';
import type { Field } from '../../acts/fields.ts';
import { ActField } from '../../acts/ActField.tsx';
import formStyle from '../../acts/ActForm.module.css';
import { ApiProblem } from '../../api.ts';
import { Button } from '../../frame/Button.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { smaller } from '../../files/sending/smaller.ts';
import { faultText } from '../../problems/faultText.ts';
import { WorkField } from '../../works/WorkField.tsx';
import { isWorkKind } from '../../works/kinds.ts';
import { PhotoField } from './PhotoField.tsx';
import { useSiteForm, type Taking } from './useSiteForm.ts';

type Props = Taking & { onCancel: () => void };

/**
 * A reading or an inspection as it is taken on the site. It is kept on this machine first, with its photographs and an id of its own,
 * and sent from there: with a line at once, without one as soon as there is one again.
 */
export function SiteForm({ row, kind, mending, waiting, onKept, onCancel }: Props) {
  const { t, find } = useLanguage();
  const { fields, hints, work, draft, photos, faultOf, full, save } = useSiteForm({
    row,
    kind,
    mending,
    waiting,
    onKept,
  });
  const label = (field: Field): string => {
    const own = `web.field.${kind}.${field.name}`;
    return t(find(own) ? own : `web.field.${field.name}`);
  };
  const hint = (field: Field): string | undefined => {
    const asked = field.name === 'sure' || field.name === 'reason' ? hints[field.name] : null;
    if (asked) return asked;
    const own = `web.field.${kind}.${field.name}.hint`;
    return find(own) ? t(own) : undefined;
  };
  return (
    <form
      noValidate
      className={formStyle['form']}
      aria-label={t('web.act.form', { act: t(`matter.act.${kind}`), number: row.number })}
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        // What is wrong may be out of sight on a phone.
        void save().then(() =>
          requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()),
        );
      }}
    >
      {mending?.refused && (
        <p className="fault">{t('outbox.was-refused', { why: faultText(t, new ApiProblem(mending.refused)) })}</p>
      )}
      {fields.map((field) => {
        const common = {
          field,
          label: label(field),
          hint: hint(field),
          fault: faultOf(field.name, label(field)),
          value: draft.typed[field.name],
          onType: (value: unknown) => draft.type(field.name, value),
        };
        return isWorkKind(field.kind) ? (
          <WorkField key={field.name} {...common} beside={draft.typed} work={work} />
        ) : (
          <ActField key={field.name} {...common} view={undefined} />
        );
      })}
      <PhotoField
        label={t(`web.field.${kind}.files`)}
        fault={faultOf('files', t(`web.field.${kind}.files`))}
        photos={photos.chosen}
        onChange={photos.choose}
        take={async (files) =>
          Promise.all(
            files.map(async (file) => {
              const bytes = await smaller(file);
              return { key: uuidv7(), name: bytes.name, bytes, file: null };
            }),
          )
        }
      />
      {full && (
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
