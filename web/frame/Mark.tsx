import style from './Mark.module.css';

/** The name of the house, set like a seal beside a signature: 回 within 回, an answer that comes back. */
export const Mark = () => (
  <span className={style['mark']}>
    <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="6" fill="var(--lotus)" />
      <path
        d="M7 8h18v16H7zM12.5 13h7v6h-7z"
        fill="none"
        stroke="var(--on-lotus)"
        strokeWidth="2.6"
        strokeLinejoin="round"
      />
    </svg>
    <span>回音</span>
  </span>
);
