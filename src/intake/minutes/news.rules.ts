import { principleFirst, takeApart } from './clauses.rules.ts';
import type { TimeFrame } from './resolveDue.rules.ts';
import { itemAt } from './items.rules.ts';
import { findMarkers, RANK, type Marker } from './markers.rules.ts';
import type { ReadItem } from './contract.ts';

/** A demand in a report of a speech: 张三指出，…；要加强…；要健全…. */
const SPEAKER = /(?:指出|强调|要求|提出|表示|部署)[，：]/u;

/**
 * The items of a meeting's report: each enumerated sentence (一是在…方面，要甲，乙，确保丙) gives one item for each task, with the
 * sentence's area and aim. Without an enumeration, what a leader demands (要…；要…) is given, and marked as unsure.
 */
export function newsItems(text: string, frame: TimeFrame): ReadItem[] {
  const markers = findMarkers(text).filter((m) => m.rank >= RANK.ordinal);
  const listed = markers.flatMap((marker, i) => sentenceItems(text, marker, markers[i + 1]?.at ?? text.length, frame));
  return listed.length > 0 ? listed : demands(text, frame);
}

function sentenceItems(text: string, marker: Marker, next: number, frame: TimeFrame): ReadItem[] {
  const rest = text.slice(marker.after, next);
  const stop = rest.search(/[。\n]/u);
  const sentence = stop < 0 ? rest : rest.slice(0, stop);
  const clauses = principleFirst(takeApart(sentence), sentence);
  const path = [
    text.slice(marker.at, marker.after) + (clauses.principle ?? (clauses.area === null ? '' : `在${clauses.area}方面`)),
  ];
  return clauses.tasks.map((task) => ({
    path,
    area: clauses.area,
    aim: clauses.aim,
    lead: [],
    co: [],
    shared: false,
    ...itemAt(text, { start: marker.after + task.start, end: marker.after + task.end }, frame),
    unsure: [],
  }));
}

function demands(text: string, frame: TimeFrame): ReadItem[] {
  const items: ReadItem[] = [];
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
  return items;
}
