import { useLanguage } from '../i18n/language.tsx';
import { useSession } from './session.ts';

/** What the city is called in the reader's language. A document of the city's bears its own name, whoever reads it. */
export function useCityName(): string {
  const { language } = useLanguage();
  const { cityName, cityNameEn } = useSession();
  return (language === 'en' && cityNameEn) || cityName;
}
