import type { MatterView } from '../../src/matters/contract.ts';
import type { HaltView } from '../../src/matters/gates/gate.contract.ts';
import { cityDay } from '../format/day.ts';
import { useFormat } from '../format/useFormat.ts';
import { Button } from '../frame/Button.tsx';
import { useLanguage, useT } from '../i18n/language.tsx';
import { doerText } from '../story/storyText.ts';
import { useUnits } from '../units/useUnits.ts';
import { gateId } from './gateId.ts';
import style from './Halted.module.css';

/** That the work stands, at the head of the page: at which gate, since when and by whom, with the way to the record. Gone once it goes on. */
export function Halted({ halts }: Pick<MatterView, 'halts'>) {
  const t = useT();
  return (
    <section className={style['halted']} aria-label={t('web.slip.halted')}>
      {halts.map((halt) => (
        <Halt key={halt.gate} halt={halt} />
      ))}
    </section>
  );
}

function Halt({ halt }: { halt: HaltView }) {
  const { t, language } = useLanguage();
  const { day } = useFormat();
  const { unitName } = useUnits(halt.at);
  return (
    <p>
      <strong>{t('works.halt', { gate: halt.name[language] })}</strong>{' '}
      {t('works.halt.since', { day: day(cityDay(halt.at)), who: doerText(t, halt, unitName) })}{' '}
      <Button type="link" size="small" className={style['open']!} onClick={() => openRecord(halt.gate)}>
        {t('works.halt.record')}
      </Button>
    </p>
  );
}

/** To what was looked at there, opened. */
function openRecord(gate: string): void {
  const record = document.getElementById(gateId(gate))?.querySelector('details');
  if (!record) return;
  record.open = true;
  record.scrollIntoView({ block: 'center' });
  record.querySelector('summary')?.focus({ preventScroll: true });
}
