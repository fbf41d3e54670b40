import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useT } from '../../i18n/language.tsx';
import style from './Preview.module.css';
import { PreviewBar } from './PreviewBar.tsx';
import { Shown } from './Shown.tsx';
import { useKeptMiddle } from './useKeptMiddle.ts';
import { useRoom } from './useRoom.ts';
import { useTouches } from './useTouches.ts';
import { stepFrom } from './zoom.ts';

/**
 * `of`: whose it is, where that is to be told. `erased`: its bytes are gone with the person whose it was. `sealed`: its name is told to
 * whoever says what for.
 */
export type Previewed = { id: string; name: string; size: number; of?: string; erased?: boolean; sealed?: boolean };
type Props = { files: readonly Previewed[]; first: number; onClose: () => void };

/**
 * Files over the whole window, one at a time: larger and smaller, the next and the previous, by button, key (+ − 0 ← →), swipe and
 * pinch. Escape, or a phone's way back, closes it.
 */
export function Preview({ files, first, onClose }: Props) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const room = useRoom(stage);
  const [at, setAt] = useState(first);
  const [zoom, setZoom] = useState(1);
  const file = files[Math.min(at, files.length - 1)]!;
  useEffect(() => {
    dialog.current?.showModal();
    stage.current?.focus();
  }, []);
  useKeptMiddle(stage, zoom);

  const step = (by: 1 | -1) => {
    if (!files[at + by]) return;
    setAt(at + by);
    setZoom(1);
    stage.current?.scrollTo(0, 0);
  };
  const touches = useTouches(zoom, setZoom, step);
  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: () => step(1),
    ArrowLeft: () => step(-1),
    '+': () => setZoom(stepFrom(zoom, 1)),
    '=': () => setZoom(stepFrom(zoom, 1)),
    '-': () => setZoom(stepFrom(zoom, -1)),
    '0': () => setZoom(1),
  };
  const press = (event: KeyboardEvent) => {
    // The keys of the page below, and of the form around, are not meant while this is open.
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // What is larger than the window is moved about by the arrows; they turn to another file again when it is whole.
    if (zoom > 1 && event.key.startsWith('Arrow')) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <dialog
      ref={dialog}
      className={style['preview']}
      aria-label={t('web.preview.of', { name: file.name })}
      onKeyDown={press}
      onClose={onClose}
    >
      <PreviewBar
        file={file}
        at={at + 1}
        of={files.length}
        zoom={zoom}
        onZoom={(by) => setZoom(stepFrom(zoom, by))}
        onStep={step}
        onClose={() => dialog.current?.close()}
      />
      <section
        ref={stage}
        className={style['stage']}
        data-larger={zoom > 1}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard
        tabIndex={0}
        aria-label={file.name}
        {...touches}
      >
        {room && <Shown key={file.id} file={file} room={room} zoom={zoom} />}
      </section>
    </dialog>
  );
}
