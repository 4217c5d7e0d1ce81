import { lazy, Suspense, type ReactNode } from 'react';
import { IconButton } from '../ui/button';
import { Popup } from '../ui/popup';
import { CodeIcon } from '../ui/screen-icons';
import classes from './behind-screen.module.css';

const BehindMenu = lazy(async () => ({ default: (await import('./behind-menu')).BehindMenu }));

/** The operations that fill the screen, each a step away from being tried out. */
export function BehindScreen(): ReactNode {
  return (
    <div className={classes.behind} data-kiosk="hidden">
      <Popup
        label="The GraphQL behind this screen"
        kind="menu"
        align="end"
        width={320}
        trigger={(trigger) => (
          <IconButton
            {...trigger}
            aria-label="Show the GraphQL behind this screen"
            title="Show the GraphQL behind this screen"
            size={28}
          >
            <CodeIcon />
          </IconButton>
        )}
      >
        {(close) => (
          <Suspense fallback={null}>
            <BehindMenu close={close} />
          </Suspense>
        )}
      </Popup>
    </div>
  );
}
