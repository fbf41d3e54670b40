import { findMarkers, RANK, type Marker } from './markers.rules.ts';

/** A stretch under one marker. */
export type Node = Marker & {
  readonly parent: Node | null;
  readonly children: Node[];
  /** Its heading as printed, without the marker and without the closing 。; '' when it has none. */
  heading: string;
  /** Where its own text begins: behind the marker, and behind a heading that stands on a line of its own. */
  body: number;
  /** Where its text begins behind a lead sentence that is its heading (棚改工程。建成…); otherwise `body`. */
  lead: number;
  /** Where the next marker begins, whatever its rank. */
  end: number;
  /** Where the next marker of its own or a higher rank begins: the end of all that it holds. */
  treeEnd: number;
  /** Counts up when 一、 begins anew: an attachment, a second document in the same file. */
  readonly part: number;
};

const KNOWN =
  /^(?:总体(?:要求|思路|目标)|指导思想|基本原则|(?:主要|工作|总体|发展|行动)目标|(?:重点|主要|工作)任务(?:[及和](?:责任)?分工)?|(?:主要)?(?:政策)?措施|保障(?:措施|机制)|组织(?:实施|领导|保障)|工作要求|有关要求|实施步骤|工作步骤|时间安排|进度安排|方法步骤|总体安排|工作安排|工作措施|主要内容|活动安排|监督管理|附则|(?:充分|深刻|切实|进一步)?(?:提高)?认识[^，。]{0,30}?(?:重[要大]意义|重要性|必要性|紧迫性))(?=[^，和、])/u;
const RUN_IN =
  /^.{4,38}?(?:建设|体系|服务|工作|机制|能力|发展|水平|扩容|环境|保障|规定|意义|落实|创新|升级|改革|管理|监管|制度|活动|行动|政策|支撑|力度|转型|融合|合作|活力|优势|效能|质量|结构|布局|领域|体制|要求|功能|模式|产业|平台)(?=(?:以|为了?|围绕|聚焦|按照|根据|坚持(?!和)|全面(?!提升|推进)|深入(?!推进)|认真|各(?:地|级|市|有关|部门)|到20|20\d\d|通过|针对|对(?!接)|在|我[国省市]|实行|引导|鼓励))/u;

/**
 * The tree of a text's enumerations; nodes in order of appearance. `anew` says where an enumeration begins that is no part of
 * the one before it, whatever their ranks.
 */
export function outline(
  text: string,
  markers: readonly Marker[] = findMarkers(text),
  anew: (marker: Marker, before: Marker | undefined) => boolean = () => false,
): Node[] {
  const nodes: Node[] = [];
  const open: Node[] = [];
  let part = 0;
  let lastCn = 0;
  markers.forEach((marker, i) => {
    if (marker.rank === RANK.cn) {
      if (marker.n === 1 && lastCn > 1) part++;
      lastCn = marker.n;
    }
    while (open.length > 0 && open.at(-1)!.rank >= marker.rank) open.pop()!.treeEnd = marker.at;
    if ((marker.n === 1 && marker.rank === RANK.cn) || anew(marker, markers[i - 1]))
      for (const node of open.splice(0)) node.treeEnd = marker.at;
    const parent = open.at(-1) ?? null;
    const end = markers[i + 1]?.at ?? text.length;
    const node: Node = {
      ...marker,
      parent,
      children: [],
      heading: '',
      body: marker.after,
      lead: marker.after,
      end,
      treeEnd: text.length,
      part,
    };
    parent?.children.push(node);
    nodes.push(node);
    open.push(node);
  });
  for (const node of nodes) setHeading(node, text);
  return nodes;
}

function setHeading(node: Node, text: string): void {
  const own = text.slice(node.after, Math.min(node.end, node.after + 160));
  const line = own.indexOf('\n');
  const holdsMore = node.children.length > 0 || node.end > node.after + line + 1;
  const first = line > 0 && line <= 90 && holdsMore ? own.slice(0, line).trim() : '';
  if (first !== '' && !/[。；]./u.test(first) && (node.children.length > 0 || !/[。；]$/u.test(first)))
    return take(node, first, line + 1);
  const stop = own.search(/[。；\n]/u);
  const bracket = own.search(/[（(〔](?=[^）)〕]{0,60}(?:负责|牵头|责任|单位|部门))/u);
  if (node.children.length > 0 && node.end - node.after <= 90 && (stop < 0 || stop >= node.end - node.after - 1))
    return take(node, own.slice(0, node.end - node.after), node.end - node.after);
  const run = KNOWN.exec(own)?.[0] ?? (node.rank === RANK.cn ? RUN_IN.exec(own)?.[0] : undefined);
  if (run !== undefined && (stop < 0 || run.length < stop)) return take(node, run, run.length);
  const most = node.rank <= RANK.cnBracket ? 45 : 30;
  if (
    stop < 2 ||
    stop > most ||
    own[stop] !== '。' ||
    (bracket >= 0 && bracket < stop) ||
    node.end <= node.after + stop + 2
  )
    return;
  const said = own.slice(0, stop).replace(/[（(][^（()）]*[)）]/gu, '');
  if ((NO_HEADING.test(said) && !WORK.test(said)) || bracket === stop + 1) return;
  node.heading = own.slice(0, stop).trim();
  node.lead = node.after + stop + 1;
}

/** A first sentence with a deadline or an amount in it, or one that decides something, is a task and no heading. */
const NO_HEADING =
  /20\d\d年|\d+月|\d[\d.]*[万亿]?[家个项所户亩套件%]|^(?:对|在|由|自|从|凡|各[地级市]|省|市|县|制定(?:出台|印发|完善)?.{4,}(?:办法|意见|规划|方案)$|(?:研究)?出台)/u;

/** 市第二医院迁建: the name of a work is a heading, whatever it begins with. */
const WORK = /^[^，\d]{4,24}(?:工程|项目|[迁新改扩]建|改造|整治)$/u;

function take(node: Node, heading: string, length: number): void {
  node.heading = heading.trim().replace(/[。：:]$/u, '');
  node.body = node.after + length;
  node.lead = node.body;
}

/** The headings above a stretch, the outermost first, with their markers as printed. */
export function pathOf(node: Node | null, text: string): string[] {
  const path: string[] = [];
  for (let n = node; n !== null; n = n.parent) path.unshift(text.slice(n.at, n.after).trim() + n.heading);
  return path;
}

const NO_TASKS =
  /^(?:.{0,6}(?:总要求|总体(?:要求|思路|目标)|指导思想|基本(?:原则|思路)|(?:工作|主要|总体|发展|行动|阶段|具体|绩效|规划|年度)目标|目标任务|适用(?:范围|对象)|政策依据|起草背景|出台背景|名词解释|工作原则|基本情况|实施原则|组织机构|工作思路|编制背景|现状|(?:活动|实施|工作|援助|服务|补贴|培训|奖励|政策|参与|适用)(?:主题|时间|对象|范围|期限|目标|条件|标准)|面临形势)|.{0,10}(?:重大|重要)意义|.{0,12}(?:认识|把握).{0,24}(?:意义|重要性|必要性|紧迫性))/u;

/** 修订服务标准, 明确工作目标: what somebody is to do with it. */
const DO =
  /^(?:修订|制定|完善|健全|规范|提高|提升|明确|落实|调整|统一|扩大|拓[宽展]|放宽|降低|建立|优化|严格|延长|缩短|推行|推进|实现|细化|公布|强化|加强|加大|改进|改善|创新|探索|开展|编制|出台)/u;

/** Whether a stretch stands in a section that holds no tasks: guiding thought, principles, goals, significance. */
export function holdsNoTasks(node: Node | null): boolean {
  for (let n = node; n !== null; n = n.parent)
    if (n.heading.length <= 46 && NO_TASKS.test(n.heading) && !(n.rank > RANK.cn && DO.test(n.heading))) return true;
  return false;
}
