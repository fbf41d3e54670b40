import { useMemo, useState } from 'react';
import { ActKind, Actor } from '../../../../../src/mechanism/contract.ts';
import { Moment } from '../../../../../src/mechanism/figures.contract.ts';
import { wordsOf, type Word } from '../../../../../src/mechanism/words.rules.ts';
import { FieldRow } from '../../../../acts/FieldRow.tsx';
import field from '../../../../acts/Field.module.css';
import { useT } from '../../../../i18n/language.tsx';
import style from './WordList.module.css';

type Line = { word: string; within: string; must: boolean; means: string };

/** Every word that may stand in a mechanism file, and what it means; made from the schema that the file is checked by. */
export function WordList() {
  const t = useT();
  const [q, setQ] = useState('');
  const groups = useMemo(() => {
    const acts = ActKind.options.map((act) => line(act, `${t(`matter.act.${act}`)} — ${t(`help.act.${act}`)}`));
    const actors = Actor.options.map((actor) => line(actor, t(`matter.actor.${actor}`)));
    return [
      { key: 'words', lines: wordsOf().map((word) => lineOf(t, word)) },
      { key: 'actors', lines: actors },
      { key: 'acts', lines: acts },
    ];
  }, [t]);
  const wanted = q.trim().toLowerCase();
  const found = groups
    .map(({ key, lines }) => ({
      key,
      lines: lines.filter(({ word, within, means }) => `${within}${word} ${means}`.toLowerCase().includes(wanted)),
    }))
    .filter(({ lines }) => lines.length);
  return (
    <details className={style['words']}>
      <summary>{t('admin.words')}</summary>
      <p className="quiet">{t('admin.words.lead')}</p>
      <FieldRow label={t('admin.words.find')}>
        {({ id }) => (
          <input
            id={id}
            type="search"
            className={field['input']}
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
        )}
      </FieldRow>
      {found.length === 0 && <p>{t('admin.words.none', { q: q.trim() })}</p>}
      <div className={style['lists']}>
        {found.map(({ key, lines }) => (
          <section key={key} aria-label={key === 'words' ? t('admin.words') : t(`admin.words.${key}`)}>
            {key !== 'words' && <h3>{t(`admin.words.${key}`)}</h3>}
            <dl>
              {lines.map(({ word, within, must, means }) => (
                <div key={`${within}${word}`} data-top={!within}>
                  <dt>
                    <span className="faint">{within}</span>
                    <code>{word}</code>
                    {must && <span className={style['must']}>{t('admin.words.must')}</span>}
                  </dt>
                  <dd>{means}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </details>
  );
}

const line = (word: string, means: string): Line => ({ word, within: '', must: false, means });

function lineOf(t: ReturnType<typeof useT>, { path, must, choices }: Word): Line {
  const [within, word] = [path.slice(0, path.lastIndexOf('.') + 1), path.slice(path.lastIndexOf('.') + 1)];
  const means = [t(`mechanism.word.${path}`), choicesText(t, path, choices)].filter(Boolean).join(' ');
  return { word, within, must, means };
}

function choicesText(t: ReturnType<typeof useT>, path: string, choices: Word['choices']): string {
  if (!choices) return '';
  const between = t('admin.words.between');
  if (choices.of === 'own')
    return (
      choices.options
        // The units of quantities are their own names.
        .map((one) => (path === 'targets.in' ? one : `${one} ${t(`mechanism.value.${path}.${one}`)}`))
        .join(between)
    );
  return choices.of === 'moment'
    ? Moment.options.map((one) => `${one} ${t(`figures.moment.${one}`)}`).join(between)
    : t(`admin.words.see-${choices.of}s`);
}
