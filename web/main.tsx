import './theme/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { sweepDrafts } from './acts/drafts.ts';
import { Dress } from './theme/Dress.tsx';
import { ThemeProvider } from './theme/ThemeProvider.tsx';
import { LanguageProvider, loadWords, rememberedLanguage } from './i18n/language.tsx';
import { makeQueries } from './queries.ts';
import { renewWhenStale } from './renew.ts';
import { makeRouter } from './router.ts';

const queries = makeQueries(() => {
  const to = router.state.location.href;
  if (['/sign-in', '/start'].includes(router.state.location.pathname)) return;
  queries.clear();
  void router.navigate({ to: '/sign-in', search: { to } });
});
const router = makeRouter(queries);

renewWhenStale();
sweepDrafts();
const first = await loadWords(rememberedLanguage());
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
