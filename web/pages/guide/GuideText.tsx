import type { Block } from './markdown.ts';
import { GuidePicture } from './GuidePicture.tsx';
import style from './GuideText.module.css';
import { Spans } from './Spans.tsx';

/** A page of the guide below its title. */
export const GuideText = ({ blocks }: { blocks: readonly Block[] }) => (
  <div className={style['text']}>
    {blocks.map((block, at) => (
      <GuideBlock key={at} block={block} />
    ))}
  </div>
);

function GuideBlock({ block }: { block: Block }) {
  if (block.kind === 'picture') return <GuidePicture from={block.from} shows={block.shows} />;
  if (block.kind === 'code') return <pre className={style['code']}>{block.text}</pre>;
  if (block.kind === 'list') {
    const List = block.numbered ? 'ol' : 'ul';
    return (
      <List>
        {block.items.map((spans, at) => (
          <li key={at}>
            <Spans spans={spans} />
          </li>
        ))}
      </List>
    );
  }
  const Words = block.kind === 'paragraph' ? 'p' : 'h2';
  return (
    <Words>
      <Spans spans={block.spans} />
    </Words>
  );
}
