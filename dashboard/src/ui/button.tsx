import type { ButtonHTMLAttributes, ReactNode } from 'react';
import classes from './button.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `filled` is the one thing to do here, `default` one of several, `subtle` an icon or a word among others. */
  variant?: 'filled' | 'default' | 'subtle';
  size?: 'xs' | 'sm';
  leftSection?: ReactNode;
  rightSection?: ReactNode;
  fullWidth?: boolean;
  /** Busy: pressed already, and not to be pressed again yet. */
  loading?: boolean;
}

/** The button of every screen. Our own, because the first load has no room for a component library's. */
export function Button(props: ButtonProps): ReactNode {
  const {
    variant = 'filled',
    size = 'sm',
    leftSection,
    rightSection,
    fullWidth = false,
    loading = false,
    className = '',
    disabled,
    children,
    type = 'button',
    ...rest
  } = props;
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled === true || loading}
      aria-busy={loading || undefined}
      className={`${classes.button} ${className}`}
      data-variant={variant}
      data-size={size}
      data-full={fullWidth}
    >
      {leftSection}
      <span className={classes.label}>{children}</span>
      {rightSection}
    </button>
  );
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What it does: an icon alone says nothing to those who cannot see it. */
  'aria-label': string;
  variant?: 'default' | 'subtle';
  /** Edge in pixels. */
  size?: number;
}

/** A square button that holds one icon. */
export function IconButton(props: IconButtonProps): ReactNode {
  const { variant = 'subtle', size = 32, className = '', style, type = 'button', ...rest } = props;
  return (
    <button
      {...rest}
      type={type}
      className={`${classes.icon} ${className}`}
      data-variant={variant}
      style={{ ...style, width: size, height: size }}
    />
  );
}
