import type { ReactNode } from 'react';
import { Dialog } from '../ui/dialog';
import { SCREENS } from './screens';
import classes from './help.module.css';

/** Every key there is. */
export function Help({ onClose }: { onClose: () => void }): ReactNode {
  const rows: [keys: string[], does: string][] = [
    [['Ctrl', 'K'], 'Find a screen, a supplier, an order line or a saved view (⌘ K on a Mac)'],
    [['/'], 'The same'],
    ...SCREENS.map((screen): [string[], string] => [['g', screen.key], `Go to ${screen.name}`]),
    [['?'], 'This list'],
    [['Esc'], 'Close what is open'],
    [['←', '→'], 'Move through a chart point by point, reading each aloud'],
  ];
  return (
    <Dialog title="Keyboard" onClose={onClose}>
      <dl className={classes.keys} tabIndex={0}>
        {rows.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.note}>
        Add <code>?kiosk=1</code> to any address for a wallboard: no controls, larger type.
      </p>
    </Dialog>
  );
}
