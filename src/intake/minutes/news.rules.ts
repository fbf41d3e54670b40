import { principleFirst, takeApart } from './clauses.rules.ts';
import type { TimeFrame } from './resolveDue.rules.ts';
import { itemAt } from './items.rules.ts';
import { findMarkers, RANK, type Marker } from './markers.rules.ts';
import type { Found, ReadItem, Stretch } from './contract.ts';

/** A demand in a report of a speech: 张三指出，…；要加强…；要健全…. */
const SPEAKER = /(?:指出|强调|要求|提出|表示|部署)[，：]/u;

/**
 * The items of a meeting's report: each enumerated sentence (一是在…方面，要甲，乙，确保丙) gives one item for each task, with the
 * sentence's area and aim. Without an enumeration, what a leader demands (要…；要…) is given, and marked as unsure.
 */
export function newsItems(text: string, frame: TimeFrame): Found {
  const markers = findMarkers(text).filter((m) => m.rank >= RANK.ordinal);
  const listed = markers.map((marker, i) => sentenceItems(text, marker, markers[i + 1]?.at ?? text.length, frame));
  const items = listed.flatMap((found) => found.items);
  if (items.length === 0) return demands(text, frame);
  const first = markers[0]!.at;
  const announced = ANNOUNCED.exec(text.slice(Math.max(0, first - 80), first))?.[0] ?? '';
  const used = [{ start: first - announced.length, end: first }];
  return { items, used: [...used, ...listed.flatMap((found) => found.used)] };
}

/** 本周交办七个方面的工作，: what only says that a list begins. */
const ANNOUNCED =
  /(?<=^|[。；，\n])[^。；，\n]{0,20}[一二两三四五六七八九十几\d](?:个|大|项|点|条)?(?:方面|任务|事项|工作|措施|要求|意见)[^。；，\n]{0,8}[，：:。]?\s*$/u;

function sentenceItems(text: string, marker: Marker, next: number, frame: TimeFrame): Found {
  const rest = text.slice(marker.after, next);
  const stop = rest.search(/[。\n]/u);
  const sentence = stop < 0 ? rest : rest.slice(0, stop);
  const clauses = principleFirst(takeApart(sentence), sentence);
  const path = [
    text.slice(marker.at, marker.after) + (clauses.principle ?? (clauses.area === null ? '' : `在${clauses.area}方面`)),
  ];
  const items = clauses.tasks.map((task) => ({
    path,
    area: clauses.area,
    aim: clauses.aim,
    lead: [],
    co: [],
    shared: false,
    ...itemAt(text, { start: marker.after + task.start, end: marker.after + task.end }, frame),
    unsure: [],
  }));
  // A sentence that gave tasks is all area, tasks and aim.
  return { items, used: items.length === 0 ? [] : [{ start: marker.at, end: marker.after + sentence.length }] };
}

function demands(text: string, frame: TimeFrame): Found {
  const items: ReadItem[] = [];
  const used: Stretch[] = [];
  let from = 0;
  for (const paragraph of text.split('\n')) {
    const speaker = SPEAKER.exec(paragraph);
    if (speaker !== null) {
      const begin = speaker.index + speaker[0].length;
      for (const clause of paragraph.slice(begin).matchAll(/[^。；;]+/gu)) {
        const urged = /^(?:[^，。；“]{0,14}?)要(?!素|点|求|害|的)/u.exec(clause[0]);
        if (urged === null || clause[0].length < 5) continue;
        const start = from + begin + clause.index + urged[0].length;
        const end = from + begin + clause.index + clause[0].length;
        used.push({ start: start - 1, end: start });
        items.push({
          path: [],
          area: null,
          aim: null,
          lead: [],
          co: [],
          shared: false,
          ...itemAt(text, { start, end }, frame),
          unsure: ['text'],
        });
      }
    }
    from += paragraph.length + 1;
  }
  return { items, used };
}
