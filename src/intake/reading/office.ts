import { no, ok, problem, type Result } from '../../kernel/index.ts';
import { officeFault, UNPACKED_LIMIT, type Office } from '../../platform/files/index.ts';

/** Whether a ZIP is an office file of that kind that may be unpacked; if not, the refusal that says why. */
export async function checkOffice(type: Office, bytes: Uint8Array): Promise<Result<true>> {
  switch (await officeFault(type, bytes)) {
    case null:
      return ok(true);
    case 'too-large':
      return no(
        problem('intake.file-unpacks-too-large', { type, limit: UNPACKED_LIMIT / 1024 / 1024 }, { status: 413 }),
      );
    case 'encrypted':
      return no(problem('intake.file-encrypted', { type }, { status: 422 }));
    case 'wrong-type':
      return no(problem('intake.file-wrong-type', {}, { status: 415 }));
    case 'damaged':
    case 'entities':
      return no(problem('intake.file-damaged', { type }, { status: 422 }));
  }
}
