import './theme/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { sweepDrafts } from './acts/drafts.ts';
import { leave } from './session/out.ts';
import { Dress } from './theme/Dress.tsx';
import { ThemeProvider } from './theme/ThemeProvider.tsx';
import { firstLanguage, LanguageProvider, loadWords } from './i18n/language.tsx';
import { makeQueries } from './queries.ts';
import { renewWhenStale } from './renew.ts';
import { makeRouter } from './router.ts';

const queries = makeQueries((why) => {
  const to = router.state.location.href;
  if (['/sign-in', '/start'].includes(router.state.location.pathname)) return;
  leave(queries, why);
  void router.navigate({ to: '/sign-in', search: { to } });
});
const router = makeRouter(queries);

renewWhenStale();
sweepDrafts();
const first = await loadWords(firstLanguage());
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider first={first}>
        <ThemeProvider>
          <Dress>
            <RouterProvider router={router} />
          </Dress>
        </ThemeProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
