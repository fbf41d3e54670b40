import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useT } from '../i18n/language.tsx';
import { Announcer } from './Announcer.tsx';
import { speakForBrowser } from './ownValidity.ts';
import { useArrival } from './useArrival.ts';

export function Root() {
  const t = useT();
  useArrival();
  useEffect(() => speakForBrowser(t), [t]);
  return (
    <>
      <Outlet />
      <Announcer />
    </>
  );
}
