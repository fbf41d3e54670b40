import { areaIn } from './clauses.rules.ts';
import { findMarkers, RANK, type Marker } from './markers.rules.ts';
import { outline, pathOf, type Node } from './outline.rules.ts';
import { findDues } from './due.rules.ts';
import type { TimeFrame } from './resolveDue.rules.ts';
import type { Stretch } from './contract.ts';

/** A point of a report's list that holds no further points. */
export type Point = {
  readonly node: Node;
  /** The area that it, or a point above it, names. */
  readonly area: string | null;
  /** Its first sentence where that only heads it (一要稳增长。); '' where it is the task, or names the area. */
  readonly head: string;
  /** Its own text, head and all. */
  readonly own: string;
  /** Where what is to be done stands in it. */
  readonly tasks: Stretch;
};

/** 在…方面 where no number stands before it: below every number. */
const AREA_RANK = RANK.is + 1;
const AREA_SAID =
  /(?<=^|[。；：，\n])(?:在[^，。；：\n]{2,30}?方面[，：]|[^，。；：\n在]{2,14}方面[：，](?=要|[^，。；\n]{2,12}要))/gu;
const ASSIGNS = /交办|部署|安排|要求|强调|指出|工作[，：:]|任务[，：:]|事项[，：:]/u;
/** Where a report turns to what else was said. */
const TURN =
  /(?<=[。\n])\s*(?:会议(?![室纪精])|(?!按|依|根据|对照)[^，。；：\n]{2,14}(?:指出|强调|要求|表示|提出)[，：])/u;

/**
 * The points of a report's lists at their deepest level: 一是…, and in a meeting's report also （一）…, 1.…, and 在…方面 where no
 * number stands before it.
 */
export function pointsOf(text: string, frame: TimeFrame): Point[] {
  const markers = findMarkers(text).filter((m) => m.rank >= RANK.ordinal || frame.fromMeeting);
  const all = frame.fromMeeting ? withAreas(markers, text) : markers;
  const nodes = outline(text, all, (m, before) => before !== undefined && begins(text, m, before));
  const points: Point[] = [];
  nodes.forEach((node, i) => {
    if (node.children.length > 0) setArea(node, text);
    else points.push(pointAt(node, (nodes[i + 1]?.n ?? 1) > 1, text, frame));
  });
  return points;
}

/** 在甲方面，…；在乙方面，… in a paragraph without numbers, where it says that this is what is to be done. */
function withAreas(markers: readonly Marker[], text: string): Marker[] {
  const found = [...markers];
  let from = 0;
  let next = 0;
  for (const paragraph of text.split('\n')) {
    const said = [...paragraph.matchAll(AREA_SAID)];
    const first = from + (said[0]?.index ?? 0);
    const last = from + (said.at(-1)?.index ?? 0);
    while (next < markers.length && markers[next]!.at < first) next++;
    const numbered = next < markers.length && markers[next]!.at < last;
    if (said.length > 1 && !numbered && ASSIGNS.test(text.slice(Math.max(0, first - 60), first)))
      said.forEach((hit, i) => {
        const at = from + hit.index;
        found.push({ rank: AREA_RANK, n: i + 1, at, after: at });
      });
    from += paragraph.length + 1;
  }
  return found.toSorted((a, b) => a.at - b.at);
}

/** 会议强调，一是…: another list, not one below the list before it. */
const begins = (text: string, marker: Marker, before: Marker): boolean =>
  marker.n === 1 && (marker.rank === AREA_RANK || TURN.test(text.slice(before.after, marker.at)));

function setArea(node: Node, text: string): void {
  if (node.heading !== '') return;
  const own = text.slice(node.after, node.end);
  node.heading = areaIn(own)?.printed ?? /^[^（(。：；\n]{2,40}/u.exec(own)?.[0].trim() ?? '';
}

/** `goesOn`: another point of the list follows; then all between is this one's, over however many paragraphs. */
function pointAt(node: Node, goesOn: boolean, text: string, frame: TimeFrame): Point {
  const whole = text.slice(node.after, node.end);
  const turn = TURN.exec(whole);
  const own = turn === null ? whole : whole.slice(0, turn.index);
  const head = headOf(own, frame);
  const start = head === '' ? 0 : head.length + /^[。；：:]?\s*/u.exec(own.slice(head.length))![0].length;
  // For what reads its nodes only: the head is not part of what is to be done.
  if (head !== '') node.body = node.lead = node.after + start;
  const line = own.indexOf('\n', start);
  const end = goesOn || line < 0 ? own.length : line;
  const named = areaIn(head === '' ? own : head)?.area ?? null;
  return {
    node,
    area: named ?? areaAbove(node.parent),
    head,
    own,
    tasks: { start: node.after + start, end: node.after + end },
  };
}

function areaAbove(node: Node | null): string | null {
  for (let n = node; n !== null; n = n.parent) {
    const named = areaIn(n.heading);
    if (named !== null) return named.area;
  }
  return null;
}

/** How long a head is at most. */
const LONGEST_HEAD = 20;

/**
 * The first sentence of a point where it only heads what follows: short, of one clause or of two halves of a length, and
 * without a day, an amount or a bracket of its own.
 */
function headOf(own: string, frame: TimeFrame): string {
  const stop = own.search(/[。：:\n]/u);
  if (stop < 2 || stop > LONGEST_HEAD || !/[\p{L}\p{N}]/u.test(own.slice(stop))) return '';
  const said = own.slice(0, stop);
  if (/^[（(〔]/u.test(own.slice(stop + 1).trimStart())) return '';
  if (said.endsWith('方面')) return said;
  if (/[；（(]|\d+[^\d”]{0,2}[万亿个项家户亩%％]/u.test(said) || findDues(said, frame).length > 0) return '';
  const halves = said.split('，');
  return halves.length === 1 || (halves.length === 2 && halves[0]!.length === halves[1]!.length) ? said : '';
}

/** The headings above a point and its own, as printed. */
export function pathTo({ node, head, own }: Point, text: string): string[] {
  const last = text.slice(node.at, node.after).trim() + (head === '' ? (areaIn(own)?.printed ?? '') : head);
  return [...pathOf(node.parent, text), last];
}
