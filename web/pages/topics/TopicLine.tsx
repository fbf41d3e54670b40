import type { HotTopic } from '../../../src/intake/topics/week.contract.ts';
import { useT } from '../../i18n/language.tsx';
import { MatterBrief } from '../../matters/MatterBrief.tsx';
import style from './Topics.module.css';

/** A topic by the words that tell it apart, with how many spoke of it; it opens its matters. */
export function TopicLine({ topic }: { topic: HotTopic }) {
  const t = useT();
  const { words, senders, count, matters } = topic;
  return (
    <li>
      <details className={style['topic']}>
        <summary>
          <h2 lang="zh">{words.join(' ')}</h2>
          <span>{t(senders > 0 ? 'hot.count' : 'hot.count.unknown', { senders, n: count })}</span>
        </summary>
        <ul>
          {matters.map((matter) => (
            <li key={matter.id}>
              <MatterBrief matter={matter} />
            </li>
          ))}
        </ul>
        {count > matters.length && <p className="faint">{t('hot.more', { n: count - matters.length })}</p>}
      </details>
    </li>
  );
}
