import { Outlet } from '@tanstack/react-router';
import { Announcer } from './Announcer.tsx';
import { useArrival } from './useArrival.ts';

export function Root() {
  useArrival();
  return (
    <>
      <Outlet />
      <Announcer />
    </>
  );
}
