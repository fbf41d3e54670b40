import { Button as AntButton, type ButtonProps } from 'antd';
import style from './Button.module.css';

type Props = Omit<ButtonProps, 'loading'> & {
  /** What it began is under way: it turns a wheel and takes no second press. */
  loading?: boolean | undefined;
};

/**
 * Every button of the page. Ant Design's own sign of waiting is read out as the word “loading” within the button's name; here the
 * name stays what it is, and that it is busy is said to a reader's software as such. What sends something is not sent again by the
 * second click of a double click, which may come before the page has drawn that it is busy, or after all is done.
 */
export function Button({ loading, onClick, ...rest }: Props) {
  const sends = loading !== undefined || rest.htmlType === 'submit';
  return (
    <AntButton
      {...rest}
      aria-busy={loading || undefined}
      loading={loading === true && { icon: <Wheel /> }}
      onClick={(event) => {
        if (sends && event.detail > 1) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}

const Wheel = () => (
  <svg className={style['wheel']} width={14} height={14} viewBox="0 0 24 24" fill="none" aria-hidden="true">
    <path d="M12 3a9 9 0 1 1-9 9" stroke="currentColor" strokeWidth={2.5} strokeLinecap="round" />
  </svg>
);
