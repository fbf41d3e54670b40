import { findCaller } from '../../directory/index.ts';
import { refuse, type Uuid } from '../../kernel/index.ts';
import type { FileStore } from '../../platform/files/index.ts';
import { defineJob, type Job } from '../../platform/jobs/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { keepFile, workOff } from '../../platform/transfers/index.ts';
import { ExportPersonal } from '../contract.ts';
import { copyBundle } from './bundle.ts';
import { copyOf } from './copy.ts';

/** Writes the copy of somebody's data that an administrator asked for, who must still be one. */
export const exportPersonal = (files: Pick<FileStore, 'read'>): Job<{ transfer: Uuid }> =>
  defineJob<{ transfer: Uuid }>('privacy.copy', (city, given, context) =>
    workOff(context, city, given.transfer, async (under) => {
      const { account, seat, ask, language } = under.transfer;
      const caller = await findCaller(context.pool, city, account, seat, context.now());
      if (caller?.role !== 'administrator') return refuse('matter.export-seat-left', {}, { status: 403 });
      const { originator } = ExportPersonal.parse(JSON.parse(ask));
      const copy = await transact(context.pool, { city, system: true }, (tx) =>
        copyOf(tx, city, originator, null, true),
      );
      const file = copyBundle(files, copy, language);
      return keepFile(context, city, under, file, { rows: copy.words.length, total: copy.words.length });
    }),
  );
