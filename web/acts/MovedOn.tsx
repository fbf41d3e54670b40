import { Link } from '@tanstack/react-router';
import type { MatterView } from '../../src/matters/contract.ts';
import { useT } from '../i18n/language.tsx';
import { StoryLine } from '../story/StoryLine.tsx';
import { ChoiceWhy } from './ChoiceWhy.tsx';
import type { FormAct } from './fields.ts';
import style from './ActForm.module.css';

type Props = {
  view: MatterView;
  /** The act up to which the person had seen the matter. */
  since: number;
  kind: FormAct;
  /** The act was sent and held back for this; else it is only said, as it happens. */
  refused: boolean;
  onDiscard: () => void;
};

/**
 * What others did since the person began to write, in words, and the three ways on: to send it all the same (the form's own
 * button), to look, to give it up. What was typed stands below, untouched.
 */
export function MovedOn({ view, since, kind, refused, onDiscard }: Props) {
  const t = useT();
  const choice = view.acts.find((one) => one.kind === kind);
  const news = view.story.filter((act) => act.seq > since);
  return (
    <section role={refused ? 'alert' : 'status'} className={style['moved']}>
      <h3>{t('web.moved')}</h3>
      <ol>
        {news.map((act) => (
          <StoryLine key={act.id} act={act} view={view} />
        ))}
      </ol>
      {choice && !choice.allowed ? (
        <p>
          <ChoiceWhy choice={choice} view={view} /> {t('web.moved.no-more')}
        </p>
      ) : (
        <p>{t('web.moved.decide')}</p>
      )}
      <p className={style['ways']}>
        <Link to="/matters/$id" params={{ id: view.row.id }} hash="story">
          {t('web.moved.look')}
        </Link>
        <button type="button" onClick={onDiscard}>
          {t('web.moved.discard')}
        </button>
      </p>
    </section>
  );
}
