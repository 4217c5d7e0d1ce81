import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import { ChevronDown } from '../ui/icons';
import { MenuChoice, Popup } from '../ui/popup';
import { useOrigins } from './use-origins';
import { useView } from './use-view';
import controls from './controls.module.css';
import classes from './origin.module.css';

/** Real data or the simulator's; there only when the platform has both. */
export function OriginControl(): ReactNode {
  const { shown, both } = useOrigins();
  const { change, search } = useView();
  if (!both && search.origin === undefined) return null;
  const simulated = shown === 'SIMULATED';
  return (
    <Popup
      label="Whose data"
      kind="menu"
      width={260}
      trigger={(trigger) => (
        <Button
          {...trigger}
          variant="default"
          size="xs"
          className={controls.control}
          data-chosen={simulated}
          rightSection={<ChevronDown />}
        >
          <span className="sl-unseen">Whose data: </span>
          {simulated ? 'Simulated' : 'Real data'}
        </Button>
      )}
    >
      {(close) => (
        <>
          <MenuChoice
            checked={!simulated}
            note="what real sources have sent"
            onChoose={() => {
              change({ origin: 'real' });
              close();
            }}
          >
            Real data
          </MenuChoice>
          <MenuChoice
            checked={simulated}
            note="a made-up supply network, to try things"
            onChoose={() => {
              change({ origin: 'simulated' });
              close();
            }}
          >
            Simulated
          </MenuChoice>
        </>
      )}
    </Popup>
  );
}

/** Says on every screen that what one sees is made up. */
export function OriginBanner(): ReactNode {
  const { shown, both } = useOrigins();
  const { change, search } = useView();
  // Its line is there before it is known whose data are shown: nothing below moves when it comes.
  return (
    <div className={classes.line}>
      {shown === 'SIMULATED' ? (
        <p className={classes.banner} role="note">
          <strong>Simulated data.</strong>
          <span>This supply network is made up; no figure here mixes it with real data.</span>
          {both && !search.kiosk ? (
            <button type="button" onClick={() => change({ origin: 'real' })}>
              Show real data
            </button>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
