import { pictureAddress } from './guide.ts';
import style from './GuidePicture.module.css';

/** A picture of the desk; one of a phone is no wider than a phone. */
export const GuidePicture = ({ from, shows }: { from: string; shows: string }) => (
  <figure className={style['picture']} data-phone={from.includes('-phone')}>
    <img src={pictureAddress(from)} alt={shows} loading="lazy" decoding="async" />
    <figcaption aria-hidden="true">{shows}</figcaption>
  </figure>
);
