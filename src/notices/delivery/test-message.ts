import type { Uuid } from '../../kernel/index.ts';
import type { Message } from '../../platform/channels/index.ts';
import { sentence, type Language } from '../../platform/i18n/index.ts';

/** What a person sends to themselves to see that it arrives: it holds no notice. */
export const testMessage = (id: Uuid, { language, page }: { language: Language; page: string | null }): Message => ({
  id,
  title: sentence(language, 'notice.test-title'),
  lines: [{ text: sentence(language, 'notice.test-text'), url: page }],
});
