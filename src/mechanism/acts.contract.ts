import { z } from 'zod';

/** Every act that the engine knows. A mechanism says which it has, who does them, and from where to where. */
export const ActKind = z.enum([
  'register',
  'assign',
  'accept',
  'refuse',
  'report',
  'extend',
  'grant',
  'deny',
  'pause',
  'resume',
  'answer',
  'verify',
  'return',
  'close',
  'reopen',
  'remind',
  'instruct',
  'note',
  'attach',
  'correct',
  'classify',
  'inquire',
  'reply',
  'promise',
  'propose',
  'evaluate',
  'draw',
  'callback',
  'publish',
  'withdraw',
  'exclude',
  'review',
  'join',
  'part',
  'divide',
  'help',
  'unhelp',
  'waive',
  'exempt',
  'gain',
  'revise',
  'carry',
  'slip',
  'list',
  'delist',
  'raise',
  'lower',
  'involve',
  'appoint',
  'clear',
  'recuse',
  'convene',
  'meet',
  'settle',
  'keep',
  'breach',
  'retract',
  'confirm',
  'rule',
  'fail',
  'drop',
  'refer',
  'target',
  'measure',
  'inspect',
  'wish',
  'forget',
]);
export type ActKind = z.infer<typeof ActKind>;

/**
 * Who may act: a seat's role in the city, or a part in the matter. `lead` and `co` are the handler or the head of that
 * unit; `lead.head` is the head alone. `originator` is whoever brought the matter up; `raised` the seat to which it was raised above the
 * units; `appointed` the seat that was appointed to it; `helper` a seat that was asked to help; `desk` whoever
 * takes down what somebody raises, with its papers: seats of the office's unit and of the units that the city has located; `ladder` nobody at all: what the city has ordered to follow when a clock runs
 * out; `source` the program that handed the matter over, and passes on what was heard there.
 */
export const Actor = z.enum([
  'supervisor',
  'mayor',
  'administrator',
  'lead',
  'co',
  'lead.handler',
  'lead.head',
  'co.handler',
  'co.head',
  'originator',
  'raised',
  'appointed',
  'helper',
  'desk',
  'ladder',
  'source',
]);
export type Actor = z.infer<typeof Actor>;

/**
 * What a mechanism may demand of whoever acts, beyond what the act itself cannot do without; `photo`: that one of the files is a picture;
 * `told`: words for whoever raised the matter.
 */
export const Demand = z.enum(['reason', 'evidence', 'photo', 'result', 'due', 'note', 'told']);
export type Demand = z.infer<typeof Demand>;

/** The acts that files go with. */
const EVIDENCE: readonly ActKind[] = [
  'report',
  'answer',
  'attach',
  'reply',
  'propose',
  'delist',
  'meet',
  'settle',
  'keep',
  'measure',
  'inspect',
  'rule',
  'waive',
  'gain',
];

/** The fields that a file may call by names of its own: those of acts that are of another kind in each mechanism. A test holds this against what each act takes. */
export const NAMED_FIELDS: Readonly<Partial<Record<ActKind, readonly string[]>>> = {
  convene: ['meetOn', 'from', 'place', 'came'],
  meet: ['heldOn', 'from', 'lasted', 'place', 'came', 'text'],
};

/** The acts that have a place for what may be demanded. A test holds this against what each act takes. */
export const TAKES: Readonly<Record<Demand, readonly ActKind[]>> = {
  reason: [
    'refuse',
    'extend',
    'deny',
    'pause',
    'return',
    'reopen',
    'correct',
    'withdraw',
    'exclude',
    'part',
    'unhelp',
    'clear',
    'raise',
    'lower',
    'breach',
    'retract',
    'fail',
    'drop',
    'target',
    'measure',
    'waive',
    'forget',
  ],
  evidence: EVIDENCE,
  photo: EVIDENCE,
  result: ['answer', 'propose', 'delist'],
  told: ['reopen', 'exclude'],
  due: ['register', 'assign', 'divide', 'return', 'reopen', 'promise', 'instruct'],
  note: [
    'assign',
    'accept',
    'grant',
    'resume',
    'verify',
    'close',
    'classify',
    'review',
    'join',
    'involve',
    'appoint',
    'convene',
    'keep',
    'rule',
    'refer',
    'inspect',
    'exempt',
  ],
};
