import style from './FileName.module.css';

/** Up to so many characters a name is left to the line that it stands in; a longer one is told by its beginning and its end. */
const SHORT = 24;
/** So much of the end is always seen: the extension, and what tells 之三 from 之四 before it. */
const END = 10;

/** The name of a file. A long one is shortened in its middle, and whole for whoever points at it, comes to it by the keys, or hears it. */
export function FileName({ name }: { name: string }) {
  const letters = [...name];
  if (letters.length <= SHORT) return <span className={style['short']}>{name}</span>;
  return (
    <span className={style['name']} title={name}>
      <span className={style['whole']}>{name}</span>
      <span className={style['parts']} aria-hidden="true">
        <span className={style['head']}>{letters.slice(0, -END).join('')}</span>
        <span>{letters.slice(-END).join('')}</span>
      </span>
    </span>
  );
}
