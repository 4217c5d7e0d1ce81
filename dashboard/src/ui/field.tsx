import { useId, type InputHTMLAttributes, type ReactNode } from 'react';
import classes from './field.module.css';

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  /** Above the field. A field without it needs an aria-label. */
  label?: string;
  leftSection?: ReactNode;
}

/** One line of text, a day, or a search. */
export function TextField({ label, leftSection, className = '', id, ...rest }: TextFieldProps): ReactNode {
  const own = useId();
  return (
    <span className={`${classes.field} ${className}`}>
      {label ? <label htmlFor={id ?? own}>{label}</label> : null}
      <span className={classes.box}>
        {leftSection ? <span className={classes.left}>{leftSection}</span> : null}
        <input {...rest} id={id ?? own} data-left={leftSection ? true : undefined} />
      </span>
    </span>
  );
}

interface SwitchProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'role'> {
  label: string;
}

/** On or off, at once. */
export function Switch({ label, ...rest }: SwitchProps): ReactNode {
  return (
    <label className={classes.switch}>
      <input {...rest} type="checkbox" role="switch" />
      <span className={classes.track} aria-hidden="true" />
      {label}
    </label>
  );
}

interface SegmentedProps<Value extends string> {
  /** What is chosen here, e.g. "Show as". */
  label: string;
  data: readonly { value: Value; label: ReactNode }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** One of a few: radio buttons drawn as one bar, moved by arrow keys as all radio buttons are. */
export function Segmented<Value extends string>({ label, data, value, onChange }: SegmentedProps<Value>): ReactNode {
  const name = useId();
  return (
    <span className={classes.segmented} role="radiogroup" aria-label={label}>
      {data.map((one) => (
        <label key={one.value} data-chosen={one.value === value}>
          <input
            type="radio"
            name={name}
            value={one.value}
            checked={one.value === value}
            onChange={() => onChange(one.value)}
          />
          {one.label}
        </label>
      ))}
    </span>
  );
}
