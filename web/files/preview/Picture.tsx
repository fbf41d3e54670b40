import { useState } from 'react';
import style from './Preview.module.css';
import type { Room } from './useRoom.ts';

type Props = {
  url: string;
  name: string;
  room: Room;
  zoom: number;
  onFault: () => void;
};

/** A picture, whole in the room that there is, or larger. */
export function Picture({ url, name, room, zoom, onFault }: Props) {
  const [natural, setNatural] = useState<Room | null>(null);
  const fit = natural ? Math.min(1, room.width / natural.width, room.height / natural.height) : 0;
  return (
    <img
      className={style['picture']}
      src={url}
      alt={name}
      draggable={false}
      style={natural ? { width: natural.width * fit * zoom } : { visibility: 'hidden' }}
      onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
        setNatural({ width: naturalWidth, height: naturalHeight })
      }
      onError={onFault}
    />
  );
}
