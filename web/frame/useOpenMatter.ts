import { useRouterState } from '@tanstack/react-router';

/** The matter that is open: on its own page, or beside the ledger; null elsewhere. */
export function useOpenMatter(): string | null {
  return useRouterState({
    select: ({ location }) => {
      const [, id] = /^\/matters\/([0-9a-f]{8}-[0-9a-f-]{27})$/u.exec(location.pathname) ?? [];
      const beside = location.pathname === '/ledger' ? (location.search as { open?: string }).open : undefined;
      return id ?? beside ?? null;
    },
  });
}
