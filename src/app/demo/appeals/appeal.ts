/** Working days after the first day of its time, and the time of that day: `[3, '09:40']`. */
export type When = readonly [workday: number, clock: string];

/** What the demo's enterprises raised, and what became of it: invented, no two alike but where that is the point. */
export type DemoAppeal = {
  readonly on: When;
  /** Which of the demo's enterprises. */
  readonly by: number;
  readonly channel: 'web' | 'phone' | 'visit' | 'station' | 'round-table' | 'chamber' | 'hotline' | 'sheet';
  readonly category: string;
  readonly lead: string;
  readonly text: string;
  /** Working days from its registration to the answer. */
  readonly takes: number;
  readonly answer: string;
  readonly place?: string;
  readonly co?: readonly (readonly [unit: string, answer: string])[];
  /** Whom it was given to before, and why they sent it back: once, or twice. */
  readonly refused?: readonly (readonly [unit: string, reason: string])[];
  readonly ask?: readonly [question: string, reply: string];
  readonly promise?: string;
  readonly report?: string;
  /** More time, and for how many working days in all. */
  readonly extend?: readonly [reason: string, days: number];
  /** A draft that the head sent back, and why. */
  readonly redraft?: readonly [draft: string, reason: string];
  /** How it was judged; left out: five stars. */
  readonly stars?: number;
  readonly words?: string;
  readonly unnamed?: boolean;
  /** The first answer, what was said of it, what was heard on calling back, why it was taken up again. */
  readonly before?: {
    readonly answer: string;
    readonly words: string;
    readonly heard: string;
    readonly reason: string;
  };
  /** Whose appeal it was joined to by mistake, and why it was parted again. */
  readonly joined?: readonly [into: number, reason: string];
  /** It was judged ill and is not to be counted: what was heard on calling back, the reason, what they are told, what the review said. */
  readonly excluded?: {
    readonly heard: string;
    readonly reason: string;
    readonly told: string;
    readonly review: string;
  };
  /** Question and answer as they were published, with the consent of whoever raised it. */
  readonly published?: readonly [question: string, answer: string];
  /** Who was asked to help when it had been accepted, with what; and which part was given to another unit then. */
  readonly helped?: readonly [helper: string, text: string];
  readonly divided?: readonly [unit: string, text: string, days: number];
  /** What it is called on the list that everybody reads, and by which working day it is promised there; delisted the day after its answer. */
  readonly listed?: readonly [title: string, by: number];
  /** How far it has come; left out: to the end. */
  readonly until?: 'classified' | 'accepted' | 'answered';
};
