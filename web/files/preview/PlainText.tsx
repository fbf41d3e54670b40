import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { decode } from './decode.ts';
import style from './Preview.module.css';

type Props = { url: string; zoom: number; onFault: () => void };

async function fetchText(url: string): Promise<ReturnType<typeof decode>> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(answer.statusText);
  return decode(await answer.arrayBuffer());
}

/** A text as text: whatever it holds, nothing of it is run or drawn. */
export function PlainText({ url, zoom, onFault }: Props) {
  const t = useT();
  const { data, error } = useQuery({
    queryKey: ['file-text', url],
    queryFn: () => fetchText(url),
    staleTime: Infinity,
  });
  useEffect(() => {
    if (error) onFault();
  }, [error, onFault]);
  if (!data) return <Waiting lines={12} />;
  return (
    <div className={style['text']} style={{ fontSize: `${zoom * 14}px` }}>
      <pre>{data.text}</pre>
      {data.cut && <p className="quiet">{t('web.preview.cut')}</p>}
    </div>
  );
}
