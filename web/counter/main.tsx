import '../theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ThemeProvider } from '../theme/ThemeProvider.tsx';
import { Counter } from './Counter.tsx';
import { firstWords, WordsProvider } from './words.tsx';

// The pages for whoever has no seat. They stand apart from the desk's: no frame, no library of widgets, little to fetch on a phone.

const first = await firstWords();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <WordsProvider first={first}>
      <ThemeProvider>
        <Counter />
      </ThemeProvider>
    </WordsProvider>
  </StrictMode>,
);
