import type { MatterView } from '../../src/matters/contract.ts';
import { useT } from '../i18n/language.tsx';
import { StoryLine } from '../story/StoryLine.tsx';
import { ChoiceWhy } from './ChoiceWhy.tsx';
import type { FormAct } from './fields.ts';
import style from './ActForm.module.css';

/** What others did since the person began to write. What was typed stands below, untouched. */
export function MovedOn({ view, since, kind }: { view: MatterView; since: number; kind: FormAct }) {
  const t = useT();
  const choice = view.acts.find((one) => one.kind === kind);
  const news = view.story.filter((act) => act.seq > since);
  return (
    <section role="alert" className={style['moved']}>
      <h3>{t('web.moved')}</h3>
      <ol>
        {news.map((act) => (
          <StoryLine key={act.id} act={act} view={view} />
        ))}
      </ol>
      {choice && !choice.allowed ? <ChoiceWhy choice={choice} view={view} /> : <p>{t('web.moved.decide')}</p>}
    </section>
  );
}
