import type { BulletinView } from '../../../../src/bulletins/contract.ts';
import { CountedMatters } from '../../round/figures/CountedMatters.tsx';
import { FiguresContext } from '../../round/figures/opened.ts';
import { useOpened } from '../../round/figures/useOpened.ts';
import { Margin } from '../margin/Margin.tsx';
import { InChinese } from '../../../i18n/InChinese.tsx';
import type { Words } from '../publish/words.ts';
import { AssignedSection } from './AssignedSection.tsx';
import { CompletedSection } from './CompletedSection.tsx';
import { Correction } from './Correction.tsx';
import { RedHead } from './RedHead.tsx';
import { SealFoot } from './SealFoot.tsx';
import { SheetWords } from './SheetWords.tsx';
import { Signature } from './Signature.tsx';
import style from './Sheet.module.css';

type Props = { view: BulletinView; words: Words; write?: (part: keyof Words, text: string) => void };

/** The bulletin as the document that it will be, on the desk; beside it the parts of the figure under the cursor. */
export function BulletinSheet({ view, words, write }: Props) {
  const { figures, pointed, opened, close } = useOpened();
  const look = view.published ? 'plain' : 'chip';
  const part = (name: keyof Words) => <SheetWords part={name} text={words[name]} {...(write ? { write } : {})} />;
  return (
    <FiguresContext value={figures}>
      <div className={style['desk']}>
        <article className={style['sheet']} lang="zh-CN">
          <InChinese>
            <RedHead number={view.number} />
            {part('title')}
            {view.supersedes && <Correction of={view.supersedes} />}
            {part('opening')}
            <CompletedSection before={view.before} look={look} at={view.published?.publishedAt ?? null} />
            <AssignedSection view={view} />
            {part('closing')}
            <Signature at={view.published?.publishedAt ?? null} />
            {view.seal && <SealFoot seal={view.seal} />}
          </InChinese>
        </article>
        <Margin shown={pointed} />
      </div>
      {opened && <CountedMatters shown={opened} close={close} />}
    </FiguresContext>
  );
}
