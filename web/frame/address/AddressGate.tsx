import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Waiting } from '../Waiting.tsx';
import { useWrong } from './useWrong.ts';

const WrongAddress = lazy(async () => ({ default: (await import('./WrongAddress.tsx')).WrongAddress }));

/** The page that is open; in its place what is wrong with its address, where nothing can be asked by that. */
export function AddressGate() {
  const wrong = useWrong();
  if (wrong.length === 0) return <Outlet />;
  return (
    <Suspense fallback={<Waiting />}>
      <WrongAddress wrong={wrong} />
    </Suspense>
  );
}
