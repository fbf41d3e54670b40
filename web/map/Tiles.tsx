import { useState } from 'react';
import { tileAt, type Tile } from './projection.ts';

/** Pictures of a map, from a server of their own. One that does not come leaves its place to what is drawn beneath. */
export function Tiles({ url, tiles }: { url: string; tiles: readonly Tile[] }) {
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  return tiles.map((tile) => {
    const href = tileAt(url, tile);
    if (missing.has(href)) return null;
    return (
      <image
        key={href}
        href={href}
        x={tile.left}
        y={tile.top}
        width={tile.wide}
        height={tile.high}
        onError={() => setMissing((before) => new Set([...before, href]))}
      />
    );
  });
}
