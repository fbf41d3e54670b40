import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { MatterView } from '../../../../src/matters/contract.ts';
import type { ShownPersonal } from '../../../../src/matters/personal/personal.contract.ts';
import { mayReadShown } from '../../../../src/privacy/access/log-access.rules.ts';
import { uuidv7 } from '../../../act-id.ts';
import { api } from '../../../api.ts';
import { announce } from '../../../frame/announce.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/session.ts';
import { RegisterForm, typed } from '../../admin/form/RegisterForm.tsx';
import { TextField } from '../../admin/form/TextField.tsx';
import style from './Personal.module.css';
import { ShownLines } from './ShownLines.tsx';

const PURPOSES = ['verify', 'visit', 'tell', 'callback'] as const;

/** What is personal of a matter: masked until somebody who needs it says what for, and gone again with the page. */
export function Personal({ view }: { view: MatterView }) {
  const t = useT();
  const { caller } = useSession();
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<ShownPersonal | null>(null);
  const asked = useRef(uuidv7());
  const { id } = view.row;
  const showing = useMutation<ShownPersonal, Error, { purpose: string }>({
    mutationFn: (purpose) => api.act(`/api/matters/${id}/personal/show`, { id: asked.current, ...purpose }),
    onSuccess: (answer) => {
      setShown(answer);
      setAsking(false);
      announce(t('personal.shown'));
    },
  });
  if (!view.personal) return null;
  const { allowed, code } = view.personal;
  // Of what is sealed it is the words and files that are opened; nobody left a contact.
  const [section, show, lead] = view.sealed
    ? (['personal.sealed', 'personal.open', 'personal.open.lead'] as const)
    : (['personal', 'personal.show', 'personal.show.lead'] as const);
  const ask = () => {
    asked.current = uuidv7();
    showing.reset();
    setAsking(true);
  };
  return (
    <section className={style['personal']} aria-label={t(section)}>
      <div className={style['acts']}>
        {shown === null && !asking && (
          <Button size="small" disabled={!allowed} onClick={ask}>
            {t(show)}
          </Button>
        )}
        {shown !== null && (
          <Button size="small" onClick={() => setShown(null)}>
            {t('personal.hide')}
          </Button>
        )}
        {mayReadShown(caller.role) && (
          <Link to="/access-log" search={{ matter: id }}>
            {t('personal.log')}
          </Link>
        )}
      </div>
      {!allowed && code && <p className="quiet">{t(code)}</p>}
      {asking && (
        <RegisterForm
          kind="show-contact"
          level={2}
          title={t(show)}
          act={t(show)}
          lead={t(lead)}
          doing={showing}
          onCancel={() => setAsking(false)}
          onSend={(form) => showing.mutate({ purpose: typed(form, 'purpose') })}
        >
          <TextField
            label={t('admin.contact.purpose')}
            name="purpose"
            list="personal-purposes"
            required
            maxLength={200}
            autoComplete="off"
          />
          <datalist id="personal-purposes">
            {PURPOSES.map((purpose) => (
              <option key={purpose} value={t(`personal.purpose.${purpose}`)}>
                {t(`personal.purpose.${purpose}`)}
              </option>
            ))}
          </datalist>
        </RegisterForm>
      )}
      {shown && <ShownLines shown={shown} story={view.story} />}
    </section>
  );
}
