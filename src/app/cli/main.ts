import { languageOf } from '../../platform/i18n/index.ts';
import { run } from './run.ts';

// `./huiyin`: see commands.ts.

const { stdin, stdout, stderr, env } = process;
const lang = languageOf(env['HUIYIN_LANG'], env['LC_ALL'] || env['LANG']);
// A reader that has seen enough (`… | head`) is no fault.
stdout.on('error', (error: { code?: string }) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await run(process.argv.slice(2), { stdin, stdout, stderr, lang });
