// Written by `npm run schema` from the migrated database; a test compares. Do not edit.
import type { Generated, GeneratedAlways } from 'kysely';

export interface Schema {
  account: {
    city: number;
    id: string;
    login: string;
    name: string;
    password_hash: string;
    created_at: Generated<Date>;
    disabled_at: Date | null;
    must_change: Generated<boolean>;
    has_password: GeneratedAlways<boolean | null>;
  };
  act: {
    city: number;
    stream: string;
    seq: number;
    id: string;
    kind: string;
    seat: string | null;
    at: Date;
    body: string;
    hash: Buffer;
    prev: Buffer | null;
    position: GeneratedAlways<number>;
    xid: Generated<string>;
  };
  act_veil: {
    city: number;
    stream: string;
    seq: number;
    body: string;
  };
  adoption_due: {
    city: number;
    noun: string;
  };
  assignment: {
    city: number;
    matter: string;
    unit: string;
    part: string;
    stance: string;
    phase: string;
    stage: string;
    area: string | null;
    bounces: number;
    due_at: Date;
    todo: string | null;
    todo_at: Date;
    for_head: Generated<boolean>;
    meets_on: string | null;
    sealed: boolean | null;
    mechanism: string;
  };
  assignment_key: {
    city: number | null;
    unit: string | null;
    matter: string | null;
    mechanism: string | null;
    phase: string | null;
    stage: string | null;
    area: string | null;
    due_at: Date | null;
  };
  attachment: {
    city: number;
    file: string;
    matter: string;
  };
  bulletin: {
    city: number;
    id: string;
    number: string;
    title: string;
    round: string;
    before: string | null;
    content: string;
    published_at: Date;
    published_by: string;
    seq: number;
    hash: Buffer;
  };
  calendar_amendment: {
    city: number;
    day: string;
    version: number;
    working: boolean | null;
    reason: string;
    seat: string | null;
    at: Generated<Date>;
  };
  callback_sample: {
    city: number;
    mechanism: string;
    week: string;
    drawn_at: Date;
    share: number;
    least: number;
    population: Generated<unknown>;
    drawn: Generated<string[]>;
  };
  category: {
    city: number;
    scheme: string;
    version: number;
    code: string;
    n: number;
    parent: string | null;
    zh: string;
    en: string | null;
    retired: boolean;
  };
  checkpoint: {
    city: number;
    n: number;
    horizon: string;
    acts: number;
    root: Buffer;
    prev: Buffer | null;
    signature: Buffer;
    key_id: string;
    at: Date;
  };
  checkpoint_head: {
    city: number;
    n: number;
    root: Buffer;
  };
  circle: {
    city: number;
    id: string;
    mechanism: string;
    seats: string[];
    since: Generated<Date[]>;
  };
  city: {
    city: number;
    name: string;
    name_en: Generated<string>;
    created_at: Generated<Date>;
  };
  city_secret: {
    city: number;
    purpose: string;
    secret: Buffer;
  };
  clock: {
    city: number;
    matter: string;
    n: number;
    clock: string;
    unit: string | null;
    started_at: Date;
    due_at: Date;
    paused_on: string | null;
    stopped_at: Date | null;
    how: string | null;
  };
  clock_told: {
    city: number;
    matter: string;
    n: number;
    due_at: Date;
    rung: number;
  };
  contact: {
    city: number;
    id: string;
    originator: string;
    kind: string;
    sealed: string;
    confirmed: boolean;
    lookup: Buffer | null;
  };
  contact_shown: {
    city: number;
    id: string;
    originator: string;
    seat: string;
    purpose: string;
    at: Date;
    matter: string | null;
    unit: string | null;
  };
  debarment: {
    city: number;
    id: string;
    kind: string;
    print: Buffer;
    file: string;
    entered: boolean;
    starts: string;
    ends: string;
    lifted_on: string | null;
    void: boolean;
    state: string;
  };
  debarment_look: {
    city: number;
    id: string;
    debarment: string | null;
    day: string;
    way: string;
    seat: string;
    purpose: string;
    at: Date;
  };
  debarment_proof: {
    city: number;
    debarment: string;
    file: string;
  };
  delivery: {
    city: number;
    id: string;
    account: string | null;
    channel: string;
    target: string;
    state: string;
    tries: Generated<number>;
    said: Generated<string>;
    tried_at: Date | null;
    originator: string | null;
    contact: string | null;
    act: string | null;
    matters: Generated<number>;
  };
  delivery_notice: {
    city: number;
    delivery: string;
    notice: string;
  };
  draft: {
    city: number;
    id: string;
    digest: Buffer;
    title: string;
    status: Generated<string>;
    round: string | null;
    version: Generated<number>;
    items: number;
    articles: string;
    review: string;
    seat: string;
    created_by: string;
    created_at: Date;
    updated_at: Date;
  };
  duplicate_group: {
    city: number;
    mechanism: string;
    newest: string;
    matters: string[];
    size: number;
  };
  duplicate_search: {
    city: number;
    mechanism: string;
    found_at: Date;
    read: number;
    whole: boolean;
  };
  duty_rule: {
    city: number;
    id: string;
    unit: string;
    weekdays: number[];
    people: number;
    since: string;
    eligible: string[] | null;
    opens: string | null;
    shuts: string | null;
    ends: string | null;
    titles: string[] | null;
  };
  duty_swap: {
    city: number;
    id: string;
    unit: string;
    seat: string;
    day: string;
    other: string;
    other_day: string;
    status: string;
    asked_at: Date;
    answered_at: Date | null;
  };
  enterprise: {
    city: number;
    id: string;
    code: string;
    name: string;
    initials: string;
    industry: string | null;
    staff: number | null;
    revenue: number | null;
    assets: number | null;
    place: string | null;
    earlier: Generated<unknown>;
    closed_at: Date | null;
  };
  entry: {
    city: number;
    id: string;
    noun: string;
    seq: number;
    hash: Buffer;
    at: Date;
    state: string;
  };
  erasure_due: {
    city: number;
    subject: string;
    due_at: Date;
    last_act: Date;
    matters: number;
    listed_at: Date;
  };
  erasure_wish: {
    city: number;
    id: string;
    originator: string;
    at: Date;
    settled_at: Date | null;
    how: string | null;
    reason: Generated<string>;
    seat: string | null;
  };
  fact_base: {
    city: number;
    mechanism: string;
    as_of: Date;
  };
  fact_sum: {
    city: number;
    mechanism: string;
    month: string;
    lead: string;
    marks: number;
    n: number;
    bounces: number;
    returns: number;
    reopenings: number;
  };
  file: {
    city: number;
    id: string;
    name: string;
    media_type: string;
    size: number;
    sha256: Buffer;
    uploaded_by: string | null;
    created_at: Generated<Date>;
    erased_at: Date | null;
    erased_by: string | null;
    about: string | null;
    kept: string | null;
    replaced_by: string | null;
  };
  first_steps: {
    city: number;
    rules_seen_at: Date | null;
    dismissed_at: Date | null;
  };
  hot_topics: {
    city: number;
    week: string;
    counted_at: Date;
    registered: number;
    read: number;
    topics: unknown;
  };
  interest: {
    city: number;
    id: string;
    account: string;
    kind: string;
    enterprise: string | null;
    said: string | null;
    declared_at: Date;
    ended_at: Date | null;
  };
  listing: {
    city: number;
    matter: string;
    number: string;
    title: string;
    lead: string | null;
    until: string;
    listed_at: Date;
    delisted_at: Date | null;
    result: string | null;
    promise: string | null;
    promised_by: string | null;
    paused_on: string | null;
    answered_on: string | null;
  };
  login: {
    login: string;
    city: number;
    account: string;
  };
  matter: {
    city: number;
    id: string;
    mechanism: string;
    version: number;
    number: string;
    n: number;
    round: string | null;
    stage: string;
    phase: string;
    area: string | null;
    lead: string | null;
    units: string[];
    open_to_city: boolean;
    due_at: Date;
    todo: string | null;
    todo_at: Date;
    updated_at: Date;
    seq: number;
    hash: Buffer;
    state: string;
    confidential: Generated<boolean>;
    paused: Generated<boolean>;
    bounces: Generated<number>;
    registered_at: Date;
    originators: Generated<string[]>;
    slip: string | null;
    listed: Generated<boolean>;
    raised_to: string | null;
    raised_at: Generated<Date>;
    parent: string | null;
    helpers: Generated<string[]>;
    catalogue: string | null;
    item: string | null;
    sealed: Generated<boolean>;
    recurs_on: string | null;
    green: Generated<boolean>;
  };
  matter_fact: {
    city: number;
    matter: string;
    since: Date;
    until: Date;
    mechanism: string;
    lead: string | null;
    category: string[];
    channel: string | null;
    originator: string | null;
    marks: number;
    bounces: number;
    returns: number;
    reopenings: number;
    registered_on: string;
    assigned_on: string | null;
    accepted_on: string | null;
    answered_on: string | null;
    closed_on: string | null;
    counted_on: string | null;
    amount: number | null;
  };
  matter_key: {
    city: number | null;
    id: string | null;
    mechanism: string | null;
    phase: string | null;
    stage: string | null;
    area: string | null;
    round: string | null;
    due_at: Date | null;
    registered_at: Date | null;
    confidential: boolean | null;
    paused: boolean | null;
    listed: boolean | null;
    raised_to: string | null;
    green: boolean | null;
    bounces: number | null;
    slip: string | null;
  };
  matter_pass: {
    city: number;
    id: string;
    matter: string;
    originator: string;
    kind: string;
    hash: Buffer;
    at: Date;
    expires_at: Date | null;
  };
  matter_read: {
    city: number;
    matter: string;
    seat: string;
    account: string;
    seq: number;
    at: Date;
  };
  matter_target: {
    city: number;
    matter: string;
    target: string;
    since: Date;
    until: Date;
    mechanism: string;
    quantity: string;
    value: string | null;
    planned: string | null;
    read_on: string | null;
    first: boolean;
    open: Generated<boolean>;
    area: string | null;
  };
  matter_words: {
    city: number;
    matter: string;
    words: string;
    grams: string;
    units: Generated<string[]>;
    sealed: boolean | null;
  };
  mechanism: {
    city: number;
    key: string;
    version: number;
    source: string;
    published_at: Date;
    seat: string | null;
  };
  migration: {
    name: string;
    checksum: string;
    applied_at: Generated<Date>;
  };
  notice: {
    city: number;
    id: string;
    seat: string;
    kind: string;
    why: string;
    subject: string;
    act: string | null;
    matter: string | null;
    bulletin: string | null;
    unit: string | null;
    due: string | null;
    at: Date;
    on_page: boolean;
    read_at: Date | null;
    go_at: Date | null;
    duty_swap: string | null;
  };
  notice_choice: {
    city: number;
    account: string;
    kind: string;
    channels: string[];
  };
  notice_mail: {
    city: number;
    account: string;
    address: string;
    confirmed_at: Date | null;
    code_hash: Buffer | null;
    code_until: Date | null;
    sent_at: Date;
    wrong: Generated<number>;
  };
  notice_setting: {
    city: number;
    account: string;
    language: string;
    digest_at: number;
    promptly: boolean;
  };
  notice_webhook: {
    city: number;
    account: string;
    form: string;
    url: string;
    secret: string;
    tested_at: Date | null;
  };
  number_series: {
    city: number;
    series: string;
    last: number;
  };
  one_time_code: {
    city: number;
    id: string;
    originator: string | null;
    lookup: Buffer;
    address: string;
    hash: Buffer;
    at: Date;
    expires_at: Date;
    tries: Generated<number>;
    used_at: Date | null;
  };
  originator: {
    city: number;
    id: string;
    kind: string;
    enterprise: string | null;
    proven: boolean;
    claims: string | null;
    erased_at: Date | null;
    language: Generated<string>;
  };
  originator_session: {
    city: number;
    token_hash: Buffer;
    originator: string;
    matter: string | null;
    at: Date;
    seen_at: Date;
    expires_at: Date;
  };
  outbox: {
    city: number;
    id: string;
    stream: string;
  };
  published_answer: {
    city: number;
    matter: string;
    id: string;
    question: string;
    answer: string;
    scheme: string | null;
    category: string | null;
    published_at: Date;
    words: string;
    grams: string;
  };
  ranking_held: {
    city: number;
    mechanism: string;
    first_day: string;
    last_day: string;
    held_at: Date;
  };
  refused_request: {
    city: number;
    source: string;
    external: string;
    code: string;
    problem: unknown;
    times: Generated<number>;
    at: Date;
  };
  round: {
    city: number;
    id: string;
    mechanism: string;
    version: number;
    year: number;
    number: number;
    name: string;
    held_on: string;
    attendees: unknown;
    draft: string | null;
    opened_by: string;
    seq: number;
    hash: Buffer;
    created_at: Date;
  };
  saved_view: {
    city: number;
    id: string;
    seat: string;
    unit: string | null;
    name: string;
    search: string;
    shared: string;
    updated_at: Date;
  };
  scheme: {
    city: number;
    key: string;
    version: number;
    name_zh: string;
    name_en: string;
    published_at: Date;
    seat: string | null;
  };
  sealed_key: {
    city: number;
    matter: string;
    seat: string;
    wrapped: string;
  };
  seat: {
    city: number;
    id: string;
    account: string;
    unit: string | null;
    role: string;
    title: Generated<string>;
    from_at: Date;
    until_at: Date | null;
  };
  session: {
    city: number;
    token_hash: Buffer;
    account: string;
    seat: string | null;
    created_at: Date;
    seen_at: Date;
    expires_at: Date;
    address: Generated<string>;
    agent: Generated<string>;
  };
  setup_code: {
    one: Generated<boolean>;
    hash: Buffer;
    attempts: Generated<number>;
    expires_at: Date;
  };
  sheet_heads: {
    city: number;
    seat: string;
    digest: Buffer;
    mapping: string;
    used_at: Date;
  };
  sheet_import: {
    city: number;
    id: string;
    seat: string;
    digest: Buffer;
    sheet: string;
    headings: string;
    mapping: string;
    names: Generated<string>;
    notes: string;
    remembered: boolean;
  };
  sheet_row: {
    city: number;
    import: string;
    n: number;
    act: string;
    cells: string;
    fix: Generated<string>;
    plan: Generated<string>;
    issues: Generated<string>;
    state: string;
    picked: boolean | null;
    chosen: boolean;
    matter: string | null;
    unvalued: Generated<string>;
  };
  sign_in_attempt: {
    id: GeneratedAlways<number>;
    login: string;
    address: string;
    at: Date;
  };
  signing_key: {
    city: number;
    id: string;
    public: Buffer;
    created_at: Date;
  };
  signing_secret: {
    city: number;
    id: string;
    private: Buffer;
  };
  source: {
    city: number;
    id: string;
    name: string;
    mechanism: string;
    channel: string | null;
    token_hash: Buffer;
    revoked_at: Date | null;
  };
  subject_key: {
    city: number;
    subject: string;
    key: Buffer;
  };
  suggestion_lesson: {
    city: number;
    mechanism: string;
    about: string;
    looked_at: Date;
    matters: number;
    kinds: number;
    version: string | null;
    learned_at: Date | null;
  };
  suggestion_model: {
    city: number;
    mechanism: string;
    about: string;
    version: string;
    model: Buffer;
  };
  suggestion_said: {
    city: number;
    matter: string;
    about: string;
    seq: number;
    label: string | null;
    said_at: Date;
  };
  taken_request: {
    city: number;
    source: string;
    external: string;
    matter: string;
    originator: string;
    digest: Buffer;
    at: Date;
  };
  tenure: {
    city: number;
    seat: string;
    n: number;
    account: string;
    unit: string | null;
    title: string;
    from_at: Date;
    until_at: Date | null;
  };
  told_apart: {
    city: number;
    id: string;
    mechanism: string;
    told_at: Date;
    told_by: string;
    ended_at: Date | null;
    ended_by: string | null;
  };
  told_apart_matter: {
    city: number;
    told: string;
    matter: string;
    part: number;
  };
  transfer: {
    city: number;
    id: string;
    kind: string;
    seat: string;
    account: string;
    ask: string;
    title: string;
    language: string;
    status: string;
    done: Generated<number>;
    total: number | null;
    problem: string | null;
    file_name: Generated<string>;
    media_type: Generated<string>;
    size: number | null;
    created_at: Date;
    finished_at: Date | null;
    expires_at: Date;
  };
  transfer_part: {
    city: number;
    transfer: string;
    n: number;
    bytes: Buffer;
  };
  unit: {
    city: number;
    id: string;
    parent: string | null;
    name: string;
    short_name: string | null;
    aliases: Generated<string[]>;
    kind: string;
    sort: Generated<number>;
    retired_at: Date | null;
    merged_into: string | null;
    earlier: Generated<unknown>;
    located: unknown | null;
  };
  unit_version: {
    city: number;
    version: string;
  };
  upload: {
    city: number;
    id: string;
    seat: string;
    name: string;
    size: number;
    received: Generated<number>;
    created_at: Date;
    expires_at: Date;
    kept: string | null;
  };
  upload_piece: {
    city: number;
    upload: string;
    place: number;
    bytes: Buffer;
  };
  view_pin: {
    city: number;
    seat: string;
    view: string;
    at: Date;
  };
}
