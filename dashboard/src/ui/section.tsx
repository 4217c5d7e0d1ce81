import { useId, type ReactNode } from 'react';
import classes from './section.module.css';

interface SectionProps {
  id?: string;
  title: string;
  /** Under the title: what the section is over. */
  description?: ReactNode;
  /** Controls of the section, at the right of its title. */
  actions?: ReactNode;
  children: ReactNode;
  /** Draws the section as one card. */
  card?: boolean;
}

/** A part of a page with its heading; the shell's navigation points at its id. */
export function Section({ id, title, description, actions, children, card = false }: SectionProps): ReactNode {
  const heading = useId();
  return (
    <section id={id} className={classes.section} data-card={card} aria-labelledby={heading}>
      <header className={classes.head}>
        <div className={classes.words}>
          <h2 id={heading}>{title}</h2>
          {description ? <p>{description}</p> : null}
        </div>
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </header>
      {children}
    </section>
  );
}
